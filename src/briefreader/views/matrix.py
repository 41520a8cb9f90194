"""Which evidence speaks for what, over all theses."""

from dataclasses import dataclass

from briefreader.model.annotation import Evidence
from briefreader.model.ids import ThesisId
from briefreader.model.thesis import Thesis
from briefreader.store.store import Store


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A passage, and what it says of each thesis that it is put on."""

    words: str
    origin: str | None
    cells: dict[ThesisId, Evidence]


def matrix(store: Store) -> tuple[tuple[Thesis, ...], tuple[MatrixRow, ...]]:
    """Return the theses, and a row for each passage that is on one, the newest first."""
    rows: dict[tuple[str, int | None, int | None], MatrixRow] = {}
    for note in store.annotations.all():
        evidence = note.evidence
        if evidence is None or evidence.thesis_id is None:
            continue
        place = (note.article_id, note.span.start if note.span else None, note.span.end if note.span else None)
        words = " ".join(note.quote.exact.split()) if note.quote else "a whole article"
        rows.setdefault(place, MatrixRow(words, evidence.origin, {})).cells[evidence.thesis_id] = evidence
    return store.theses.all(), tuple(rows.values())
