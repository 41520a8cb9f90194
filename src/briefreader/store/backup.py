"""Copy the store while it is in use, and put a copy in its place."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from briefreader.model.errors import StoreError

_BESIDE = ("-wal", "-shm")


def write_copy(connection: sqlite3.Connection, path: Path) -> None:
    """Write a copy of the whole store, whole or not at all, for its owner's eyes only; it has been read back.

    Raises:
        StoreError: it could not be written, or is not what was written; nothing was changed.

    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".briefreader-")
        os.close(handle)
        temporary = Path(name)
        connection.execute("VACUUM INTO ?", [name])
        if wrong := damage_of(temporary):
            raise StoreError(f"the copy {path} was not written well: {wrong}; nothing was changed")
        _sync(temporary)
        temporary.replace(path)
        _sync(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"the copy {path} could not be written: {error}; nothing was changed") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def damage_of(path: Path) -> str | None:
    """Return what is wrong with a file as a store, in words; None when SQLite finds it whole."""
    try:
        with closing(sqlite3.connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True)) as connection:
            if not connection.execute("PRAGMA user_version").fetchone()[0]:
                return "it is no store of briefreader's"
            found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            return None if found == "ok" else found
    except sqlite3.Error as error:
        return str(error)


def is_in_use(path: Path) -> bool:
    """Tell whether another program has a store open; a damaged one is taken to be in nobody's use."""
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(path, timeout=0.1, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    except sqlite3.DatabaseError:
        return False
    return False


def put_in_place(copy: Path, path: Path, aside: Path) -> None:
    """Put a copy where the store is; what is there goes to ``aside`` first, with what was not yet written into it.

    Raises:
        StoreError: it could not be done; what was there is there, or in ``aside``.

    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for end in ("", *_BESIDE):
            with suppress(FileNotFoundError):
                shutil.copy2(f"{path}{end}", f"{aside}{end}")
                _sync(Path(f"{aside}{end}"))
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".briefreader-")
        os.close(handle)
        shutil.copyfile(copy, name)
        _sync(Path(name))
        for end in _BESIDE:  # before the new file is there: what they hold belongs to the old one
            Path(f"{path}{end}").unlink(missing_ok=True)
        Path(name).replace(path)
        _sync(path.parent)
    except OSError as error:
        raise StoreError(f"{path} could not be replaced: {error}; what it held is in {aside}") from error


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
