"""Taking back what was done, and doing it again."""

from typing import TYPE_CHECKING

from briefreader.model.journal import Undone
from briefreader.views.inbox import keys_of
from briefreader.workflows.undo import redo, undo
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk
    from briefreader.ui.screens.read import ReadScreen


class Undoing:
    """Takes back the last thing done, and goes to where it was done."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace

    def undo(self) -> None:
        """Take back the last thing done."""
        self._show("Undone", undo(self._workspace), "There is nothing to undo")

    def redo(self) -> None:
        """Do again what was taken back."""
        self._show("Done again", redo(self._workspace), "There is nothing to redo")

    def _show(self, word: str, undone: Undone | None, nothing: str) -> None:
        if undone is None:
            self._desk.say(nothing)
            return
        if len(undone.article_ids) == 1:
            self._desk.put_back(undone.article_ids[0])
        else:
            self._desk.reload()
            self._screen.feed.go_to_first(set(keys_of(self._workspace.store, undone.article_ids)))
        self._desk.say(f"{word}: {undone.verb}")
