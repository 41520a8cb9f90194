"""How fast texts are analysed: the sample briefings repeated, twice the text, and the worst of hostile texts."""

import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from growth import seconds
from worst_cases import PAIRS, UNITS, nested, read, repeated

from briefreader.analysis.analyse import analyse
from briefreader.analysis.roles.sections import assign_roles
from briefreader.ingest.files import read_articles
from briefreader.model.document import Block, Document

DAY = date(2026, 6, 10)
LONG, HALF = 60_000, 30_000
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
    """Print the speed on the samples, how twice the text tells in time, and both for the worst of repeated words."""
    documents = [
        assign_roles(read_articles(p)[0].document) for p in sorted(Path(sys.argv[1]).glob("*.[thm][xtd]*"))
    ] * 4
    size = sum(len(document.text.encode()) for document in documents)
    once = seconds_for(documents)
    print(f"{size / once / 1e6:.2f} MB/s, {1000 * once / size * 10_000:.1f} ms for 10 KB")
    text = "\n".join(document.text for document in documents[:16])
    print(f"{seconds_for([a_paragraph(text, 2 * len(text))]) / seconds_for([a_paragraph(text, len(text))]):.2f}")
    cases = [(partial(repeated, unit), repr(unit)) for unit in UNITS]
    cases += [(partial(nested, *pair), repr(pair)) for pair in PAIRS]
    times = {
        (name, suffix): [best_of_two(partial(read, make(size), suffix)) for size in (HALF, LONG)]
        for make, name in cases
        for suffix in (".txt", ".md")
    }
    worst = max(times, key=lambda case: times[case][1])
    print(f"{LONG / times[worst][1] / 1e6:.2f} MB/s ({' '.join(worst)})")
    steepest = max(times, key=lambda case: times[case][1] / times[case][0])
    print(f"{times[steepest][1] / times[steepest][0]:.2f} ({' '.join(steepest)})")


def best_of_two(work: Callable[[], object]) -> float:
    """Return the lesser processor time of two rounds."""
    return min(seconds(work), seconds(work))


if __name__ == "__main__":
    main()
