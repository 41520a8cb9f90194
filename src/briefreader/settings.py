"""A person's settings, read from TOML and the environment."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from briefreader.model.errors import FaultsError, SettingsError
from briefreader.paths import export_folder
from briefreader.small_files import InvalidFileError, cut, read_small_text, read_toml
from briefreader.temporary import replace_file

_PREFIX = "BRIEFREADER_"
_MOST_MINUTES = 10_000
_MOST_KEYS = 500
"""Actions with keys of their own; there are fewer actions."""
_MOST_FAULTS = 20
"""That are named."""
_FOLDERS = ("export_folder", "inbox_folder")
_KEYS = "keys"
_NO_TABLE = 'must be a table, for example archive = "e" and "claim.next" = "]"'

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What can be set, for the file, the command, the app and the documentation alike."""

    about: str
    choices: tuple[str, ...] = ()
    """Empty where any value of its kind will do."""


SETTINGS: dict[str, Setting] = {
    "theme": Setting("Theme: paper, night, contrast, a Textual theme, or a file in the themes folder"),
    "keymap": Setting("Base key map; your own keys take precedence", ("briefreader", "vim", "newsboat")),
    "export_folder": Setting("Folder for exports (X); empty for the documents folder"),
    "export_format": Setting("Format of exports (X)", ("markdown", "obsidian")),
    "inbox_folder": Setting("Folder whose files each refresh adds; empty for none"),
    "refresh_minutes": Setting("Minutes between automatic refreshes; 0 for never"),
    "ascii": Setting("Show signs and lines in ASCII only"),
    "scores": Setting("Allow sorting by score"),
}
"""All settings but ``keys``, in the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default."""

    theme: str = "night"
    keymap: str = "briefreader"
    export_folder: str = ""
    export_format: str = "markdown"
    inbox_folder: str = ""
    refresh_minutes: int = 0
    """By default nothing connects before the reader says so."""
    ascii: bool = False
    scores: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)
    """From an action's id to its keys, commas between them."""

    @property
    def export_place(self) -> Path:
        """The folder that exports go to."""
        return Path(self.export_folder).expanduser() if self.export_folder else export_folder()

    @classmethod
    def load(cls, path: Path, environment: Mapping[str, str] = os.environ) -> Self:
        """Read the settings as :meth:`read` does, if all of them can be used.

        Raises:
            SettingsError: the file is not TOML.
            FaultsError: naming each setting that does not exist or cannot be that.

        """
        settings, faults = cls.read(path, environment)
        if faults:
            raise FaultsError(faults)
        return settings

    @classmethod
    def read(cls, path: Path, environment: Mapping[str, str] = os.environ) -> tuple[Self, list[SettingsError]]:
        """Read the settings at ``path``, and what is wrong there; what is wrong or left out is at its default.

        ``BRIEFREADER_THEME`` and the like win over the file.

        Raises:
            SettingsError: the file is not TOML.

        """
        table = _read(path) if path.exists() else {}
        if isinstance(table.get(_KEYS), dict):
            table[_KEYS] = dict(_flattened(table[_KEYS]))
        for name in ("theme", "export_folder"):
            if value := environment.get(_PREFIX + name.upper()):
                table[name] = value
        wrong = dict(_faults_in(table))
        faults = list(wrong.values())
        if more := len(faults) - _MOST_FAULTS:
            faults[_MOST_FAULTS:] = [SettingsError("more", f"{more:,} others are wrong")] if more > 0 else []
        return cls(**{name: value for name, value in table.items() if name not in wrong}), faults

    def having(self, name: str, value: Value) -> Self:
        """Return these settings with another value for one; ``keys.archive`` is an action's."""
        _, _, action = name.partition(".")
        return replace(self, **({_KEYS: {**self.keys, action: value}} if action else {name: value}))


def _read(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path)
    except InvalidFileError as error:
        raise SettingsError(str(path), str(error)) from error


def _flattened(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each action's whole name with its keys: ``claim.next`` without quotes is a table in a table to TOML."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flattened(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _faults_in(table: Mapping[str, Any]) -> Iterator[tuple[str, SettingsError]]:
    for key, value in table.items():
        try:
            _check_line(key, value)
        except SettingsError as fault:
            yield key, fault


def _check_line(key: str, value: object) -> None:
    names = {known.name for known in fields(Settings)}
    if key not in names:
        raise SettingsError(cut(key), f"unknown setting. Available: {', '.join(sorted(names))}.")
    if key == _KEYS:
        _check_keys(value)
    else:
        _check(key, value)


def _check(name: str, value: object) -> None:
    default = getattr(Settings(), name)
    choices = SETTINGS[name].choices
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise SettingsError(name, "must be true or false")
    elif isinstance(default, int):
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST_MINUTES:
            raise SettingsError(name, f"must be a number of minutes up to {_MOST_MINUTES}, or 0 for never")
    elif not isinstance(value, str):
        raise SettingsError(name, f"must be text in quotes, not {cut(repr(value))}")
    elif choices and value not in choices:
        raise SettingsError(name, f"must be one of {', '.join(choices)}, not {cut(repr(value))}")
    elif name in _FOLDERS:
        _check_folder(name, value)


def _check_folder(name: str, value: str) -> None:
    try:
        is_usable = "\0" not in str(Path(value).expanduser())
    except RuntimeError:  # ~somebody, whom this machine does not know
        is_usable = False
    if not is_usable:
        raise SettingsError(name, f"{cut(repr(value))} is not a folder")


def _check_keys(value: object) -> None:
    if not isinstance(value, dict) or not all(isinstance(keys, str) for keys in value.values()):
        raise SettingsError(_KEYS, _NO_TABLE)
    if len(value) > _MOST_KEYS:
        raise SettingsError(_KEYS, f"has {len(value):,} actions, more than there are")


def parse_value(name: str, text: str) -> Value:
    """Return what a text that a person wrote means for a setting, such as ``yes``; ``keys.archive`` is an action's.

    Raises:
        SettingsError: there is no such setting, or it cannot be that.

    """
    if name.startswith(f"{_KEYS}."):
        return text
    if name not in SETTINGS:
        raise SettingsError(name, f"unknown setting. Available: {', '.join(SETTINGS)}, {_KEYS}.ACTION.")
    default = getattr(Settings(), name)
    value: Value = text.strip()
    if isinstance(default, bool):
        value = {"yes": True, "true": True, "no": False, "false": False}.get(text.strip().lower(), text)
    elif isinstance(default, int) and text.strip().isascii() and text.strip().isdigit():
        value = int(text)
    _check(name, value)
    return value


def write_setting(path: Path, name: str, value: Value) -> None:
    """Write one setting into the file, leaving every other line and comment as it is.

    The file is replaced as a whole, so that it is always the old or the new one.

    Raises:
        SettingsError: the file is not TOML, or cannot be written.

    """
    import tomlkit  # noqa: PLC0415 - 30 ms, and settings are seldom changed
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - as above

    file = path.resolve()
    try:
        if file.exists():
            read_toml(file)  # which is bounded
        written = tomlkit.parse(read_small_text(file) if file.exists() else "")
        table, _, action = name.partition(".")
        if action:
            _write_keys(written.setdefault(table, tomlkit.table()), action, value)
        else:
            written[name] = value
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, tomlkit.dumps(written))
    except (TOMLKitError, InvalidFileError) as error:
        raise SettingsError(str(path), str(error)) from error
    except OSError as error:
        raise SettingsError(str(path), error.strerror or "cannot be written") from error


def _write_keys(table: object, action: str, keys: Value) -> None:
    """Write an action's keys where they stand: under its name in quotes, or under each part of it."""
    if not isinstance(table, dict):
        raise SettingsError(_KEYS, _NO_TABLE)
    first, _, rest = action.partition(".")
    if rest and isinstance(table.get(first), dict):
        _write_keys(table[first], rest, keys)
    else:
        table[action] = keys
