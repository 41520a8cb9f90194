"""Learn what the signs of a block of a page weigh, from pages whose text is known.

usage: PYTHONPATH=tests python -m accuracy.train_pages FOLDER [--halves]

FOLDER is as :mod:`accuracy.pages` reads it. ``--halves`` learns on one half of the pages and scores the other, both
ways: what can be expected of pages that were not learned from. Without it, the weights in the package are written.
"""

import hashlib
import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from accuracy.pages import Page, f1_of, read_pages, runs_of, score_texts
from briefreader.ingest import body
from briefreader.ingest.body_signs import Signs, signs_of, title_place
from briefreader.ingest.decoding import decode
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.hidden import mark_hidden
from briefreader.ingest.html import walk_page
from briefreader.ingest.page import parse_page
from briefreader.ingest.page_head import read_page_head

_WEIGHTS = Path(body.__file__).with_name("body_weights.json")
_FEWEST_PAGES = 20
_ROUNDS = 12
_RATE = 0.1
_SHRINKING = 3e-5
_MOST_WORDS = 200
_RUN = 4
_NEAR = 400


@dataclass(frozen=True, slots=True)
class Example:
    """A page cut into blocks, with what each shows and whether it is of the article."""

    page: Page
    drafts: list[DraftBlock]
    places: list[object]
    title: str
    signs: list[Signs]
    labels: list[bool]
    weights: list[float]


def read_example(page: Page) -> Example:
    """Cut a page and label its blocks by its text."""
    tree = parse_page(decode(page.data, None))
    title = read_page_head(tree, "").headline or ""
    drafts, places = walk_page(tree, "", mark_hidden(tree))
    signs = list(signs_of(drafts, places, title))
    labels = label_blocks(
        [draft.text or " ".join(cell for row in draft.rows for cell in row) for draft in drafts], page.text
    )
    whole = sum(one.words for one, label in zip(signs, labels, strict=True) if label)
    title_at = title_place(drafts, title)
    weights = [
        0.0
        if place is None or number == title_at or not one.words
        else (min(one.words, _MOST_WORDS) + 3) / (whole + 100)
        for number, (one, place) in enumerate(zip(signs, places, strict=True))
    ]
    return Example(page, drafts, places, title, signs, labels, weights)


def label_blocks(texts: Sequence[str], gold: str) -> list[bool]:
    """Tell which blocks are in a text: by their runs of words, the shortest by standing close before the next."""
    runs = runs_of(gold)
    known = [_share(text, runs) for text in texts]
    plain = " ".join(["", *re.findall(r"\w+", gold), ""])
    labels, reached = list[bool](), 0
    for number, text in enumerate(texts):
        words = " ".join(re.findall(r"\w+", text))
        share = known[number]
        if share is None:
            following = next((t for t, s in zip(texts[number:], known[number:], strict=True) if s and s > 0.5), "")
            limit = plain.find(" " + " ".join(re.findall(r"\w+", following)[:6]), reached) if following else len(plain)
            limit = limit + 1 if limit >= 0 else len(plain)
            at = plain.find(f" {words} ", reached, limit + 1) if words else -1
            labels.append(at >= 0 and limit - at < _NEAR)
            reached = at + 1 if labels[-1] else reached
        else:
            labels.append(share >= 0.5)
            at = plain.find(" " + " ".join(words.split()[:6]), reached) if share > 0.5 else -1
            reached = at + len(words) if at >= 0 else reached
    return labels


def _share(text: str, runs: Counter[tuple[str, ...]]) -> float | None:
    own = runs_of(text)
    if len(re.findall(r"\w+", text)) < _RUN:
        return None
    return float(sum(count for run, count in own.items() if run in runs) / own.total())


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights of a logistic regression, by sign, from the signs that enough pages show."""
    shown = Counter(
        sign for one in examples for sign in {sign for signs in one.signs for sign in (*signs.text, *signs.place)}
    )
    names = sorted(sign for sign, pages in shown.items() if pages >= _FEWEST_PAGES)
    number = {name: place for place, name in enumerate(names)}
    rows = [
        ([number[sign] for sign in (*signs.text, *signs.place) if sign in number], label, weight)
        for one in examples
        for signs, label, weight in zip(one.signs, one.labels, one.weights, strict=True)
        if weight
    ]
    mean = sum(weight for *_, weight in rows) / len(rows)
    weights, squares = [0.0] * len(names), [1.0] * len(names)
    chance = random.Random(0)  # noqa: S311 - for the order of the rows, the same each time
    for round_number in range(_ROUNDS):
        chance.shuffle(rows)
        for signs, label, weight in rows:
            odds = sum(weights[sign] for sign in signs)
            error = (label - 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))) * weight / mean
            for sign in signs:
                step = error - _SHRINKING * weights[sign] * len(rows) / 100
                squares[sign] += step * step
                weights[sign] += _RATE / (1 + round_number) ** 0.25 * step / squares[sign] ** 0.5
    return {name: round(weight, 2) for name, weight in zip(names, weights, strict=True)}


def score(examples: Sequence[Example], weights: dict[str, float]) -> None:
    """Print how well weights do on pages."""
    for corpus in sorted({one.page.corpus for one in examples}):
        scores = []
        for one in examples:
            if one.page.corpus == corpus:
                kept = body.choose(one.drafts, one.places, one.title, weights)
                skip = title_place(one.drafts, one.title)
                text = "\n".join(
                    d.text or "\n".join("\t".join(r) for r in d.rows)
                    for n, (d, k) in enumerate(zip(one.drafts, kept, strict=True))
                    if k and n != skip
                )
                scores.append(score_texts(one.page.text, text))
        precision, recall, f1 = f1_of(scores)
        poor = sum(one.f1 < 0.8 for one in scores)
        print(f"  {corpus:10} {len(scores):4} pages  P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  under 0.8: {poor}")


def half_of(name: str) -> int:
    """Return which half a page is in, by its name alone."""
    return hashlib.sha256(name.encode()).digest()[0] % 2


def main(arguments: list[str]) -> None:
    """Learn, and score or write."""
    examples = [read_example(page) for page in read_pages(Path(arguments[0]))]
    if "--halves" in arguments:
        for half in (0, 1):
            print(f"half {half}, learned on the other:")
            score(
                [one for one in examples if half_of(one.page.name) == half],
                learn([one for one in examples if half_of(one.page.name) != half]),
            )
        return
    weights = learn(examples)
    score(examples, weights)
    counted = Counter(one.page.corpus for one in examples)
    pages = ", ".join(f"{number} pages of {corpus}" for corpus, number in sorted(counted.items()))
    made = f"learned by tests/accuracy/train_pages.py from {pages}"
    _WEIGHTS.write_text(json.dumps({"made": made, "weights": weights}, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
