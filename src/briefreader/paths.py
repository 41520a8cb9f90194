"""Where briefreader's files are."""

from pathlib import Path

import platformdirs

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


def temporary_marks() -> Path:
    """Return the folder of marks for the temporary files that are being written."""
    return platformdirs.user_state_path("briefreader") / "temporary"


def bundled(folder: str) -> Path:
    """Return a folder that ships with the program: in the wheel, or in a checkout."""
    in_wheel = _PACKAGE / folder
    return in_wheel if in_wheel.is_dir() else _REPOSITORY / folder
