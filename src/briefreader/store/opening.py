"""Make a database a store that is safe to use: created once, of this version, with nothing foreign in it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefreader.model.errors import StoreError
from briefreader.store.schema import check_schema, distrust
from briefreader.store.version import SCHEMA_VERSION


def create(path: Path) -> None:
    """Make an empty file for its owner's eyes only, unless there is one.

    Raises:
        StoreError: it cannot be made.

    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600))
    except OSError as error:
        raise StoreError(f"cannot create the store {path}: {error.strerror}") from error


def prepare(connection: sqlite3.Connection, path: Path | None) -> int | None:
    """Make the connection safe and the schema ours; return the version of one that is newer than ours.

    ``path``: None for a store in memory. Of several processes that find a store to be made or upgraded, one does so
    and the others wait.

    Raises:
        StoreError: the file holds what briefreader did not make, or is damaged; nothing was written.

    """
    _read_schema(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    if path is None:
        _upgrade(connection)
        return None
    distrust(connection)
    if _is_ready(connection):
        version = SCHEMA_VERSION
    else:
        with _alone_in(path.parent):
            version = _version(connection)
            if version <= SCHEMA_VERSION:
                check_schema(connection, str(path))
                _upgrade(connection)
    check_schema(connection, str(path))
    if version > SCHEMA_VERSION:
        connection.execute("PRAGMA query_only = ON")
        return version
    return None


def _read_schema(connection: sqlite3.Connection) -> None:
    """Have SQLite read the schema, which fails for a damaged one.

    Raises:
        sqlite3.DatabaseError: it is damaged.

    """
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except UnicodeDecodeError as error:  # SQLite's message quotes what the file has in the place of text
        damaged = sqlite3.DatabaseError("the schema of the file is damaged")
        damaged.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damaged from error


def _is_ready(connection: sqlite3.Connection) -> bool:
    """Return whether a store is of this version and in WAL mode; another process may be about to see to that."""
    try:
        if _version(connection) != SCHEMA_VERSION:
            return False
        mode: str = connection.execute("PRAGMA journal_mode").fetchone()[0]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        return False
    return mode == "wal"


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep other processes that would make or upgrade a store in a folder waiting; a kill lets go of it."""
    import fcntl  # noqa: PLC0415 - once in many releases

    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _upgrade(connection: sqlite3.Connection) -> None:
    version = _version(connection)
    if version < SCHEMA_VERSION:
        from briefreader.store.migrations import migrate  # noqa: PLC0415 - 80 ms to load

        if version:
            _copy_before(connection, version)
        migrate(connection, SCHEMA_VERSION)
    elif connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete":  # a copy that was put in place
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA user_version").fetchone()  # so that it counts as open


def _copy_before(connection: sqlite3.Connection, version: int) -> None:
    """Copy a store before its schema is changed, once for each state that it is in."""
    path: str = connection.execute("PRAGMA database_list").fetchone()[2]
    if path:
        from briefreader.store.backup import write_copy  # noqa: PLC0415 - once in many releases

        last: int = connection.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()[0] if version > 1 else 0
        copy = Path(f"{path}.backups") / f"before-schema-{SCHEMA_VERSION}-from-{version}-{last}.db"
        if not copy.exists():
            write_copy(connection, copy, in_one_step=True)


def in_words(error: sqlite3.Error, path: Path | None) -> str:
    """Return what SQLite says is wrong, with what to do about a damaged or a write-protected file."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if path and code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
        for protected in (path, path.parent):
            if protected.exists() and not os.access(protected, os.W_OK):
                return f"{protected} is write-protected. Allow briefreader to write there, or use a copy."
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return f"{error}. If this is your store, run briefreader restore to restore the last backup."
    return str(error)
