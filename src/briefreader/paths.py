"""Where briefreader's files are."""

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PACKAGE = Path(__file__).parent
_REPOSITORY = _PACKAGE.parents[1]


def settings_file() -> Path:
    """Return where a person writes their settings."""
    return platformdirs.user_config_path("briefreader") / "config.toml"


def user_themes() -> Path:
    """Return where a person keeps their own themes."""
    return platformdirs.user_config_path("briefreader") / "themes"


def store_file() -> Path:
    """Return where the reader's own store is kept."""
    return platformdirs.user_data_path("briefreader") / "briefreader.db"


def demo_store_file() -> Path:
    """Return where the store of the sample briefings is kept, apart from the reader's own."""
    return platformdirs.user_data_path("briefreader") / "demo" / "briefreader.db"


def export_folder() -> Path:
    """Return where exports go when nobody says otherwise."""
    return platformdirs.user_documents_path() / "briefreader"


def log_file() -> Path:
    """Return where the program writes what happened."""
    return platformdirs.user_state_path("briefreader") / "briefreader.log"


def checked_stores() -> Path:
    """Return the folder of marks for the stores that were checked when this machine first saw them."""
    return platformdirs.user_state_path("briefreader") / "checked-stores"


def bundled(folder: str) -> Path:
    """Return a folder that ships with the program: in the wheel, or in a checkout."""
    in_wheel = _PACKAGE / folder
    return in_wheel if in_wheel.is_dir() else _REPOSITORY / folder


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
    import tempfile  # noqa: PLC0415 - 10 ms, and not for the first frame

    handle, name = tempfile.mkstemp(dir=folder, prefix=".briefreader-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)
