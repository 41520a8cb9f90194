"""The line in which a query is written."""

from collections.abc import Callable
from typing import Protocol

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefreader.model.query import QueryProblem
from briefreader.ui.widgets.text_field import Line

_HINT = "words  “a phrase”  and or not ( )  is: has: publisher: published:<30d"


class Ended(Protocol):
    """Takes a query when it is written, or gives it up."""

    def __call__(self, text: str, /, *, keep: bool) -> None:
        """Take the query, or give it up."""
        ...


class QueryLine(Vertical):
    """A line, and under it what cannot be understood in it."""

    def __init__(self, label: str, value: str, typed: Callable[[str], None], ended: Ended) -> None:
        """Make a line; ``typed`` is called with each change, ``ended`` when it is to be taken or given up."""
        super().__init__()
        self._typed = typed
        self._ended = ended
        self._label = f" {label} "
        self._line = Line(value, compact=True, select_on_focus=False, id="line")
        self._line.cursor_blink = False

    def compose(self) -> ComposeResult:
        """Lay out the name of what is searched, the line, and room for a word on it."""
        with self.prevent(Input.Changed):
            with Horizontal():
                yield Static(self._label, markup=False, id="query-label")
                yield self._line
            yield Static(Content(f" {_HINT}"), id="query-hint")

    def write(self) -> None:
        """Put the keys in the line at once."""
        self.screen.set_focus(self._line)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Hand on what is written so far."""
        self._typed(event.value)

    def end(self, *, keep: bool) -> None:
        """Hand on what is written, to be taken or given up."""
        self._ended(self._line.value, keep=keep)

    def show_problem(self, problem: QueryProblem | None) -> None:
        """Say what cannot be understood, under its place; nothing when all can."""
        hint = self.query_one("#query-hint", Static)
        hint.update(Content(self._pointed(problem, hint.size.width) if problem else f" {_HINT}"))

    def _pointed(self, problem: QueryProblem, width: int) -> str:
        """Return a problem with a caret under its place, before or behind the words, as there is room."""
        begins = self._line.content_region.x - self.region.x - self._line.scroll_offset.x
        column = begins + cell_len(self._line.value[: problem.at])
        length = cell_len(problem.message)
        if column + 2 + length > width and length + 1 <= column < width:
            return " " * (column - length - 1) + f"{problem.message} ^"
        return " " * min(column, width - 1) + f"^ {problem.message}"
