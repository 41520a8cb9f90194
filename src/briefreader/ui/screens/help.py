"""All keys, from the one table."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefreader.ui.actions import ACTIONS, Group, Scope, shown_key

_PLACES: dict[Scope, str] = {
    "feed": "in the feed",
    "article": "in the article",
    "visual": "while choosing words",
    "notes": "in the notes",
}
_SIGNS = {
    "●": "a claim that cites something",
    "○": "a claim without a citation",
    "+ - = *": "your bull, bear and neutral evidence, your notes",
    "▶": "where you are",
    "! ? ·": "beside them: a finding, from grave to mere notice",
    "12○ 3*": "in the feed: claims that can be checked, your notes",
}
_KEY_CELLS = 12
_TITLE_CELLS = 42


class HelpScreen(ModalScreen[None]):
    """Lists what every key does here, as it is set now."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,question_mark,enter", "dismiss", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay out the table."""
        with VerticalScroll():
            yield Static(Content("\n").join(help_lines(self._keys)))

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def help_lines(keys: Mapping[str, str]) -> Iterator[Content]:
    """Yield a line for each action, under its group; ``keys`` are the reader's own."""
    group: Group | None = None
    for action in ACTIONS:
        if action.group != group:
            if group:
                yield Content("")
            group = action.group
            yield Content.styled(group.upper(), "bold")
        shown = " ".join(map(shown_key, keys.get(action.id, action.keys).split(",")))
        place = _PLACES.get(action.scope, "")
        title = f"{action.title}, {place}" if place else action.title
        yield Content(f"  {shown:<{_KEY_CELLS}} {title:<{_TITLE_CELLS}} {action.id}")
    yield Content("")
    yield Content.styled("IN THE MARGIN", "bold")
    for sign, meaning in _SIGNS.items():
        yield Content(f"  {sign:<{_KEY_CELLS}} {meaning}")
    yield Content("")
    yield Content("The names at the right are those of [keys] in config.toml.   q closes this.")
