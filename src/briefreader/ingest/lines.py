"""Rows of a store, a line of JSON each, read back."""

import json
from collections.abc import Iterable, Iterator

from briefreader.ingest.clean import is_clean
from briefreader.model.errors import UnreadableError
from briefreader.model.store_row import LINES_VERSION, TABLES, StoreRow

_KINDS = (str, int, float, type(None))


def parse_lines(lines: Iterable[str], place: str) -> Iterator[StoreRow]:
    """Yield the rows in their order.

    Raises:
        UnreadableError: a line is no row of a store, or has in it what acts on a terminal; it is named by its number.

    """
    for number, line in enumerate(lines, start=1):
        try:
            told = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UnreadableError(place, f"line {number} is no JSON") from error
        if not isinstance(told, dict) or told.pop("v", None) != LINES_VERSION or told.get("table") not in TABLES:
            raise UnreadableError(place, f"line {number} is no row of a store that this briefreader knows")
        table = told.pop("table")
        if not all(type(value) in _KINDS and _is_clean(value) for value in told.values()):
            raise UnreadableError(place, f"line {number} has what no row of a store has: nothing was taken in")
        yield StoreRow(table, told)


def _is_clean(value: object) -> bool:
    """Tell whether nothing in a value acts on a terminal, also inside what is JSON itself."""
    if isinstance(value, dict):
        return all(_is_clean(one) for pair in value.items() for one in pair)
    if isinstance(value, list):
        return all(map(_is_clean, value))
    if not isinstance(value, str):
        return True
    if value[:1] in ("{", "[") and (inner := _inner(value)) is not None:
        return _is_clean(inner)
    return is_clean(value)


def _inner(value: str) -> object:
    try:
        inner = json.loads(value)
    except (ValueError, RecursionError):
        return None
    return inner if isinstance(inner, dict | list) else None
