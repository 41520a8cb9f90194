"""All keys, from the one table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefreader.ui.actions import ACTIONS, Action, Scope, shown_key

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
    """Lists what every key does, as it is set now: first in the place that it was asked from."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,question_mark,enter", "dismiss", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("slash", "search", show=False),
    ]

    def __init__(self, keys: Mapping[str, str], here: Sequence[Scope]) -> None:
        super().__init__()
        self._keys = keys
        self._here = here

    def compose(self) -> ComposeResult:
        """Lay out the table, and a line to search it."""
        with VerticalScroll():
            yield Static(Content("\n").join(help_lines(self._keys, self._here)), id="keys")
        yield Input(placeholder="what does … ?", id="search", compact=True)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_search(self) -> None:
        """Write what to look for."""
        line = self.query_one(Input)
        line.display = True
        self.set_focus(line)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show only what fits what is written."""
        lines = help_lines(self._keys, self._here, event.value)
        self.query_one("#keys", Static).update(Content("\n").join(lines))

    def on_input_submitted(self) -> None:
        """Scroll again."""
        self.set_focus(self.query_one(VerticalScroll))


def help_lines(keys: Mapping[str, str], here: Sequence[Scope] = (), wanted: str = "") -> Iterator[Content]:
    """Yield a line for each action, under its group, those of the scopes ``here`` first; ``keys`` are the reader's own.

    ``wanted`` leaves out every action whose words, key and name do not hold it.
    """
    near = [action for action in ACTIONS if action.scope in here]
    yield from _listed("HERE", near, keys, wanted)
    for group in dict.fromkeys(action.group for action in ACTIONS):
        yield from _listed(group.upper(), [action for action in ACTIONS if action.group == group], keys, wanted)
    if not wanted:
        yield Content.styled("IN THE MARGIN", "bold")
        for sign, meaning in _SIGNS.items():
            yield Content(f"  {sign:<{_KEY_CELLS}} {meaning}")
        yield Content("")
    yield Content("The names at the right are those of [keys] in config.toml.   / searches, q closes this.")


def _listed(heading: str, actions: Sequence[Action], keys: Mapping[str, str], wanted: str) -> Iterator[Content]:
    lines = [line for action in actions if wanted.casefold() in (line := _line(action, keys)).casefold()]
    if lines:
        yield Content.styled(heading, "bold")
        yield from map(Content, lines)
        yield Content("")


def _line(action: Action, keys: Mapping[str, str]) -> str:
    shown = " ".join(map(shown_key, keys.get(action.id, action.keys).split(",")))
    place = _PLACES.get(action.scope, "")
    title = f"{action.title}, {place}" if place else action.title
    return f"  {shown:<{_KEY_CELLS}} {title:<{_TITLE_CELLS}} {action.id}"
