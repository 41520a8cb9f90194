"""The file in which the program writes what happened; only the reader can read it."""

import logging
import os
from contextlib import suppress
from io import TextIOWrapper

from briefreader import paths
from briefreader.model.control_characters import escape_control_characters

_FILE_MODE = 0o600
_FOLDER_MODE = 0o700


def log_to_file() -> None:
    """Send what the program logs to its file, opened with the first line; where that fails, there is no log."""
    file = paths.log_file()
    with suppress(OSError):  # of another user, or write-protected
        file.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        file.parent.chmod(_FOLDER_MODE)  # earlier versions left it to the umask
    handler = _PrivateFile(file, encoding="utf-8", delay=True)
    handler.setFormatter(_Escaped("%(asctime)s %(levelname)s %(name)s %(message)s"))
    ours = logging.getLogger("briefreader")
    ours.setLevel(logging.INFO)
    for old in ours.handlers[:]:
        ours.removeHandler(old)
        old.close()
    ours.addHandler(handler)


class _PrivateFile(logging.FileHandler):
    """A file that nothing depends on: when it cannot be opened, its lines are left out."""

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            super().emit(record)

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, _FILE_MODE)
        os.fchmod(descriptor, _FILE_MODE)
        return open(descriptor, "a", encoding=self.encoding)  # noqa: PTH123 - a descriptor has no path


class _Escaped(logging.Formatter):
    """Lines that act on no terminal, as the log may be shown on one."""

    def format(self, record: logging.LogRecord) -> str:
        return escape_control_characters(super().format(record))
