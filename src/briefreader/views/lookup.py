"""What a person names by the start of its id, or by its title."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from briefreader.model.annotation import Annotation
from briefreader.model.errors import NotFoundError
from briefreader.model.thesis import Thesis
from briefreader.model.watch import WatchItem
from briefreader.store.store import Store
from briefreader.views.reviewing import Doubt, doubts


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


Named = TypeVar("Named", bound=_WithId)


def note_named(store: Store, name: str) -> Annotation:
    """Return the note whose id begins so.

    Raises:
        NotFoundError: none does, or more than one.

    """
    return _only("note", name, store.annotations.all())


def evidence_named(store: Store, name: str) -> Annotation:
    """Return the note whose id begins so, and which is evidence.

    Raises:
        NotFoundError: none is, or more than one.

    """
    note = note_named(store, name)
    if note.evidence is None:
        raise NotFoundError("evidence", name)
    return note


def doubt_named(store: Store, name: str) -> Doubt:
    """Return the note to review whose id begins so.

    Raises:
        NotFoundError: none does, or more than one.

    """
    waiting = {one.annotation.id: one for one in doubts(store)}
    return waiting[_only("note to review", name, [one.annotation for one in waiting.values()]).id]


def thesis_named(store: Store, name: str) -> Thesis:
    """Return the thesis with this title, or whose id begins so.

    Raises:
        NotFoundError: none does, or more than one.

    """
    theses = store.theses.all()
    titled = [one for one in theses if one.title.casefold() == name.casefold()]
    return titled[0] if len(titled) == 1 else _only("thesis", name, theses)


def watch_item_named(store: Store, name: str) -> WatchItem:
    """Return the watch item whose id begins so.

    Raises:
        NotFoundError: none does, or more than one.

    """
    return _only("watch item", name, tuple(store.watch_items.all()))


def _only(kind: str, name: str, among: Sequence[Named]) -> Named:
    found = [one for one in among if name and one.id.startswith(name)]
    if len(found) != 1:
        raise NotFoundError(f"single {kind}" if found else kind, name)
    return found[0]
