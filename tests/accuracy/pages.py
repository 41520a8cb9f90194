"""How much of a saved page's article is shown, and how much that is not of it: the page scorer.

usage: python tests/accuracy/pages.py FOLDER [--errors]

FOLDER holds ``gold.jsonl.gz`` (a line for each page: its ``id``, the ``corpus`` it is of, the ``text`` of its article)
and ``html/ID.html.gz``. A page's runs of four words count: right, too many and missing as shares of the page, summed
over the pages of a corpus. What is shown is every block but furniture, lines of provenance and the title.
"""

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefreader.ingest.files import parse_article
from briefreader.model.article import Article

_RUN = 4
_POOR = 0.8
_MOST_ERRORS = 40


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page, and the text of its article as people have marked it."""

    name: str
    corpus: str
    data: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """What of one page is right, too many and missing: shares that sum to 1."""

    right: float
    extra: float
    missing: float

    @property
    def f1(self) -> float:
        """Return F1 of this page."""
        return 2 * self.right / (1 + self.right)


def read_pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder in the order of its list."""
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            said = json.loads(line)
            data = gzip.decompress((folder / "html" / f"{said['id']}.html.gz").read_bytes())
            yield Page(said["id"], said["corpus"], data, said["text"])


def runs_of(text: str) -> Counter[tuple[str, ...]]:
    """Return how often each run of four words is in a text; of a shorter text, all its words."""
    words = re.findall(r"\w+", text)
    return (
        Counter(zip(*(words[start:] for start in range(_RUN)), strict=False))
        if len(words) >= _RUN
        else Counter([(*words,)])
    )


def score_texts(wanted: str, shown: str) -> Score:
    """Compare what is shown of a page with its text."""
    gold, said = runs_of(wanted), runs_of(shown)
    right, extra, missing = (sum(part.values()) for part in (gold & said, said - gold, gold - said))
    whole = right + extra + missing
    return Score(right / whole, extra / whole, missing / whole)


def f1_of(scores: list[Score]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of several pages."""
    right, extra, missing = (sum(getattr(one, part) for one in scores) for part in ("right", "extra", "missing"))
    precision, recall = right / (right + extra or 1), right / (right + missing or 1)
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def shown_text(article: Article) -> str:
    """Return the text of an article as a reader sees it."""
    document = article.document
    left_out = ("furniture", "provenance", "title")
    return "\n".join(document.words_of(block) for block in document.blocks if block.role not in left_out)


def main(arguments: list[str]) -> None:
    """Print a line for each corpus in a folder."""
    scores: dict[str, dict[str, Score]] = {}
    took: dict[str, float] = {}
    for page in read_pages(Path(arguments[0])):
        start = time.perf_counter()
        article = parse_article(page.data, ".html", page.name)
        took[page.corpus] = took.get(page.corpus, 0.0) + time.perf_counter() - start
        scores.setdefault(page.corpus, {})[page.name] = score_texts(page.text, shown_text(article))
    print("corpus     pages  precision  recall     F1  under 0.8  seconds")
    for corpus, of_pages in scores.items():
        precision, recall, f1 = f1_of([*of_pages.values()])
        poor = sum(one.f1 < _POOR for one in of_pages.values())
        print(f"{corpus:10} {len(of_pages):5} {precision:10.3f} {recall:7.3f} {f1:6.3f} {poor:10} {took[corpus]:8.1f}")
        if "--errors" in arguments:
            for name, score in sorted(of_pages.items(), key=lambda item: item[1].f1)[:_MOST_ERRORS]:
                print(f"  {score.f1:.3f} extra {score.extra:.3f} missing {score.missing:.3f}  {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
