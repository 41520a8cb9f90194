"""A minimal Textual list of 100,000 rows: what nothing that is made with Textual can beat."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

ROWS = 100_000
HERE, ELSEWHERE = Style(reverse=True), Style()


class Rows(ScrollView, can_focus=True):
    """Rows with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "move(1)"), Binding("k", "move(-1)")]
    cursor = 0

    def on_mount(self) -> None:
        """Take the room of all rows."""
        self.virtual_size = Size(100, ROWS)

    def render_line(self, y: int) -> Strip:
        """Paint a row."""
        row = y + self.scroll_offset.y
        width = self.size.width
        text = f"READY row {row} of nothing in particular".ljust(width)[:width]
        return Strip([Segment(text, HERE if row == self.cursor else ELSEWHERE)], width)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        old, self.cursor = self.cursor, max(0, min(ROWS - 1, self.cursor + rows))
        for row in (old, self.cursor):
            self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))


class MinimalList(App[None]):
    """Nothing but the rows."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Lay out the rows."""
        yield Rows()


MinimalList().run()
