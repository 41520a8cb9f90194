"""Notes found again in an edited text, and kills at any moment of writing. Run by ``make bench``."""

import random
import statistics
import tempfile
import time
from pathlib import Path

from factories import SAMPLES
from killing import kill_writers

from briefreader.analysis.anchoring import reanchor
from briefreader.model.span import Span

LENGTH = 28_000
NOTES = 200
KILLS = 500


def reanchoring_ms() -> float:
    """Return the milliseconds in which 200 notes on 28 kB are found in a text that was edited all over."""
    chance = random.Random(1)  # noqa: S311 - any will do
    paths = sorted(SAMPLES.iterdir())
    old = "\n\n".join(path.read_text("utf-8") for path in paths)[:LENGTH]
    assert len(old) == LENGTH
    starts = [chance.randrange(len(old) - 200) for _ in range(NOTES)]
    spans = [Span(start, start + chance.randrange(20, 200)) for start in starts]
    new = edited(old, chance)
    times = []
    for _ in range(5):
        began = time.perf_counter()
        reanchor(old, new, spans)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def edited(text: str, chance: random.Random) -> str:
    """Return a text as editors leave it: a paragraph new, one moved, one gone, a word in a hundred another."""
    paragraphs = ["A correction was made to an earlier version of this piece.", *text.split("\n\n")]
    paragraphs.insert(chance.randrange(len(paragraphs)), paragraphs.pop(chance.randrange(len(paragraphs))))
    del paragraphs[chance.randrange(len(paragraphs))]
    words = [word if chance.random() > 0.01 else word[::-1] for word in "\n\n".join(paragraphs).split(" ")]
    return " ".join(words)


def damage_by_kills() -> list[str]:
    """Return what 500 kills in the midst of writing have lost or damaged."""
    with tempfile.TemporaryDirectory() as folder:
        return list(kill_writers(Path(folder) / "s.db", KILLS, random.Random(2)))  # noqa: S311 - any will do
