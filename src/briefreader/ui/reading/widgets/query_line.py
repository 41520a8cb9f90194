"""The line in which a query is written."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefreader.model.query import QueryProblem
from briefreader.ui.widgets.text_field import Line

_HINT = "words  “a phrase”  and or not ( )  is: has: publisher: published:<30d"


class QueryLine(Vertical):
    """A line, and under it what cannot be understood in it."""

    def __init__(self, label: str, value: str) -> None:
        super().__init__()
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

    @property
    def value(self) -> str:
        """What is written."""
        return self._line.value

    def tell(self, problem: QueryProblem | None) -> None:
        """Say what cannot be understood, under its place; nothing when all can."""
        hint = self.query_one("#query-hint", Static)
        hint.update(Content(self._pointed(problem, hint.size.width) if problem else f" {_HINT}"))

    def _pointed(self, problem: QueryProblem, width: int) -> str:
        """Return a problem with a caret under its place, before or behind the words, as there is room."""
        begins = self._line.content_region.x - self.region.x - self._line.scroll_offset.x
        column = begins + cell_len(self.value[: problem.at])
        length = cell_len(problem.message)
        if column + 2 + length > width and length + 1 <= column < width:
            return " " * (column - length - 1) + f"{problem.message} ^"
        return " " * min(column, width - 1) + f"^ {problem.message}"
