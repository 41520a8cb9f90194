"""Have SQLite check the pages of a store."""

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic

from briefreader.store.file_errors import FILE_ERRORS, message_of

_STEPS_BETWEEN_LOOKS = 10_000
_WITH_IDS = ("articles", "annotations", "theses", "watch_items")
"""Whose ids stand in names of files and in exports as they are."""
_INVALID_ID = "*[^0-9A-Za-z_:. -]*"


def damage_of_pages(path: Path, most_s: float) -> str | None:
    """Return what is wrong with the pages and ids of a store whose schema has been checked; None if nothing was found.

    The check ends after ``most_s`` seconds, however large the store is. SQLite 3.40 reports false damage from
    ``quick_check`` in tables WITHOUT ROWID.
    """
    until = monotonic() + most_s
    with closing(sqlite3.connect(path)) as connection:
        connection.set_progress_handler(lambda: monotonic() > until, _STEPS_BETWEEN_LOOKS)
        try:
            if table := _with_invalid_id(connection):
                return f"an id in {table} is not one that briefreader writes"
            found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        except FILE_ERRORS as error:
            is_over = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT
            return None if is_over else message_of(error)
    return None if found == "ok" else found.splitlines()[-1]


def _with_invalid_id(connection: sqlite3.Connection) -> str | None:
    """Return the first table in which an id could act where it is written; None without one."""
    return next((table for table in _WITH_IDS if _has_invalid_id(connection, table)), None)


def _has_invalid_id(connection: sqlite3.Connection, table: str) -> bool:
    query = f"SELECT 1 FROM {table} WHERE id GLOB ? LIMIT 1"  # noqa: S608 - one of ours
    return connection.execute(query, [_INVALID_ID]).fetchone() is not None
