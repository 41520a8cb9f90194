"""One line asked of the reader."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefreader.model.typed_days import EXAMPLES, Direction, problem_of, read_days, understood
from briefreader.model.watch import Due
from briefreader.ui.keys.hints import KEEP_OR_BACK


class AskScreen(ModalScreen[str | None]):
    """Answers with the line; None when the reader goes back.

    ``wrong`` says in words why a line cannot be taken, which then stays to be mended; None when it can.
    ``understood`` says while the line is typed how it is understood.
    """

    CSS_PATH = "prompt.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(
        self,
        question: str,
        hint: str,
        value: str = "",
        wrong: Callable[[str], str | None] = lambda _: None,
        understood: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self._understood = understood
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

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the line is understood, or else what can be typed."""
        self.query_one("#hint", Static).update(Content(self._understood(event.value) or self._hint))

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


def ask_days(
    app: App[Any],
    question: str,
    take: Callable[[Due], None],
    wrong: Callable[[Due], str | None] = lambda _: None,
    *,
    today: date,
    direction: Direction,
) -> None:
    """Ask for a day or a period, and say while it is typed how it is understood.

    ``wrong`` says in words why a day cannot be taken; None when it can.
    """

    def problem(words: str) -> str | None:
        due = read_days(words, today, direction)
        return wrong(due) if due else problem_of(words) if words else None

    def answer(words: str | None) -> None:
        if words and (due := read_days(words, today, direction)):
            take(due)

    app.push_screen(
        AskScreen(question, EXAMPLES, "", problem, partial(understood, today=today, direction=direction)), answer
    )
