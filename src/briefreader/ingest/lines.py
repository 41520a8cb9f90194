"""Rows of a store, a line of JSON each, read back."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefreader.ingest.bounded_json import load_json
from briefreader.ingest.clean import is_clean
from briefreader.model.errors import UnreadableError
from briefreader.model.store_row import LINES_VERSION, TABLES, StoreRow

_AT_ONCE = 4_000_000
_LONGEST = 100_000_000
"""Bytes of a line; an article of 2 million characters needs at most some 20 million."""
_KINDS = (str, int, float, type(None))


@dataclass(frozen=True, slots=True)
class SomeRows:
    """Rows from the middle of a file."""

    rows: list[tuple[str, dict[str, str | int | float | None]]]
    """The table and the columns of each; none at the end of the file."""
    offset: int
    """Where the next line begins, in bytes."""
    line: int
    """The number of that line."""


def read_rows(path: Path, offset: int, line: int) -> SomeRows:
    """Return the rows from a place in a file on, for some megabytes; to be run in the child process.

    Raises:
        UnreadableError: the file cannot be read, or as :func:`parse_lines` says.

    """
    lines: list[str] = []
    try:
        with path.open("rb") as file:
            file.seek(offset)
            while file.tell() - offset < _AT_ONCE and (data := file.readline(_LONGEST + 1)):
                if len(data) > _LONGEST:
                    raise UnreadableError(str(path), f"line {line + len(lines)} is longer than any row of a store")
                lines.append(data.decode())
            end = file.tell()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(str(path), "this file cannot be read as text") from error
    rows = [(row.table, dict(row.columns)) for row in parse_lines(lines, str(path), line)]
    return SomeRows(rows, end, line + len(lines))


def parse_lines(lines: Iterable[str], place: str, first: int = 1) -> Iterator[StoreRow]:
    """Yield the rows in their order; ``first`` is the number of the first line.

    Raises:
        UnreadableError: a line is no row of a store, or has in it what acts on a terminal; it is named by its number.

    """
    for number, line in enumerate(lines, start=first):
        try:
            told = load_json(line, place)
        except UnreadableError as error:
            raise UnreadableError(place, f"line {number}: {error.problem}") from error
        if not isinstance(told, dict) or told.pop("v", None) != LINES_VERSION or told.get("table") not in TABLES:
            raise UnreadableError(place, f"line {number} is no row of a store that this briefreader knows")
        table = told.pop("table")
        if not all(type(value) in _KINDS and _is_safe(value) for value in told.values()):
            raise UnreadableError(place, f"line {number} has what no row of a store has: nothing was taken in")
        yield StoreRow(table, told)


def _is_safe(value: object) -> bool:
    try:
        return _is_clean(value)
    except RecursionError:
        return False


def _is_clean(value: object) -> bool:
    """Tell whether nothing in a value acts on a terminal, also inside what is JSON itself."""
    if isinstance(value, dict):
        return all(_is_clean(one) for pair in value.items() for one in pair)
    if isinstance(value, list):
        return all(map(_is_clean, value))
    if not isinstance(value, str):
        return True
    if value[:1] in ("{", "[") and "\\u" in value and (inner := _inner(value)) is not None:
        return _is_clean(inner)
    return is_clean(value)


def _inner(value: str) -> object:
    try:
        inner = json.loads(value)
    except ValueError:
        return None
    return inner if isinstance(inner, dict | list) else None
