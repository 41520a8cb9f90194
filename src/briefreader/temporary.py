"""Temporary files under names of no meaning: one that a killed process has left is removed at the next start."""

import os
import re
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader import paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PREFIX = ".briefreader-"
_NAME = re.compile(rf"{re.escape(PREFIX)}[a-z0-9_]{{8}}")
"""What :mod:`tempfile` makes of the prefix."""
_ENDS = ("", "-journal", "-wal", "-shm")
"""What SQLite adds to the name of a database."""


@contextmanager
def temporary_file(folder: Path) -> "Iterator[Path]":
    """Make an empty file for its owner's eyes only, to be written and renamed; what is still there is removed.

    Raises:
        OSError: it cannot be made.

    """
    import tempfile  # noqa: PLC0415 - 10 ms, and not for the first frame

    handle, name = tempfile.mkstemp(dir=folder, prefix=PREFIX)
    os.close(handle)
    with _marked(Path(name)) as made:
        yield made


@contextmanager
def temporary_folder(folder: Path) -> "Iterator[Path]":
    """Make an empty folder to write in; it is removed in the end.

    Raises:
        OSError: it cannot be made.

    """
    import tempfile  # noqa: PLC0415 - as above

    with _marked(Path(tempfile.mkdtemp(dir=folder, prefix=PREFIX))) as made:
        yield made


def replace_file(path: Path, text: str) -> None:
    """Write a file beside its name and rename it, so that there is always the old or the new one, never half of it.

    Raises:
        OSError: it cannot be written; what was there stays.

    """
    with staged_file(path.parent, [text]) as temporary:
        temporary.replace(path)


@contextmanager
def staged_file(folder: Path, pieces: "Iterable[str]") -> "Iterator[Path]":
    """Write a file under a name of no meaning, to be renamed; when it is still there in the end, it is removed.

    Raises:
        OSError: it cannot be written; nothing is left of it.

    """
    with temporary_file(folder) as temporary:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        yield temporary


def remove_left_behind() -> None:
    """Remove the temporary files of processes that were killed; those of running processes stay.

    Each has a mark with its path, which its process holds a lock on, and the system lets go of with the process.
    """
    for mark in _marks():
        descriptor = _locked(mark)
        if descriptor is None:
            continue
        try:
            left = Path(os.fsdecode(os.read(descriptor, os.stat(mark).st_size)))  # noqa: PTH116 - takes a name
            if is_temporary(left):
                remove(left)
            mark.unlink(missing_ok=True)
        except OSError:
            continue
        finally:
            os.close(descriptor)


def is_temporary(path: Path) -> bool:
    """Return whether a file or folder has the name of a temporary one; a reader's own may have it, too."""
    return bool(_NAME.fullmatch(path.name))


def remove(path: Path) -> None:
    """Remove a temporary file, with what SQLite has put beside it, or a folder; a link is never followed."""
    import shutil  # noqa: PLC0415 - as above

    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    for end in _ENDS:
        with suppress(OSError):
            Path(f"{path}{end}").unlink(missing_ok=True)


@contextmanager
def _marked(path: Path) -> "Iterator[Path]":
    mark = _mark(path)
    try:
        yield path
    finally:
        remove(path)
        if mark:
            mark[0].unlink(missing_ok=True)
            os.close(mark[1])


def _mark(path: Path) -> tuple[Path, int] | None:
    """Leave a mark, and return it with the descriptor that locks it; None where the state folder cannot be written."""
    import fcntl  # noqa: PLC0415 - as above
    import tempfile  # noqa: PLC0415 - as above

    folder = paths.temporary_marks()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=folder)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        os.write(descriptor, os.fsencode(path.absolute()))
    except OSError:
        os.close(descriptor)
        Path(name).unlink(missing_ok=True)
        return None
    return Path(name), descriptor


def _marks() -> list[Path]:
    try:
        return sorted(paths.temporary_marks().iterdir())
    except OSError:
        return []


def _locked(mark: Path) -> int | None:
    """Return a descriptor that locks a mark; None while the process that left it is running."""
    import fcntl  # noqa: PLC0415 - as above

    try:
        descriptor = os.open(mark, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
