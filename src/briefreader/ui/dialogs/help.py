"""All keys, from the one table."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefreader.ui.keys.actions import Action, Scope, actions_of, shown_key, shown_keys
from briefreader.ui.keys.keymap import keys_at

_PLACES: dict[Scope, str] = {
    "app": "everywhere",
    "read": "while reading (1)",
    "feed": "in the feed",
    "article": "in the article",
    "visual": "while selecting text",
    "notes": "in the notes",
    "evidence": "in the annotation bar",
    "ledger": "on the screens 2 to 8 and R",
    "list": "in the lists of 2 to 8 and R",
    "board": "on Theses (2)",
    "watch": "on Watchlist (3)",
    "claims": "on Claims (4)",
    "feeds": "on Feeds (6)",
    "views": "on Searches (8)",
    "review": "on Review (R)",
}
_SIGNS = {
    "●": "a claim that cites something",
    "○": "a claim without a citation",
    "+ - = *": "bull, bear and neutral evidence; notes",
    "▶": "current passage",
    "! ? ·": "a finding: error, warning, info",
    "(?)": "above the article: a guess",
    "12○ 3*": "in the feed: checkable claims, notes",
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

    def __init__(self, keys: Mapping[str, str], here: Scope) -> None:
        super().__init__()
        self._keys = keys
        self._here = here

    def compose(self) -> ComposeResult:
        """Lay out the table, and a line to search it."""
        with VerticalScroll():
            yield Static(Content("\n").join(help_lines(self._keys, self._here)), id="keys")
        yield Input(placeholder="search keys and actions", id="search", compact=True)

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


def help_lines(keys: Mapping[str, str], here: Scope = "feed", wanted: str = "") -> Iterator[Content]:
    """Yield lines for all that can be pressed ``here``, by group, then for the rest, under where it works.

    ``keys`` are the reader's own; ``wanted`` leaves out every action whose words, keys and name do not hold it.
    """
    near = [(action, [*map(shown_key, pressed)]) for action, pressed in keys_at(here, keys)]
    for group in dict.fromkeys(action.group for action, _ in near):
        yield from _listed(f"HERE: {group.upper()}", [row for row in near if row[0].group == group], wanted)
    listed = {action.id for action, _ in near}
    for scope, place in _PLACES.items():
        rest = [(action, shown_keys(action, keys)) for action in actions_of(scope) if action.id not in listed]
        yield from _listed(place.upper(), rest, wanted)
    if not wanted:
        yield Content.styled("SIGNS", "bold")
        for sign, meaning in _SIGNS.items():
            yield Content(f"  {sign:<{_KEY_CELLS}} {meaning}")
        yield Content("")
    yield Content("To change a key, use the name on the right under [keys] in config.toml.  / search  q close")


def _listed(heading: str, rows: Sequence[tuple[Action, Sequence[str]]], wanted: str) -> Iterator[Content]:
    fitting = [
        (action, " ".join(shown))
        for action, shown in rows
        if wanted.casefold() in f"{' '.join(shown)} {action.title} {action.id}".casefold()
    ]
    if fitting:
        yield Content.styled(heading, "bold")
        for action, shown in fitting:
            yield from map(Content, _lines(action, shown))
        yield Content("")


def _lines(action: Action, shown: str) -> Iterator[str]:
    """Yield the line of an action; what is too long for its column goes on below."""
    for key, title, name in zip_longest(
        wrap(shown, _KEY_CELLS), wrap(action.title, _TITLE_CELLS), [action.id], fillvalue=""
    ):
        yield f"  {key:<{_KEY_CELLS}} {title:<{_TITLE_CELLS}} {name}".rstrip()
