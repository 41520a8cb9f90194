"""Copy the store while it is in use, and put a copy in its place."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from time import sleep

from briefreader.model.errors import StoreError
from briefreader.store.file_errors import FILE_ERRORS, message_of
from briefreader.store.schema import check_schema, distrust
from briefreader.store.version import SCHEMA_VERSION
from briefreader.temporary import temporary_file

_OURS = ("articles", "revisions")
_BESIDE = ("-wal", "-shm")
_STEP_PAGES, _STEP_PAUSE_S = 256, 0.002


def write_copy(connection: sqlite3.Connection, path: Path, *, in_one_step: bool = False) -> None:
    """Write a copy of the whole store, whole or not at all, for its owner's eyes only; it has been read back.

    ``in_one_step``: somebody waits for it, and nobody else can use the store meanwhile.

    Raises:
        StoreError: it could not be written, or is not what was written; nothing was changed.

    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with temporary_file(path.parent) as temporary:
            _copy_pages(connection, temporary, -1 if in_one_step else _STEP_PAGES)
            if wrong := damage_of(temporary):
                raise StoreError(f"the copy {path} is damaged: {wrong}. Nothing was changed.")
            _sync(temporary)
            temporary.replace(path)
            _sync(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"could not write the copy {path}: {error}. Nothing was changed.") from error


def _copy_pages(connection: sqlite3.Connection, to: Path, step: int) -> None:
    """Copy a store as it is at this moment, so many pages at a time, so that no other program waits for the disk."""
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()  # what is written from now on is not in the copy
        with closing(sqlite3.connect(to, isolation_level=None)) as whole:
            whole.execute("PRAGMA journal_mode = OFF")
            whole.execute("PRAGMA synchronous = FULL")
            connection.backup(whole, pages=step, progress=lambda *_: _rest(to))
            whole.execute("PRAGMA journal_mode = DELETE").fetchone()  # one file
    finally:
        connection.execute("ROLLBACK")


def _rest(to: Path) -> None:
    """Have the disk take what was copied so far, lest it take all at once in the end, and let others go first."""
    _sync(to)
    sleep(_STEP_PAUSE_S)


def damage_of(path: Path) -> str | None:
    """Return what is wrong with a file as a store, in words; None when SQLite finds it whole."""
    try:
        with closing(sqlite3.connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True)) as connection:
            ours = connection.execute("SELECT count(*) FROM sqlite_master WHERE name IN (?, ?)", _OURS)
            if not connection.execute("PRAGMA user_version").fetchone()[0] or ours.fetchone()[0] != len(_OURS):
                return "it is not a briefreader store"
            found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            return None if found == "ok" else found
    except FILE_ERRORS as error:
        return message_of(error)


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Keep every other program out of a store; a damaged one is taken to be in nobody's use.

    Raises:
        StoreError: another program has it open.

    """
    with closing(sqlite3.connect(path, timeout=0.1, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()  # to leave WAL one has to be alone
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StoreError(f"{path} is open in another program. Quit it first. Nothing was changed.") from error
        except FILE_ERRORS:
            pass
        yield


def put_in_place(copy: Path, path: Path, aside: Path, *, is_own: bool) -> None:
    """Put a copy where the store is; what is there goes to ``aside`` first, with what was not yet written into it.

    ``is_own``: this program made the copy, here. What the reader of another copy has typed was not typed here.

    Raises:
        StoreError: the copy does more than hold rows, another program has the store open, or it could not be done; what
            was there is there, or in ``aside``.

    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with temporary_file(path.parent) as temporary:
            shutil.copyfile(copy, temporary)
            _make_ours(temporary, copy, is_own=is_own)
            _sync(temporary)
            with alone_with(path) if path.exists() else nullcontext():
                _swap(temporary, path, aside)
            _sync(path.parent)
    except (OSError, *FILE_ERRORS) as error:
        why = message_of(error)
        raise StoreError(f"could not replace {path}: {why}. Its content is still there, or in {aside}.") from error


def _make_ours(temporary: Path, copy: Path, *, is_own: bool) -> None:
    """Bring a copy's schema up to date, hold it against ours, and take from it what only its own reader may allow."""
    with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
        distrust(connection)
        check_schema(connection, str(copy))
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version < SCHEMA_VERSION:
            from briefreader.store.migrations import migrate  # noqa: PLC0415 - 80 ms to load

            migrate(connection, SCHEMA_VERSION)
        if not is_own:
            _distrust_addresses(connection)
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()  # one file again


def _distrust_addresses(connection: sqlite3.Connection) -> None:
    """Forget what a reader elsewhere has typed; where a newer schema has no such table, there is nothing to forget."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'typed_addresses'").fetchone():
        connection.execute("DELETE FROM typed_addresses")


def _swap(new: Path, path: Path, aside: Path) -> None:
    """Give the store another name as well, and its own to the new file; to copy it would let go of its lock."""
    for end in ("", *_BESIDE):
        with suppress(FileNotFoundError):
            os.link(f"{path}{end}", f"{aside}{end}")
    for end in _BESIDE:  # before the new file is there: what they hold belongs to the old one
        Path(f"{path}{end}").unlink(missing_ok=True)
    new.replace(path)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
