"""Tell whether the files behind a store's path are still those that are open: what is written to others is lost."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic

from briefreader.model.errors import StoreLostError
from briefreader.store.file_errors import FILE_ERRORS

_ENDS = ("", "-wal", "-shm")
_CHECK_S = 0.2
_STEPS_BETWEEN_LOOKS = 1_000
_MODE_AT, _WAL_MODE = 18, b"\x02\x02"
"""Write and read version in the header of the file (SQLite's file format, section 1.3)."""
_HEADERS: dict[tuple[int, int], int] = {}
"""Descriptors by device and inode."""


class StoreConnection(sqlite3.Connection):
    """A connection that knows the files it has open."""

    files: "OpenFiles | None" = None
    """None for a store in memory, and while the store is being opened."""

    def check_files(self) -> None:
        """Check that what is written now goes to the store's file (10 µs).

        Raises:
            StoreLostError: it does not; nothing that is written may be said to be saved.

        """
        if self.files:
            self.files.check(self)

    def confirm(self) -> None:
        """Check, after opening and after a commit, that this was the store's file, and note how it is now.

        Raises:
            StoreLostError: it did not.

        """
        if self.files:
            self.files.confirm(self)


class OpenFiles:
    """The database, its log and its shared memory, as they were when they were last looked at."""

    def __init__(self, path: Path, found: os.stat_result) -> None:
        """``found``: the database before the connection was made."""
        self._path = path
        self._names = [f"{path}{end}" for end in _ENDS]
        self._ids = [(found.st_dev, found.st_ino), *(_id_of(name) for name in self._names[1:])]
        self._sizes, self._changed_at, self._version = [0, 0], 0, -1

    def check(self, connection: sqlite3.Connection) -> None:
        """Check before a write; look closer when something else than SQLite may have written to the files."""
        sizes, changed_at = self._look()
        version = _version(connection)
        is_smaller = sizes[0] < self._sizes[0] or sizes[1] < self._sizes[1]
        if is_smaller or (changed_at != self._changed_at and version == self._version):
            self._compare(connection)
        self._sizes, self._changed_at, self._version = sizes, changed_at, version

    def confirm(self, connection: sqlite3.Connection) -> None:
        """Check after opening, and after a commit."""
        self._sizes, self._changed_at = self._look()
        self._version = _version(connection)

    def _look(self) -> tuple[list[int], int]:
        """Return the sizes of database and log, and when the database was changed."""
        found: list[os.stat_result | None] = []
        for name, known in zip(self._names, self._ids, strict=True):
            try:
                one = os.stat(name)  # noqa: PTH116 - a third of the time of Path.stat, before and after each write
            except OSError:
                one = None
            if known and (one is None or (one.st_dev, one.st_ino) != known):
                what = "deleted or moved" if one is None else "replaced"
                raise StoreLostError(name, what, is_whole=True)
            found.append(one)
        database, log, _ = found
        if database is None or not database.st_size:
            raise StoreLostError(self._names[0], "truncated", is_whole=False)
        return [database.st_size, log.st_size if log else 0], database.st_mtime_ns

    def _compare(self, connection: sqlite3.Connection) -> None:
        """Compare what is open with what a new connection finds: a checkpoint changes nothing, a copied file does."""
        if not _is_in_wal_mode(self._path):
            raise StoreLostError(self._names[0], "overwritten", is_whole=False)
        try:
            with closing(sqlite3.connect(self._path, timeout=1.0, isolation_level=None)) as other:
                is_same = _state(other) >= _state(connection) and _is_sound(other)
        except FILE_ERRORS as error:
            raise StoreLostError(self._names[0], "overwritten", is_whole=False) from error
        if not is_same:
            raise StoreLostError(self._names[0], "overwritten", is_whole=False)


def _is_in_wal_mode(path: Path) -> bool:
    """Return whether the header says so: of a store that is open it does, of a copy that briefreader made it does not.

    The descriptor is never closed, because that would let go of SQLite's locks on the file.
    """
    found = path.stat()
    file = found.st_dev, found.st_ino
    if file not in _HEADERS:
        _HEADERS[file] = os.open(path, os.O_RDONLY)
    return os.pread(_HEADERS[file], len(_WAL_MODE), _MODE_AT) == _WAL_MODE


def _id_of(name: str) -> tuple[int, int] | None:
    try:
        found = os.stat(name)  # noqa: PTH116 - as above
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return version


def _state(connection: sqlite3.Connection) -> int:
    last: int = connection.execute("SELECT coalesce(max(id), 0) FROM journal").fetchone()[0]
    return last


def _is_sound(connection: sqlite3.Connection) -> bool:
    """Check pages and references for a fifth of a second; return whether nothing was wrong so far."""
    until = monotonic() + _CHECK_S
    connection.set_progress_handler(lambda: monotonic() > until, _STEPS_BETWEEN_LOOKS)
    try:
        found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        return True
    return found == "ok" and dangling is None
