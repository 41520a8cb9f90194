"""The small files that a reader writes by hand, settings and themes: whatever is found there is read within bounds."""

import os
import stat
from pathlib import Path
from typing import Any

LARGEST = 1_000_000
"""Bytes of a file."""
_DEEPEST = 20
"""Tables and lists inside one another."""


class InvalidFileError(Exception):
    """The file cannot be used; the text says why."""


def read_small_text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        InvalidFileError: it cannot be read, is no plain file, is larger than :data:`LARGEST`, or is not UTF-8.

    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)  # so that a pipe is not waited for
        with os.fdopen(descriptor, "rb") as file:
            is_plain = stat.S_ISREG(os.fstat(descriptor).st_mode)
            data = file.read(LARGEST + 1) if is_plain else b""
    except OSError as error:
        raise InvalidFileError(error.strerror or "cannot be read") from error
    if not is_plain:
        raise InvalidFileError("not a plain file")
    if len(data) > LARGEST:
        raise InvalidFileError(f"larger than {LARGEST // 1_000_000} MB")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise InvalidFileError("not UTF-8") from error


def read_toml(path: Path) -> dict[str, Any]:
    """Return the table in a file.

    Raises:
        InvalidFileError: as :func:`read_small_text`; or it is not TOML, or is nested too deeply.

    """
    import tomllib  # noqa: PLC0415 - 15 ms, and most people have no such file

    text = read_small_text(path)
    try:
        table = tomllib.loads(text)
    except ValueError as error:  # a number of too many digits is one, too
        raise InvalidFileError(f"not TOML: {cut(str(error))}") from error
    except RecursionError as error:
        raise _too_deep() from error
    if _is_deep(table):
        raise _too_deep()
    return table


def cut(text: str, longest: int = 80) -> str:
    """Return a text as a message quotes it."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _too_deep() -> InvalidFileError:
    return InvalidFileError(f"nested more than {_DEEPEST} levels deep")


def _is_deep(table: dict[str, Any]) -> bool:
    level: list[Any] = [table]
    for _ in range(_DEEPEST):
        level = [
            value
            for one in level
            for value in (one.values() if isinstance(one, dict) else one)
            if isinstance(value, dict | list)
        ]
    return bool(level)
