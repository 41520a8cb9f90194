"""The reader's own keys, checked before they count."""

from collections import defaultdict
from collections.abc import Mapping

from briefreader.model.errors import SettingsError
from briefreader.ui.actions import ACTIONS, Scope

_NEEDED = ("palette", "help", "back")


def check_keymap(keys: Mapping[str, str]) -> None:
    """Make sure that every id is an action's, no key does two things in one place, and the way out stays.

    Raises:
        SettingsError: naming the first that is wrong.

    """
    known = {action.id for action in ACTIONS}
    for id_ in keys:
        if id_ not in known:
            raise SettingsError(f"keys.{id_}", "there is no such action; press ? for their names")
    for id_ in _NEEDED:
        if not keys.get(id_, "x").strip(" ,"):
            raise SettingsError(f"keys.{id_}", "this action must keep a key")
    for (scope, key), ids in _uses(keys).items():
        if len(ids) > 1:
            raise SettingsError("keys", f"{key!r} would do {' and '.join(ids)} ({scope})")


def _uses(keys: Mapping[str, str]) -> Mapping[tuple[Scope, str], list[str]]:
    uses: dict[tuple[Scope, str], list[str]] = defaultdict(list)
    for action in ACTIONS:
        for key in keys.get(action.id, action.keys).split(","):
            uses[action.scope, key.strip()].append(action.id)
    return uses
