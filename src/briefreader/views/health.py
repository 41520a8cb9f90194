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

_RESTORE = "run briefreader restore to restore the last backup; the current store is kept"
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
        advice = "check the note in the app, or " + _RESTORE if note else _RESTORE
        yield wrong, advice


def _index(store: Store) -> Iterator[tuple[str, str]]:
    if wrong := store.search.damage():
        yield wrong, "run briefreader doctor --rebuild to rebuild the index; your data is not changed"


def _modes(store: Store) -> Iterator[tuple[str, str]]:
    if file := store.file():
        for end in ("", "-wal", "-shm"):
            path = Path(f"{file}{end}")
            if path.exists() and stat.S_IMODE(path.stat().st_mode) & _OTHERS:
                yield f"other users can read {path}", f"chmod 600 {path}"


def _views(store: Store) -> Iterator[tuple[str, str]]:
    for view in store.saved_views.all():
        problem = understood(view.query, date.min)
        if isinstance(problem, QueryProblem):
            advice = f"delete it with briefreader views delete {shlex.quote(view.name)}, then save a corrected search"
            yield f"the saved search {view.name} is not valid and finds nothing: {problem.message}", advice
