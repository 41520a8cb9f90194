"""Keep copies of the store, and bring one back."""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefreader.export.lines import render_lines
from briefreader.model.backup import Backup, backup_name, backup_named, kept
from briefreader.model.errors import StoreError
from briefreader.store.backup import damage_of, put_in_place
from briefreader.temporary import PREFIX, is_temporary, remove, remove_left_behind, staged_file
from briefreader.workspace import Workspace

logger = logging.getLogger(__name__)

_EACH = timedelta(days=1)
_DATABASE = b"SQLite format 3\0"


def backup(workspace: Workspace, path: Path | None = None) -> Path:
    """Copy the store into its folder of backups, and thin those; or to ``path``, which must not be there yet.

    Raises:
        StoreError: the copy could not be written; nothing was changed.

    """
    file = _file_of(workspace)
    if path and path.exists():
        raise StoreError(f"{path} already exists. Choose another file name.")
    made = path or backups_of(file) / backup_name(workspace.clock())
    workspace.store.write_copy(made)
    logger.info("backup path=%s", made)
    if path is None:
        _thin(backups_of(file))
    return made


def backup_if_due(workspace: Workspace) -> Path | None:
    """Make the daily backup; None when it is not due yet, or another process is making it.

    Raises:
        StoreError: the copy could not be written; nothing was changed.

    """
    folder = backups_of(_file_of(workspace))
    with _alone_in(folder) as is_alone:
        return backup(workspace) if is_alone and is_backup_due(workspace) else None


@contextmanager
def _alone_in(folder: Path) -> Iterator[bool]:
    """Tell whether no other process makes a backup in a folder, and keep others from it; a kill lets go of it.

    Raises:
        StoreError: the folder cannot be made.

    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise StoreError(f"cannot write a backup to {folder}: {error.strerror}") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)


def remove_copies_left_behind(file: Path, at: datetime) -> None:
    """Remove the temporary files of killed processes, and the unfinished backups of earlier versions.

    Earlier versions left no mark. Of theirs, only copies of a store in the folder of backups that are a day old are
    removed: in any other folder, a file with such a name may be the reader's.
    """
    remove_left_behind()
    for left in backups_of(file).glob(f"{PREFIX}*"):
        try:
            written_at = datetime.fromtimestamp(left.lstat().st_mtime, UTC)
            if at - written_at >= _EACH and is_temporary(left) and _may_be_copy(left):
                remove(left)
        except OSError:
            continue


def _may_be_copy(path: Path) -> bool:
    """Return whether a file is a database, or one of which nothing was written yet."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_DATABASE)) in (b"", _DATABASE)


def is_backup_due(workspace: Workspace) -> bool:
    """Tell whether the last backup is a day old, or there is none of a store that has something in it."""
    file = workspace.store.file()
    if file is None or workspace.store.newer_schema or workspace.store.is_empty():
        return False
    made = list_backups(Path(file))
    return not made or workspace.clock() - made[-1].at >= _EACH


def list_backups(file: Path) -> list[Backup]:
    """Return the copies of a store that are kept, the oldest first."""
    return sorted(_backups_in(backups_of(file)))


def restore(file: Path, copy: Path, at: datetime) -> Path:
    """Put a copy in a store's place; return where the store that was there is now.

    A copy from elsewhere than the store's own backups leads no feed into a private network until that is typed again.

    Raises:
        StoreError: the copy is damaged, or another program has the store open; nothing was changed.

    """
    if wrong := damage_of(copy):
        raise StoreError(f"cannot restore {copy}: {wrong}. Nothing was changed.")
    aside = unused(file.with_name(f"{file.name}.before-restore-{backup_name(at)}"))
    put_in_place(copy, file, aside, is_own=copy.resolve().parent == backups_of(file).resolve())
    return aside


def keep_annotations(workspace: Workspace, *, was_empty: bool = False) -> None:
    """Write all that the reader has written, with the texts that it is about, beside the store: it outlives its loss.

    ``was_empty``: the store held nothing when it was opened. What is beside it is then another store's, perhaps one
    that is lost, and stays under another name.

    Raises:
        OSError: it cannot be written; the last one stays.

    """
    if file := workspace.store.file():
        path = annotations_of(Path(file))
        if was_empty and path.exists():
            path.rename(unused(path.with_name(f"{path.name}.before-{backup_name(workspace.clock())}")))
        with staged_file(path.parent, render_lines(workspace.store.lines.authored())) as staged:
            staged.replace(path)


def unused(path: Path) -> Path:
    """Return a name that nothing has yet: this one, or with a number behind it."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def annotations_of(file: Path) -> Path:
    """Return where the reader's notes are kept besides, for the store in a file."""
    return file.with_name(f"{file.name}.annotations.jsonl")


def backups_of(file: Path) -> Path:
    """Return the folder of a store's backups."""
    return file.with_name(f"{file.name}.backups")


def _backups_in(folder: Path) -> list[Backup]:
    return [found for path in folder.glob("*.db") if (found := backup_named(path.name))]


def _thin(folder: Path) -> None:
    made = _backups_in(folder)
    for old in set(made) - kept(made):
        (folder / old.name).unlink(missing_ok=True)


def _file_of(workspace: Workspace) -> Path:
    file = workspace.store.file()
    if file is None:
        raise StoreError("this store is in memory only and has no backups")
    return Path(file)
