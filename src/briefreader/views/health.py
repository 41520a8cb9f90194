"""Whether the store is sound, and what to do where it is not."""

import re
import shlex
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from briefreader.model.query import QueryProblem
from briefreader.store.store import Store
from briefreader.views.querying import understood

_RESTORE = "briefreader restore puts the last backup in its place; what is there now is kept beside it"
_OTHERS = 0o077


def health(store: Store) -> list[tuple[str, str]]:
    """Return what is wrong, the gravest first, each with what to do about it; nothing when all is sound."""
    if store.newer_schema:
        return []
    return [*_damage(store), *_index(store), *_modes(store), *_views(store)]


def known_trap(store: Store) -> str | None:
    """Return what this machine's SQLite is known to do wrong, in words; None where nothing is."""
    return store.sqlite_trap()


def _damage(store: Store) -> Iterator[tuple[str, str]]:
    for wrong in store.damage():
        note = re.search(r"annotation|of annotations", wrong)
        advice = "look at it in the app, or " + _RESTORE if note else _RESTORE
        yield wrong, advice


def _index(store: Store) -> Iterator[tuple[str, str]]:
    if wrong := store.search.damage():
        yield wrong, "briefreader doctor --rebuild makes the index anew; nothing that you wrote is touched"


def _modes(store: Store) -> Iterator[tuple[str, str]]:
    if file := store.file():
        for end in ("", "-wal", "-shm"):
            path = Path(f"{file}{end}")
            if path.exists() and stat.S_IMODE(path.stat().st_mode) & _OTHERS:
                yield f"others on this machine can read {path}", f"chmod 600 {path}"


def _views(store: Store) -> Iterator[tuple[str, str]]:
    for view in store.saved_views.all():
        problem = understood(view.query, date.min)
        if isinstance(problem, QueryProblem):
            advice = f"briefreader views remove {shlex.quote(view.name)}, and keep it as it should be"
            yield f"the view {view.name} finds nothing, and acts on nothing: {problem.message}", advice
