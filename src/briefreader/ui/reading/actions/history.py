"""Taking back what was done, and doing it again."""

from collections.abc import Sequence
from functools import cached_property

from briefreader.model.ids import ArticleId
from briefreader.model.journal import Undone
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.text.phrases import quoted
from briefreader.views.inbox import keys_of, rows_in_order
from briefreader.workflows.undo import redo, undo


class HistoryActions(ActionGroup):
    """Takes back the last thing done, and goes to where it was done."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        return {"undo": self._undo, "redo": self._redo}

    def _undo(self) -> None:
        """Take back the last thing done."""
        self._show("Undid", undo(self._workspace), "Nothing to undo")

    def _redo(self) -> None:
        """Do again what was taken back."""
        self._show("Redid", redo(self._workspace), "Nothing to redo")

    def _show(self, word: str, undone: Undone | None, nothing: str) -> None:
        if undone is None:
            self._presenter.show_status(nothing)
            return
        self._go_back(undone)
        self._session.remember_undone(undone, self._presenter.location)
        self._presenter.show_status(f"{word}: {self._told(undone)}")

    def _go_back(self, undone: Undone) -> None:
        location, ids = self._session.location_before(undone), undone.article_ids
        if len(ids) == 1 and self._session.is_reached_by(ids[0], location) and self._presenter.reinsert(ids[0]):
            return
        if location:
            self._presenter.go_back(location)
        else:
            self._presenter.reload()
            self._find(ids)

    def _find(self, ids: Sequence[ArticleId]) -> None:
        """Go to the first of what is listed of them, else to the list that the first is on; into the trash not."""
        keys = keys_of(self._workspace.store, ids)
        if not keys or self._panes.feed.go_to_first(set(keys)):
            return
        [first] = rows_in_order(self._workspace.store, keys_of(self._workspace.store, ids[:1]))
        name = self._session.list_holding(first)
        if name != "trash":
            self._presenter.open_list(name)
            self._panes.feed.go_to_first(set(keys))

    def _told(self, undone: Undone) -> str:
        """Return what was done, and to which article or to how many."""
        if len(undone.article_ids) == 1:
            [article] = rows_in_order(self._workspace.store, keys_of(self._workspace.store, undone.article_ids))
            return f"{undone.verb.removesuffix(': 1 article')}: {quoted(article)}"
        count = f"{len(undone.article_ids):,} articles"
        return undone.verb if not undone.article_ids or count in undone.verb else f"{undone.verb}: {count}"
