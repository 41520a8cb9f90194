"""Taking back what was done, and doing it again."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefreader.model.ids import ArticleId
from briefreader.model.journal import Undone
from briefreader.ui.reading.listing import Whereabouts, list_of
from briefreader.ui.text.phrases import quoted
from briefreader.views.inbox import keys_of, rows_in_order
from briefreader.views.log import last_batch
from briefreader.workflows.undo import redo, undo
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.reading.presenter import Desk
    from briefreader.ui.reading.screen import ReadScreen


class Undoing:
    """Takes back the last thing done, and goes to where it was done."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace
        self._places: dict[int, Whereabouts] = {}
        """Where the reader was when each batch was written; not for those of an earlier session."""

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Remember where the reader is for the undo of what is done inside, if anything is."""
        place, before = self._desk.whereabouts, last_batch(self._workspace.store)
        yield
        if (batch := last_batch(self._workspace.store)) > before:
            self._places[batch] = place

    def undo(self) -> None:
        """Take back the last thing done."""
        self._show("Undid", undo(self._workspace), "Nothing to undo")

    def redo(self) -> None:
        """Do again what was taken back."""
        self._show("Redid", redo(self._workspace), "Nothing to redo")

    def _show(self, word: str, undone: Undone | None, nothing: str) -> None:
        if undone is None:
            self._desk.say(nothing)
            return
        self._go_back(undone)
        self._places.setdefault(undone.batch, self._desk.whereabouts)
        self._desk.say(f"{word}: {self._told(undone)}")

    def _go_back(self, undone: Undone) -> None:
        place, ids = self._places.get(undone.batch), undone.article_ids
        if len(ids) == 1 and self._is_all(place, ids[0]) and self._desk.put_back(ids[0]):
            return
        if place:
            self._desk.go_back(place)
        else:
            self._desk.reload()
            self._find(ids)

    def _is_all(self, place: Whereabouts | None, article_id: ArticleId) -> bool:
        """Tell whether to put one article back is to come back to a place."""
        if place is None:
            return True
        is_listed = place.listing == self._desk.listing and not place.spot.selected
        return is_listed and place.spot.key in keys_of(self._workspace.store, [article_id])

    def _find(self, ids: Sequence[ArticleId]) -> None:
        """Go to the first of what is listed of them, else to the list that the first is on; into the trash not."""
        keys = keys_of(self._workspace.store, ids)
        if not keys or self._screen.feed.go_to_first(set(keys)):
            return
        [first] = rows_in_order(self._workspace.store, keys_of(self._workspace.store, ids[:1]))
        name = list_of(first, self._workspace.today())
        if name != "trash":
            self._desk.open_list(name)
            self._screen.feed.go_to_first(set(keys))

    def _told(self, undone: Undone) -> str:
        """Return what was done, and to which article or to how many."""
        if len(undone.article_ids) == 1:
            [article] = rows_in_order(self._workspace.store, keys_of(self._workspace.store, undone.article_ids))
            return f"{undone.verb.removesuffix(': 1 article')}: {quoted(article)}"
        count = f"{len(undone.article_ids):,} articles"
        return undone.verb if not undone.article_ids or count in undone.verb else f"{undone.verb}: {count}"
