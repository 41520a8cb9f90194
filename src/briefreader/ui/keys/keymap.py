"""The reader's own keys, checked before they count."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from textual.binding import Binding
from textual.keys import Keys, key_to_character

from briefreader.model.errors import SettingsError
from briefreader.settings import Settings
from briefreader.ui.keys.actions import ACTIONS, LIVE, Action, Scope, actions_of, shown_key

_NEEDED = ("palette", "help", "back", "ledger.back", "evidence.cancel")
_OWN_MEANINGS: tuple[Scope, ...] = ("visual", "notes", "evidence")
"""There the keys of the screen do other things in the table itself."""
_BY_ID = {action.id: action for action in ACTIONS}
_NOTE_ELSEWHERE = {"note": "c", "notes.edit": "c,+,=,-,0,t"}
PRESETS: dict[str, Mapping[str, str]] = {
    "briefreader": {},
    "vim": {
        **_NOTE_ELSEWHERE,
        "match.next": "n,semicolon",
        "match.previous": "N,comma",
        "list.page-down": "space,pagedown,ctrl+f",
        "list.page-up": "pageup,ctrl+b",
        "feed.page-down": "space,pagedown,ctrl+f",
        "feed.page-up": "pageup,ctrl+b",
        "article.page-down": "space,pagedown,ctrl+f",
        "article.page-up": "pageup,ctrl+b",
        "notes.page-down": "space,pagedown,ctrl+f",
        "notes.page-up": "pageup,ctrl+b",
    },
    "newsboat": {
        **_NOTE_ELSEWHERE,
        "unread.next": "n,f3",
        "unread.previous": "p,f4",
        "read": "N,m",
        "trash": "D,d",
        "notes.delete": "D,d,delete",
        "notes.silence": "M",
        "notes.thesis": "i",
    },
}
"""The keys that other programs have taught; an action that is not named keeps its own.

What deletes an article in one pane deletes a note in another, and does nothing that lasts longer.
"""


def chosen_keys(settings: Settings) -> Mapping[str, str]:
    """Return the keys that differ from the table: those of the preset, and over them the reader's own."""
    return {**PRESETS[settings.keymap], **settings.keys}


def keymap_faults(keys: Mapping[str, str]) -> list[SettingsError]:
    """Return all that is wrong: ids that are no action's, names that are no key's, keys taken from one another.

    No key does two things in one place, but in the places where nearly every key has a meaning of its own; what leads
    out and what explains keeps a key everywhere.
    """
    known = {action.id for action in ACTIONS}
    unknown = [
        SettingsError(f"keys.{id_}", "unknown action. Press ? in the app for the names.")
        for id_ in keys
        if id_ not in known
    ]
    nameless = [
        SettingsError(f"keys.{id_}", f"unknown key {key!r}. Examples: a, A, f1, ctrl+x, space.")
        for id_, chosen in keys.items()
        for key in _split(chosen)
        if not _is_key(key)
    ]
    return [*unknown, *nameless, *_clashes(keys), *_hidden(keys)]


def keys_at(place: Scope, keys: Mapping[str, str]) -> Iterator[tuple[Action, list[str]]]:
    """Yield the actions that can be pressed in a place, those of the innermost scope first, with the keys that do it.

    A key that an inner scope takes is left out.
    """
    taken: set[str] = set()
    for scope in LIVE[place]:
        uses = [(action, _keys_of(action, keys)) for action in actions_of(scope)]
        for action, pressed in uses:
            if free := [key for key in pressed if key not in taken]:
                yield action, free
        taken |= {key for _, pressed in uses for key in pressed}


def _split(keys: str) -> list[str]:
    return [key for key in map(str.strip, keys.split(",")) if key]


def _is_key(name: str) -> bool:
    *modifiers, key = name.split("+") if name != "+" and not name.endswith("++") else [name]
    is_known = len(key) == 1 or key in {one.value for one in Keys} or key_to_character(key) is not None
    return is_known and all(one in ("ctrl", "shift", "alt") for one in modifiers)


def _clashes(keys: Mapping[str, str]) -> Iterator[SettingsError]:
    """Yield a fault for each key that would do several things in one place."""
    places = [scopes for place, scopes in LIVE.items() if place not in _OWN_MEANINGS]
    places += [(place,) for place in _OWN_MEANINGS]
    uses = [(shown_key(key), ids) for scopes in places for key, ids in _uses(keys, scopes).items() if len(ids) > 1]
    for told in dict.fromkeys(
        f"{key!r} is assigned to {' and '.join(ids)}. Give each its own key." for key, ids in uses
    ):
        yield SettingsError("keys", told)


def _hidden(keys: Mapping[str, str]) -> Iterator[SettingsError]:
    """Yield a fault for each needed action that somewhere has no key of its own."""
    for id_ in _NEEDED:
        for place, scopes in LIVE.items():
            scope = _BY_ID[id_].scope
            inner = scopes[: scopes.index(scope)] if scope in scopes else ()
            if scope in scopes and set(_keys_of(_BY_ID[id_], keys)) <= _uses(keys, inner).keys():
                yield SettingsError(f"keys.{id_}", f"this action needs a key that no other action uses ({place})")
                break


def _uses(keys: Mapping[str, str], scopes: Sequence[Scope]) -> Mapping[str, list[str]]:
    """Return the actions of each key, by id, those of the innermost scope first."""
    uses: dict[str, list[str]] = defaultdict(list)
    for scope in scopes:
        for action in actions_of(scope):
            for key in _keys_of(action, keys):
                uses[key].append(action.id)
    return uses


def _keys_of(action: Action, keys: Mapping[str, str]) -> list[str]:
    """Return an action's keys as Textual calls them: ``?`` is ``question_mark``."""
    written = [Binding(key, action.action) for key in _split(keys.get(action.id, action.keys))]
    return list(dict.fromkeys(binding.key for binding in Binding.make_bindings(written)))
