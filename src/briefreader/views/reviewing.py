"""Notes that wait for the reader's word after their article got another text."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from briefreader.model.anchor import Anchor
from briefreader.model.annotation import Annotation
from briefreader.model.span import Span
from briefreader.store.store import Store
from briefreader.views.reading import Reading, reading_by_id

_SHOWN_BEFORE = 60

Piece = tuple[Literal["same", "gone", "come"], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A note, what it was made on, and what stands there now."""

    reading: Reading
    annotation: Annotation
    anchor: Anchor
    was: str
    now: tuple[Piece, ...]
    """The words there now against those that were; empty when no place is anything like it."""
    after: str
    """For one whose words are gone, what stands before its place; else empty."""

    @property
    def place(self) -> Span | None:
        """Where it may stand now."""
        return self.anchor.span or self.anchor.candidate


def doubts(store: Store) -> tuple[Doubt, ...]:
    """Return the notes to review: what may still be found first, what is gone last."""
    anchors = store.anchors.all_current()
    waiting = [one for one in store.annotations.all() if one.id in anchors and anchors[one.id].is_to_review]
    readings = {id_: reading_by_id(store, id_) for id_ in dict.fromkeys(one.article_id for one in waiting)}
    found = [_doubt(readings[one.article_id], one) for one in waiting]
    return tuple(sorted(found, key=lambda one: (one.anchor.status == "orphan", one.reading.article.key)))


def word_changes(was: str, now: str) -> tuple[Piece, ...]:
    """Return the words of ``now`` against those of ``was``: kept, gone, come, in the order of the text."""
    old, new = was.split(), now.split()
    pieces: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", " ".join(new[k:m])))
            continue
        if j > i:
            pieces.append(("gone", " ".join(old[i:j])))
        if m > k:
            pieces.append(("come", " ".join(new[k:m])))
    return tuple(pieces)


def _doubt(reading: Reading, annotation: Annotation) -> Doubt:
    anchor, text = reading.anchors[annotation.id], reading.document.text
    was = annotation.quote.exact if annotation.quote else ""
    place = anchor.span or anchor.candidate
    before = text[max(0, anchor.hint - _SHOWN_BEFORE) : anchor.hint] if anchor.hint is not None else ""
    return Doubt(
        reading=reading,
        annotation=annotation,
        anchor=anchor,
        was=" ".join(was.split()),
        now=word_changes(was, place.of(text)) if place else (),
        after=" ".join(before.split()),
    )
