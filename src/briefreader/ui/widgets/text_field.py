"""A line to write in."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static


class Line(Input):
    """An input whose ``enter`` and ``escape`` are the screen's, and whose letters come from the app.

    Letters typed before the line was there come up to the app from another pane. All take that way, so that none
    overtakes another.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.end_line(True)", show=False),
        Binding("escape", "screen.end_line(False)", show=False),
    ]

    def on_key(self, event: events.Key) -> None:
        """Leave letters to the app."""
        if event.is_printable:
            event.prevent_default()

    def action_insert(self, character: str) -> None:
        """Write a character at the cursor."""
        self.insert_text_at_cursor(character)


class TextField(Horizontal):
    """Asks for one line."""

    def __init__(self, label: str, hint: str, value: str) -> None:
        """Make a field; ``hint`` is shown while it is empty."""
        super().__init__()
        self.label = label
        self._line = Line(value, placeholder=hint, compact=True, select_on_focus=False, id="line")
        self._line.cursor_blink = False

    def compose(self) -> ComposeResult:
        """Lay out the label and the line."""
        yield Static(f" {self.label}: ", markup=False)
        yield self._line

    def on_mount(self) -> None:
        """Write at once."""
        self.screen.set_focus(self._line)

    @property
    def value(self) -> str:
        """What is written."""
        return self._line.value
