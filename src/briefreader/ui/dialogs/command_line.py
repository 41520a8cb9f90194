"""The command line: every command of the program, with what could come next."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefreader.ui.text.wrapping import width_of
from briefreader.ui.widgets.text_field import Line

Complete = Callable[[str], Sequence[tuple[str, str]]]
"""Returns the words that could end a line, each with its meaning."""

_MOST = 8
_HINT = "tab complete  up down select  enter run  esc cancel  % this article"


class CommandScreen(ModalScreen[str | None]):
    """Answers with the line; None when the reader goes back."""

    CSS_PATH = "command_line.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
    ]

    def __init__(self, complete: Complete, begun: str) -> None:
        super().__init__()
        self._line = Line(begun, compact=True, select_on_focus=False, id="line")
        self._complete = complete
        self._offers: Sequence[tuple[str, str]] = ()
        self._asked = ""
        """The line that they could go on."""
        self._chosen = 0

    def compose(self) -> ComposeResult:
        """Lay out what could come next, and the line below it."""
        with Vertical():
            yield Static(Content(f" {_HINT}"), id="offers")
            with Horizontal():
                yield Static(":", id="colon")
                yield self._line

    def on_mount(self) -> None:
        """Write at once, and offer the commands."""
        self.set_focus(self._line)
        self._ask()

    def on_input_changed(self) -> None:
        """Offer what could come next."""
        self._ask()

    def action_end_line(self, is_kept: bool) -> None:  # noqa: FBT001 - Textual passes it by place
        """Answer, or go back."""
        self.dismiss(self._line.value if is_kept else None)

    async def action_complete(self) -> None:
        """Write the chosen word in place of the begun one."""
        if self._asked != self._line.value:
            await self._find(self._line.value)
        if self._offers:
            word = self._offers[self._chosen][0]
            begun = self._line.value.rpartition(" ")[2]
            self._line.value = f"{self._line.value.removesuffix(begun)}{word} "
            self._line.action_end()

    def action_choose(self, by: int) -> None:
        """Choose another word."""
        if self._offers:
            self._chosen = (self._chosen + by) % len(self._offers)
            self._show()

    def _ask(self) -> None:
        find = partial(self._find, self._line.value)  # a coroutine that is cancelled before it begins would warn
        self.run_worker(find, exclusive=True)  # type: ignore[arg-type]  # Textual takes one

    async def _find(self, line: str) -> None:
        """Ask beside the keys: the commands are loaded with the first question."""
        offers = await asyncio.to_thread(self._complete, line)
        self._offers, self._asked, self._chosen = offers, line, 0
        self._show()

    def _show(self) -> None:
        first = max(0, min(self._chosen - _MOST // 2, len(self._offers) - _MOST))
        shown = self._offers[first : first + _MOST]
        widest = max((width_of(word) for word, _ in shown), default=0)
        lines = [
            Content.styled(f" {'>' if first + number == self._chosen else ' '} {word:{widest}}  {about}", style)
            for number, (word, about) in enumerate(shown)
            for style in ["bold" if first + number == self._chosen else ""]
        ]
        self.query_one("#offers", Static).update(Content("\n").join([*lines, Content(f" {_HINT}")]))
