"""What a ``table`` element of a page is, and which cell stands in which column."""

import re
from collections.abc import Iterator
from typing import Any

from briefreader.ingest.hidden import HIDDEN

_LONGEST_CELL = 400
_WIDEST = 100
"""Beyond so many columns a cell takes its own place alone, whatever it says."""

_STRAY = f"""(. | ./thead | ./tbody | ./tfoot | .//tr)[text()[normalize-space()]]
    | ./*[not(self::caption or self::colgroup or self::col or self::thead or self::tbody or self::tfoot or self::tr
        or self::{HIDDEN})]
    | (./thead | ./tbody | ./tfoot)/*[not(self::tr or self::{HIDDEN})]
    | .//tr/*[not(self::td or self::th or self::script or self::style or self::{HIDDEN})]"""
"""Words in a table outside of its cells, which would be lost with it."""


def number_of(value: str | None, otherwise: int) -> int:
    """Return the number that an attribute holds, or ``otherwise``."""
    return int(value) if re.fullmatch(r"\s*\d{1,6}\s*", value or "", re.ASCII) and value else otherwise


def spread(cells: list[Any], taken: dict[int, int], widest: int) -> Iterator[Any | None]:
    """Yield the cells of a row in its columns, with None where one beside or above takes the place.

    ``taken`` is for how many rows more each column is taken, which this row changes; no cell spans more columns than
    the row of most cells, ``widest``, has.
    """
    column = 0
    for cell in cells:
        while taken.get(column):
            taken[column] -= 1
            yield None
            column += 1
        width, height = (max(1, number_of(cell.get(span), 1)) for span in ("colspan", "rowspan"))
        for number in range(max(1, min(width, widest, _WIDEST - column))):
            if column < _WIDEST:
                taken[column] = height - 1
            yield None if number else cell
            column += 1
    for beyond in range(column, max((place for place, rows in taken.items() if rows), default=-1) + 1):
        taken[beyond] = max(0, taken.get(beyond, 0) - 1)
        yield None


def is_layout(table: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell a table that lays out a page, or code beside its line numbers, from one that holds data."""
    if table.get("role") in ("presentation", "none") or table.xpath(".//table | .//pre | .//article"):
        return True
    if table.xpath(_STRAY):
        return True
    if table.xpath("./caption | ./thead | .//th"):
        return False
    cells = table.xpath(".//td")
    return (
        len(cells) == 1
        or bool(table.xpath(".//h1 | .//h2 | .//h3"))
        or any(len(cell.text_content()) > _LONGEST_CELL for cell in cells)
    )
