"""The keys worth naming in a place, as they are set, to press or to click."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from textual.content import Content
from textual.style import Style

from briefreader.ui.keys.actions import ACTIONS, ScreenName, shown_keys

HintedPlace = Literal["feed", "story", "article", "notes", "visual"] | ScreenName
"""Where the key bar names keys: a pane, or a screen."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Actions, and one word for them all."""

    ids: tuple[str, ...]
    label: str


def _hint(ids: str, label: str) -> Hint:
    return Hint(tuple(ids.split()), label)


_HELP = _hint("help", "help")
_TAG = (_hint("bull", "bull"), _hint("bear", "bear"))
_HINTS: dict[HintedPlace, tuple[Hint, ...]] = {
    "feed": (
        _hint("feed.down feed.up", "move"),
        _hint("feed.open", "read"),
        _hint("claim.next", "claim"),
        _hint("archive", "archive"),
        _hint("later", "later"),
        _hint("shortlist", "shortlist"),
        _hint("search", "search"),
        _hint("undo", "undo"),
        _HELP,
    ),
    "story": (
        _hint("feed.down feed.up", "move"),
        _hint("story.open", "expand"),
        _hint("archive", "archive"),
        _hint("across.story", "story"),
        _HELP,
    ),
    "article": (
        _hint("claim.next", "claim"),
        _hint("citation.next", "citation"),
        _hint("visual", "select"),
        *_TAG,
        _hint("note", "note"),
        _hint("undo", "undo"),
        _HELP,
    ),
    "notes": (
        _hint("notes.down notes.up", "move"),
        _hint("notes.go", "open"),
        _hint("notes.edit", "edit"),
        _hint("notes.delete", "delete"),
        _hint("back", "back"),
        _HELP,
    ),
    "visual": (
        _hint("visual.word visual.word-back", "word"),
        _hint("visual.sentence visual.sentence-back", "sentence"),
        _hint("visual.other-end", "switch end"),
        *_TAG,
        _hint("highlight", "highlight"),
        _hint("cancel", ""),
    ),
    "theses": (
        _hint("list.go", "open"),
        _hint("board.edit", "edit"),
        _hint("board.thesis", "thesis"),
        _hint("board.origin", "origin"),
        _hint("board.add", "new"),
        _hint("board.all board.matrix board.moved board.without board.as-of", "more views"),
        _HELP,
    ),
    "watch": (
        _hint("list.go", "open"),
        _hint("watch.happened", "yes"),
        _hint("watch.did-not", "no"),
        _hint("watch.change", "edit"),
        _hint("watch.side", "side"),
        _hint("watch.add", "add"),
        _hint("watch.calendar", ".ics"),
        _HELP,
    ),
    "feeds": (
        _hint("feeds.add", "add"),
        _hint("feeds.rename", "rename"),
        _hint("feeds.whole", "full text"),
        _hint("feeds.remove", "unsubscribe"),
        _hint("view.read", "read"),
        _HELP,
    ),
    "claims": (
        _hint("list.go", "open"),
        _hint("claims.verdict", "verdict"),
        _hint("claims.join", "merge"),
        _hint("claims.part", "remove"),
        _hint("claims.conflicts", "conflicts"),
        _hint("undo", "undo"),
        _HELP,
    ),
    "digest": (_hint("list.go", "open"), _hint("view.read", "read"), _HELP),
    "statistics": (_hint("view.read", "read"), _hint("undo", "undo"), _HELP),
    "views": (
        _hint("list.go", "open"),
        _hint("views.down views.up", "move"),
        _hint("views.rename", "rename"),
        _hint("views.rule", "rule"),
        _hint("views.forget", "delete"),
        _hint("undo", "undo"),
        _HELP,
    ),
    "review": (
        _hint("list.go", "open"),
        _hint("review.accept", "accept"),
        _hint("review.place", "choose position"),
        _hint("review.aside", "detach"),
        _hint("review.delete", "delete"),
        _HELP,
    ),
}
TABS: dict[ScreenName, str] = {
    "read": "Reading",
    "theses": "Theses",
    "watch": "Watchlist",
    "claims": "Claims",
    "digest": "Digest",
    "feeds": "Feeds",
    "statistics": "Stats",
    "views": "Searches",
}
_BY_ID = {action.id: action for action in ACTIONS}


def key_hints(place: HintedPlace, keys: Mapping[str, str]) -> tuple[Content, ...]:
    """Return the keys worth naming in a place; ``keys`` are the reader's own, by the action's id."""
    return tuple(_shown(hint, keys) for hint in _HINTS[place])


def view_tabs(shown: ScreenName, count: int | None, keys: Mapping[str, str]) -> Content:
    """Return the names of the views, the one shown in brackets with how much it holds, once that is known."""
    tabs = []
    for view, name in TABS.items():
        here = f"[{name}]" if count is None else f"[{name} {count:,}]"
        tabs.append(Content(here) if view == shown else clickable(f"view.{view}", keys, name))
    return Content("  ").join(tabs)


def clickable(id_: str, keys: Mapping[str, str], words: str) -> Content:
    """Return an action's key, and words for it, if any, which do it when they are clicked."""
    key = Content.styled(next(iter(shown_keys(_BY_ID[id_], keys)), ""), "bold")
    return acting(id_, Content.assemble(key, " ", words) if words else key)


def acting(id_: str, words: str | Content) -> Content:
    """Return words which do an action when they are clicked."""
    return clicked(words, _BY_ID[id_].call)


def clicked(words: str | Content, call: str) -> Content:
    """Return words which run a Textual action when they are clicked."""
    return (words if isinstance(words, Content) else Content(words)).stylize(Style.from_meta({"@click": call}))


KEEP_OR_BACK = Content("  ").join(
    [
        clicked(Content.assemble((key, "bold"), " ", words), f"screen.{action}")
        for key, words, action in (("enter", "save", "keep"), ("esc", "cancel", "dismiss"))
    ]
)
"""The ways out of a question."""


def _shown(hint: Hint, keys: Mapping[str, str]) -> Content:
    *others, last = hint.ids
    return Content(" ").join([*(clickable(id_, keys, "") for id_ in others), clickable(last, keys, hint.label)])
