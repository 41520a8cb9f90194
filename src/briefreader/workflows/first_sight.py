"""Check the pages of a store that this machine has not seen before: a damaged file may come from anywhere.

What was checked is remembered apart from the store, because what comes with a file cannot vouch for it. The daily
backup reads all of a larger store.
"""

import os
from contextlib import suppress
from pathlib import Path

from briefreader import paths
from briefreader.model.errors import StoreError
from briefreader.store.pages import damage_of_pages

_MOST_S = 1.0


def check_pages(file: Path, *, again: bool = False) -> None:
    """Check a store that was not checked under this name before.

    ``again``: also one that anything has written to since.

    Raises:
        StoreError: it is damaged; the message says what to do.

    """
    found = file.stat()
    mark = paths.checked_stores() / f"{found.st_dev:x}-{found.st_ino:x}"
    if _store_of(mark) == str(file) and not (again and mark.stat().st_mtime_ns != found.st_ctime_ns):
        return
    if wrong := damage_of_pages(file, _MOST_S):
        raise StoreError(
            f"the store {file} is damaged: {wrong}. To restore the last backup, run briefreader restore. The"
            " damaged store is kept."
        )
    _prune()
    with suppress(OSError):  # where no mark can be left, the file is checked each time
        mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        mark.write_text(str(file), "utf-8")
        mark.chmod(0o600)
        os.utime(mark, ns=(found.st_ctime_ns, found.st_ctime_ns))


def _store_of(mark: Path) -> str:
    """Return where the store is that a mark is for; empty without one, or for one of an earlier version."""
    try:
        return mark.read_text("utf-8")
    except (OSError, ValueError):
        return ""


def _prune() -> None:
    """Remove the marks of files that are gone: another file may get their number."""
    with suppress(OSError):
        for mark in paths.checked_stores().iterdir():
            if not os.path.exists(_store_of(mark)):  # noqa: PTH110 - Path("") is the current folder
                mark.unlink()
