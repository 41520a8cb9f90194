"""A person's settings, read from TOML and the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Self

from briefreader.model.errors import SettingsError

_PREFIX = "BRIEFREADER_"
_MOST_MINUTES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default."""

    theme: str = "night"
    """A theme's name: paper, night, contrast, one of Textual's, or a file in the themes folder."""
    export_folder: str = ""
    """Where ``X`` writes; empty for the documents folder."""
    inbox_folder: str = ""
    """A folder whose files are taken in at each refresh; empty for none."""
    refresh_minutes: int = 0
    """How often the app asks feeds by itself; 0 for never, so that nothing connects before the reader says so."""
    keymap: str = "briefreader"
    """Which keys to begin with: briefreader, vim or newsboat; ``keys`` wins over it."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """From an action's id to its keys, commas between them."""

    @classmethod
    def load(cls, path: Path, environment: Mapping[str, str] = os.environ) -> Self:
        """Read the settings at ``path``; without a file, all are at their defaults.

        ``BRIEFREADER_THEME`` and the like win over the file.

        Raises:
            SettingsError: the file is not TOML, has a key that does not exist, or a value of another kind.

        """
        table = _read(path) if path.exists() else {}
        for name in ("theme", "export_folder"):
            if value := environment.get(_PREFIX + name.upper()):
                table[name] = value
        return cls(**_checked(table, {known.name for known in fields(cls)}))


def _read(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - 15 ms, and most people have no settings file

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(str(path), str(error)) from error


def _checked(table: dict[str, Any], names: set[str]) -> dict[str, Any]:
    for key, value in table.items():
        if key not in names:
            raise SettingsError(key, f"no such setting; there are: {', '.join(sorted(names))}")
        if key == "keys":
            _check_keys(value)
        elif key == "refresh_minutes":
            if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_MINUTES:
                raise SettingsError(key, f"must be a number of minutes up to {_MOST_MINUTES}, or 0 for never")
        elif not isinstance(value, str):
            raise SettingsError(key, f"must be text in quotes, not {value!r}")
    return table


def _check_keys(value: object) -> None:
    if not isinstance(value, dict) or not all(isinstance(keys, str) for keys in value.values()):
        raise SettingsError("keys", 'must be a table of lines such as archive = "e"')
