"""Have SQLite check the pages of a store."""

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic

from briefreader.store.file_errors import FILE_ERRORS, message_of

_STEPS_BETWEEN_LOOKS = 10_000


def damage_of_pages(path: Path, most_s: float) -> str | None:
    """Return what is wrong with the pages of a store whose schema has been checked; None when nothing was found.

    The check ends after ``most_s`` seconds, however large the store is. SQLite 3.40 reports false damage from
    ``quick_check`` in tables WITHOUT ROWID.
    """
    until = monotonic() + most_s
    with closing(sqlite3.connect(path)) as connection:
        connection.set_progress_handler(lambda: monotonic() > until, _STEPS_BETWEEN_LOOKS)
        try:
            found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        except FILE_ERRORS as error:
            is_over = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT
            return None if is_over else message_of(error)
    return None if found == "ok" else found.splitlines()[-1]
