"""Which evidence speaks for what, over all theses."""

from dataclasses import dataclass
from typing import NamedTuple

from briefreader.model.annotation import Evidence
from briefreader.model.ids import RevisionId, ThesisId
from briefreader.model.span import Span
from briefreader.model.thesis import Thesis
from briefreader.store.store import Store


class MatrixCell(NamedTuple):
    """What a passage says of a thesis."""

    evidence: Evidence
    counts: bool
    """Whether it weighs; not while the reader has to confirm its place."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A passage, and what it says of each thesis that it is put on."""

    words: str
    origin: str | None
    cells: dict[ThesisId, list[MatrixCell]]


def matrix(store: Store) -> tuple[tuple[Thesis, ...], tuple[MatrixRow, ...]]:
    """Return the theses, and a row for each passage that is on one, the newest first."""
    anchors = store.anchors.all_current()
    rows: dict[tuple[RevisionId, Span | None], MatrixRow] = {}
    for note in store.annotations.all():
        evidence = note.evidence
        if evidence is None or evidence.thesis_id is None:
            continue
        place = (note.revision_id, note.span)
        words = " ".join(note.quote.exact.split()) if note.quote else "the whole article"
        cells = rows.setdefault(place, MatrixRow(words, evidence.origin, {})).cells.setdefault(evidence.thesis_id, [])
        cells.append(MatrixCell(evidence, note.id not in anchors or anchors[note.id].holds))
    return store.theses.all(), tuple(rows.values())
