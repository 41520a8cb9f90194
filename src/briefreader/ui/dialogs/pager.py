"""Lines to read and close again."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class TableScreen(ModalScreen[None]):
    """Shows lines under a title."""

    CSS_PATH = "pager.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,enter", "dismiss", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._words = lines

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        lines = [Content.styled(self._title, "bold"), Content(""), *map(Content, self._words)]
        with VerticalScroll():
            yield Static(Content("\n").join([*lines, Content(""), Content.styled("q close", "dim")]))

    def on_click(self) -> None:
        """Close it."""
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
