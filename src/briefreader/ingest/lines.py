"""Rows of a store, a line of JSON each, read back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefreader.ingest.bounded_json import load_json
from briefreader.ingest.clean import is_clean
from briefreader.model.errors import UnreadableError
from briefreader.model.store_row import LINES_VERSION, TABLES, StoreRow

_AT_ONCE = 4_000_000
LONGEST_ROW = 100_000_000
"""Bytes of a line; an article of 2 million characters needs at most some 20 million."""
_KINDS = (str, int, float, type(None))


def line_chunks(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield whole lines of a file, some megabytes at a time, with the number of the first one.

    Raises:
        UnreadableError: the file cannot be read, or a line is longer than any row of a store.

    """
    first, lines, size = 1, list[bytes](), 0
    try:
        with path.open("rb") as file:
            while line := file.readline(LONGEST_ROW + 1):
                if len(line) > LONGEST_ROW:
                    raise UnreadableError(str(path), f"line {first + len(lines)} is longer than any row of a store")
                lines.append(line)
                size += len(line)
                if size >= _AT_ONCE:
                    yield first, b"".join(lines)
                    first, lines, size = first + len(lines), [], 0
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or "cannot be read") from error
    if lines:
        yield first, b"".join(lines)


def read_rows(data: bytes, place: str, first: int) -> list[tuple[str, dict[str, str | int | float | None]]]:
    """Return the table and the columns of each row in lines, the first of this number; to be run in the child process.

    Raises:
        UnreadableError: they are no text, or as :func:`parse_lines` says.

    """
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError as error:
        raise UnreadableError(place, "this file cannot be read as text") from error
    rows = parse_lines(lines[:-1] if data.endswith(b"\n") else lines, place, first)
    return [(row.table, dict(row.columns)) for row in rows]


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
        if not is_safe_row(table, told):
            raise UnreadableError(place, f"line {number} has what no row of a store has: nothing was taken in")
        yield StoreRow(table, told)


def is_safe_row(table: str, columns: Mapping[str, object]) -> bool:
    """Tell whether the table is one of a store, and nothing in its columns acts on a terminal."""
    return table in TABLES and all(
        is_clean(name) and type(value) in _KINDS and _is_safe(value) for name, value in columns.items()
    )


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
