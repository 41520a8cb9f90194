"""What the screens of theses, watch items and reviews have in common."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen

from briefreader.model.annotation import Annotation
from briefreader.model.ids import ArticleId
from briefreader.model.journal import Undone
from briefreader.model.saved_view import SavedView
from briefreader.model.span import Span
from briefreader.ui.keys.actions import Scope, bindings_for
from briefreader.ui.keys.hints import HintedPlace, key_hints
from briefreader.ui.widgets.entry_list import EntryList, Subject
from briefreader.ui.widgets.line_bar import LineBar
from briefreader.workflows.undo import redo, undo
from briefreader.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader wants to go on reading."""

    article_id: ArticleId
    span: Span | None
    """In the text that the article has now; None for its beginning."""
    placing: Annotation | None = None
    """The note whose place is to be chosen there."""


Answer = Place | SavedView | None
"""Where to go on: at a place, with what a saved search finds, or where the reader was."""


class LedgerList(EntryList[Subject]):
    """A list of a ledger's screen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("list")]


class LedgerScreen(Screen[Answer]):
    """Shows a part of the ledger; its answer is where to go on reading."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("ledger")]
    CSS_PATH = Path(__file__).with_name("base.tcss")  # else it is sought beside each subclass
    SCOPE: ClassVar[Scope] = "ledger"
    """Whose actions the screen has beside those of all ledgers."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.title_bar = LineBar(id="title-bar")
        self.key_bar = LineBar(id="key-bar")
        self._hinted: HintedPlace = "statistics"

    @property
    def place(self) -> Scope:
        """Where keys work now."""
        return self.SCOPE

    @property
    def is_writing(self) -> bool:
        """Whether something is being written on the screen itself."""
        return False

    def show(self) -> None:
        """Read what is shown anew."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Show what has changed meanwhile."""
        self.show()

    def name_keys(self, place: HintedPlace) -> None:
        """Name the keys of this place."""
        self._hinted = place
        self.hush()

    def take_settings(self) -> None:
        """Name the keys as they are set now."""
        self.show()
        self.hush()

    def say(self, words: str) -> None:
        """Tell the reader what happened, until the next key."""
        self.key_bar.left = words

    def done(self, words: str) -> None:
        """Show what has changed, and say it."""
        self.show()
        self.say(f"{words} (u to undo)")

    def hush(self) -> None:
        """Stop saying what happened."""
        self.key_bar.left = key_hints(self._hinted, self.workspace.settings.keys)

    def action_undo(self) -> None:
        """Take back the last thing done."""
        self._show_undone("Undid", undo(self.workspace), "Nothing to undo")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._show_undone("Redid", redo(self.workspace), "Nothing to redo")

    def _show_undone(self, word: str, undone: Undone | None, nothing: str) -> None:
        self.show()
        self.say(f"{word}: {undone.verb}" if undone else nothing)

    def action_back(self) -> None:
        """Go back to reading."""
        self.dismiss(None)
