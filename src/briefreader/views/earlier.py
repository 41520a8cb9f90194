"""The texts that an article had before."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from briefreader.model.annotation import Annotation
from briefreader.store.store import Store
from briefreader.views.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierText:
    """A text of an article that it does not have now."""

    number: int
    """1 for the first that it had."""
    taken_in_at: datetime
    notes: int
    """How many annotations were made on it."""
    lines: tuple[str, ...]
    """The text, a line a block, with the annotations that were made on it below."""


def earlier_texts(store: Store, reading: Reading) -> tuple[EarlierText, ...]:
    """Return the other texts of an article, the newest first."""
    made_on = Counter(note.revision_id for note in reading.annotations)
    texts = []
    for id_ in store.revisions.ids_of(reading.article.id):
        if id_ != reading.revision_id:
            revision = store.revisions.find(id_)
            notes = [note for note in reading.annotations if note.revision_id == id_]
            texts.append(
                EarlierText(
                    number=revision.number,
                    taken_in_at=store.revisions.stamp(id_)[1],
                    notes=made_on[id_],
                    lines=(*revision.document.text.split("\n"), *_noted(notes)),
                )
            )
    return tuple(texts)


def _noted(notes: list[Annotation]) -> Iterator[str]:
    if notes:
        yield from ("", "YOUR NOTES ON THIS VERSION")
    for note in notes:
        words = f"“{' '.join(note.quote.exact.split())}”" if note.quote else "the whole article"
        kind = note.evidence.stance if note.evidence else note.kind
        yield f"{kind}: {words}{f'  {note.note}' if note.note else ''}"
