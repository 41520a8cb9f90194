"""How fast texts are analysed: the sample briefings repeated, twice the text, and the worst of hostile texts."""

import sys
import time
from datetime import date
from pathlib import Path

from briefreader.analysis.analyse import analyse
from briefreader.analysis.sections import assign_roles
from briefreader.ingest.files import read_articles
from briefreader.model.document import Block, Document

DAY = date(2026, 6, 10)
HOSTILE = [
    "12 ",
    "May ",
    "Alpha Beta said ",
    "(Reuters, 3 May 2026) ",
    "Aa Bb Cc ",
    "$1 ",
    "[1]",
    "2026 ",
    "5% ",
    "one ",
]
HOSTILE += [
    "Nvidia said 5% (OpenAI, Q1 2026), ",
    "in 3 ",
    "reportedly ",
    "1 to ",
    "delay of 5 months to a launch (Q3 2026) — ",
]
_ROUNDS = 5


def seconds_for(documents: list[Document]) -> float:
    """Return the least processor time of several rounds."""
    best = float("inf")
    for _ in range(_ROUNDS):
        began = time.process_time()
        for document in documents:
            analyse(document, DAY)
        best = min(best, time.process_time() - began)
    return best


def a_paragraph(unit: str, size: int) -> Document:
    """Return a text of one paragraph that repeats ``unit``."""
    text = (unit * (size // len(unit) + 1))[:size]
    return Document(text, (Block(kind="paragraph", start=0, end=size),))


def main() -> None:
    """Print megabytes a second on the samples and the worst hostile text, and how twice the text is told in time."""
    documents = [
        assign_roles(read_articles(p)[0].document) for p in sorted(Path(sys.argv[1]).glob("*.[thm][xtd]*"))
    ] * 4
    size = sum(len(document.text.encode()) for document in documents)
    once = seconds_for(documents)
    print(f"{size / once / 1e6:.2f} MB/s, {1000 * once / size * 10_000:.1f} ms for 10 KB")
    text = "\n".join(document.text for document in documents[:16])
    print(f"{seconds_for([a_paragraph(text, 2 * len(text))]) / seconds_for([a_paragraph(text, len(text))]):.2f}")
    speeds = {unit: 0.02 / seconds_for([a_paragraph(unit, 20_000)]) for unit in HOSTILE}
    worst = min(speeds, key=lambda unit: speeds[unit])
    print(f"{speeds[worst]:.2f} MB/s ({worst.strip()!r} repeated)")


if __name__ == "__main__":
    main()
