"""One line asked of the reader."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefreader.ui.keys.hints import KEEP_OR_BACK


class AskScreen(ModalScreen[str | None]):
    """Answers with the line; None when the reader goes back.

    ``wrong`` says in words why a line cannot be taken, which then stays to be mended; None when it can.
    """

    CSS_PATH = "prompt.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(
        self, question: str, hint: str, value: str = "", wrong: Callable[[str], str | None] = lambda _: None
    ) -> None:
        super().__init__()
        self._wrong = wrong
        self._question = question
        self._hint = hint
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay out the question and its line."""
        with Vertical():
            yield Static(Content(self._question))
            yield Input(self._value)
            yield Static(Content(self._hint), id="hint")
            yield Static(KEEP_OR_BACK)

    def on_input_submitted(self) -> None:
        """Answer."""
        self.action_keep()

    def action_keep(self) -> None:
        """Answer, unless the line cannot be taken."""
        answer = " ".join(self.query_one(Input).value.split())
        if problem := self._wrong(answer):
            self.query_one("#hint", Static).update(Content(problem))
        else:
            self.dismiss(answer)
