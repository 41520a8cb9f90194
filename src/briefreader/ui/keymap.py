"""The reader's own keys, checked before they count."""

from collections import defaultdict
from collections.abc import Mapping

from textual.keys import Keys, key_to_character

from briefreader.model.errors import SettingsError
from briefreader.settings import Settings
from briefreader.ui.actions import ACTIONS, Scope

_NEEDED = ("palette", "help", "back")
_NOTE_ELSEWHERE = {"note": "c", "notes.edit": "c,+,=,-,0,t"}
PRESETS: dict[str, Mapping[str, str]] = {
    "briefreader": {},
    "vim": {
        **_NOTE_ELSEWHERE,
        "match.next": "n,semicolon",
        "match.previous": "N,comma",
        "feed.page-down": "space,pagedown,ctrl+d,ctrl+f",
        "feed.page-up": "pageup,ctrl+u,ctrl+b",
        "article.page-down": "space,pagedown,ctrl+d,ctrl+f",
        "article.page-up": "pageup,ctrl+u,ctrl+b",
    },
    "newsboat": {
        **_NOTE_ELSEWHERE,
        "next": "n,J",
        "previous": "p,K",
        "read": "N,m",
        "trash": "D,d",
    },
}
"""The keys that other programs have taught; an action that is not named keeps its own."""


def chosen_keys(settings: Settings) -> Mapping[str, str]:
    """Return the keys that differ from the table: those of the preset, and over them the reader's own.

    Raises:
        SettingsError: naming the first that is wrong.

    """
    keys = {**PRESETS[settings.keymap], **settings.keys}
    check_keymap(keys)
    return keys


def check_keymap(keys: Mapping[str, str]) -> None:
    """Make sure that every id is an action's, no key does two things in one place, and the way out stays.

    Raises:
        SettingsError: naming the first that is wrong.

    """
    known = {action.id for action in ACTIONS}
    for id_ in keys:
        if id_ not in known:
            raise SettingsError(f"keys.{id_}", "there is no such action; press ? for their names")
    for id_, chosen in keys.items():
        _check_names(id_, chosen)
    for id_ in _NEEDED:
        if not keys.get(id_, "x").strip(" ,"):
            raise SettingsError(f"keys.{id_}", "this action must keep a key")
    for (scope, key), ids in _uses(keys).items():
        if len(ids) > 1:
            raise SettingsError("keys", f"{key!r} would do {' and '.join(ids)} ({scope})")


def _check_names(id_: str, chosen: str) -> None:
    for key in filter(None, map(str.strip, chosen.split(","))):
        if not _is_key(key):
            raise SettingsError(f"keys.{id_}", f"no key is called {key!r}; such are: a, A, f1, ctrl+x, space")


def _is_key(name: str) -> bool:
    *modifiers, key = name.split("+") if name != "+" and not name.endswith("++") else [name]
    is_known = len(key) == 1 or key in {one.value for one in Keys} or key_to_character(key) is not None
    return is_known and all(one in ("ctrl", "shift", "alt") for one in modifiers)


def _uses(keys: Mapping[str, str]) -> Mapping[tuple[Scope, str], list[str]]:
    uses: dict[tuple[Scope, str], list[str]] = defaultdict(list)
    for action in ACTIONS:
        for key in keys.get(action.id, action.keys).split(","):
            uses[action.scope, key.strip()].append(action.id)
    return uses
