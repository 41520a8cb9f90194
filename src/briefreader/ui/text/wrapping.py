"""Break text into screen lines, knowing where each stands in the text."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

_NARROW = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2100-\u2119"
    r"\u2150-\u218b\u2190-\u2193\u2200-\u22ff\u2500-\u25ab\u25cf\n\t]*"
)
"""Scripts and signs of one cell each; Rich's own fast path stops before curly quotes and dashes."""

_WIDE = 2


def is_narrow(text: str) -> bool:
    """Tell whether every code point takes just one cell."""
    return _NARROW.fullmatch(text) is not None


def width_of(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if is_narrow(text) else cell_len(text)


def wrap(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Return the lines of ``text[start:end]`` as ranges, each at most ``width`` cells, without the space between.

    Lines break at spaces, after wide characters, and inside a word only when it is longer than a line. At least one
    range is returned, which may be empty.
    """
    lines: list[tuple[int, int]] = []
    for first, last in _hard_lines(text, start, end):
        if is_narrow(text[first:last]):
            lines += _wrap_narrow(text, first, last, width)
        else:
            lines += _wrap_any(text, first, last, width)
    return lines


def index_at(text: str, start: int, end: int, cell: int) -> int:
    """Return the offset whose character covers a cell of the line ``text[start:end]``; its end past the last."""
    if cell <= 0:
        return start
    words = text[start:end]
    if is_narrow(words):
        return min(start + cell, end)
    at = 0
    for first, _, width in split_graphemes(words)[0]:
        if at + width > cell:
            return start + first
        at += width
    return end


def _hard_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while (at := text.find("\n", start, end)) >= 0:
        yield start, at
        start = at + 1
    yield start, end


def _wrap_narrow(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    lines = []
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if space <= start:
            lines.append((start, start + width))
            start += width
            continue
        lines.append((start, space))
        start = space + 1
        while start < end and text[start] == " ":
            start += 1
    if start < end or not lines:
        lines.append((start, end))
    return lines


def _wrap_any(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Wrap text with wide characters: whole graphemes, with a break allowed after each wide one."""
    graphemes = split_graphemes(text[start:end])[0]
    lines = []
    first = 0
    cells = 0
    break_after = -1
    number = 0
    while number < len(graphemes):
        begin, _, size = graphemes[number]
        is_space = text[start + begin] == " "
        if cells + size > width and number > first:
            last = number if is_space or break_after < first else break_after + 1
            lines.append((start + graphemes[first][0], start + _end_before(text, start, graphemes, last)))
            first = last + (is_space and last == number)
            number, cells, break_after = first, 0, -1
            continue
        if is_space or size == _WIDE:
            break_after = number
        cells += size
        number += 1
    if first < len(graphemes) or not lines:
        lines.append((start + graphemes[first][0] if first < len(graphemes) else end, end))
    return lines


def _end_before(text: str, start: int, graphemes: list[tuple[int, int, int]], last: int) -> int:
    """Return where the grapheme before ``last`` ends, without a space at the end of the line."""
    begin, end, _ = graphemes[last - 1]
    return begin if text[start + begin] == " " and last > 1 else end
