"""A document as screen lines, and the way from a character to its cell and back.

Every line knows which characters it shows; bullets, quote bars and folded parts are drawn and never part of the
text, so that a passage chosen on the screen is exact to the character.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from briefreader.model.document import FOLDED_ROLES, Block, Document
from briefreader.ui.text.wrapping import index_at, width_of, wrap

LineKind = Literal["first", "next", "rule", "blank", "fold", "head"]

MEASURE = 88
"""Longest line of running text, in cells: longer ones tire the eye."""
_NARROWEST = 8
_NARROWEST_COLUMN = 4
_COLUMN_GAP = 3


class Fragment(NamedTuple):
    """A run of characters at a cell of its line."""

    x: int
    start: int
    end: int


class Line(NamedTuple):
    """A screen line; one without fragments shows no text of the document."""

    kind: LineKind
    block: int
    """The block that it belongs to; for a fold, the first of the folded ones."""
    fragments: tuple[Fragment, ...]
    prefix: str = ""
    """Drawn before the text; the words of a line of the head."""
    cells: int = 0
    """How long a rule is; how many blocks a fold hides."""


class Layout:
    """The lines of a document at a width, under a head that is no part of its text."""

    def __init__(self, document: Document, width: int, *, head: str = "", unfolded: bool = False) -> None:
        self.document = document
        self.width = width
        self._unfolded = unfolded
        lines = wrap(head, 0, len(head), max(_NARROWEST, self._measure)) if head and document.blocks else []
        self.lines = [Line("head", 0, (), head[start:end]) for start, end in lines]
        self._first_lines: list[int] = []
        """For each block, its first line."""
        for number, block in enumerate(document.blocks):
            self._add(number, block)
        self._line_starts = [
            line.fragments[0].start if line.fragments else document.blocks[line.block].start for line in self.lines
        ]

    def _add(self, number: int, block: Block) -> None:
        folded = block.role in FOLDED_ROLES and not self._unfolded
        previous = self.lines[-1] if self.lines else None
        if folded and previous and previous.kind == "fold":
            self.lines[-1] = previous._replace(cells=previous.cells + 1)
            self._first_lines.append(len(self.lines) - 1)
            return
        if previous and not self._is_list_continued(number):
            self.lines.append(Line("blank", number, ()))
        self._first_lines.append(len(self.lines))
        if folded:
            self.lines.append(Line("fold", number, (), cells=1))
        elif block.kind == "rule":
            self.lines.append(Line("rule", number, (), cells=self._measure))
        elif block.kind == "table":
            self.lines += self._table(number, block)
        else:
            self.lines += self._running(number, block)

    def _is_list_continued(self, number: int) -> bool:
        blocks = self.document.blocks
        return number > 0 and blocks[number].kind == blocks[number - 1].kind == "item"

    @property
    def _measure(self) -> int:
        return min(self.width, MEASURE)

    def _running(self, number: int, block: Block) -> Iterator[Line]:
        first, rest = _prefixes(block)
        room = max(_NARROWEST, (self.width if block.kind == "code" else self._measure) - width_of(first))
        x = width_of(first)
        for place, (start, end) in enumerate(wrap(self.document.text, block.start, block.end, room)):
            kind: LineKind = "next" if place else "first"
            yield Line(kind, number, (Fragment(x, start, end),), rest if place else first)

    def _table(self, number: int, block: Block) -> Iterator[Line]:
        text = self.document.text
        widths = _column_widths(text, block, self.width)
        lefts = [sum(widths[:column]) + _COLUMN_GAP * column for column in range(len(widths))]
        for row_number, row in enumerate(block.rows):
            cells = [wrap(text, *cell, width) for cell, width in zip(row, widths, strict=False)]
            for depth in range(max(map(len, cells), default=0)):
                fragments = []
                for column, lines in enumerate(cells):
                    if depth < len(lines):
                        start, end = lines[depth]
                        flush = column in block.right
                        indent = widths[column] - width_of(text[start:end]) if flush else 0
                        fragments.append(Fragment(lefts[column] + indent, start, end))
                yield Line("next" if row_number else "first", number, tuple(fragments))
            if row_number == 0:
                yield Line("rule", number, (), cells=lefts[-1] + widths[-1] if widths else 0)

    def line_of(self, offset: int) -> int:
        """Return the line that shows a character, or the one before it when it is drawn nowhere."""
        if not self.lines:
            return 0
        blocks = self.document.blocks
        number = max(0, bisect_right(blocks, offset, key=lambda block: block.start) - 1)
        first, last = self._lines_of_block(number)
        if blocks[number].kind == "table":
            shown = (y for y in range(first, last) if _shows(self.lines[y], offset))
            return next(shown, first)
        return max(first, bisect_right(self._line_starts, offset, first, last) - 1)

    def cell_of(self, offset: int) -> tuple[int, int]:
        """Return the (x, y) cell of a character."""
        y = self.line_of(offset)
        for fragment in self.lines[y].fragments:
            if fragment.start <= offset <= fragment.end:
                return fragment.x + width_of(self.document.text[fragment.start : offset]), y
        return 0, y

    def offset_at(self, x: int, y: int) -> int:
        """Return the character at a cell; beside the text, the nearest of that line."""
        if not self.lines or y < 0:
            return 0
        if y >= len(self.lines):
            return len(self.document.text)
        line = self.lines[y]
        if not line.fragments:
            return self._line_starts[y]
        fragment = line.fragments[0]
        for other in line.fragments:
            if other.x <= x:
                fragment = other
        return index_at(self.document.text, fragment.start, fragment.end, x - fragment.x)

    def lines_of(self, start: int, end: int) -> range:
        """Return the lines that ``[start, end)`` may touch; of a table, all lines."""
        first, last = self.line_of(start), self.line_of(max(start, end - 1))
        for y in (first, last):
            number = self.lines[y].block if self.lines else -1
            if number >= 0 and self.document.blocks[number].kind == "table":
                low, high = self._lines_of_block(number)
                first, last = min(first, low), max(last, high - 1)
        return range(first, last + 1)

    def _lines_of_block(self, number: int) -> tuple[int, int]:
        first = self._first_lines[number]
        after = self._first_lines[number + 1] if number + 1 < len(self._first_lines) else len(self.lines)
        return first, max(after, first + 1)


def _prefixes(block: Block) -> tuple[str, str]:
    """Return what is drawn before the first line of a block, and before its others."""
    quote = "▌ " * block.quote
    if block.kind == "code":
        return quote + "  ", quote + "  "
    if block.kind == "item":
        indent = quote + "  " * block.level
        marker = f"{block.marker} " if block.marker else "  "
        return indent + marker, indent + " " * width_of(marker)
    marker = f"{block.marker} " if block.marker else ""
    return quote + marker, quote + " " * width_of(marker)


def _column_widths(text: str, block: Block, width: int) -> list[int]:
    """Give each column what it wants; where that is too much, the wide ones share what is left."""
    count = max(map(len, block.rows), default=0)
    wanted = [
        max((width_of(text[slice(*row[c])]) for row in block.rows if c < len(row)), default=1) or 1
        for c in range(count)
    ]
    room = width - _COLUMN_GAP * (count - 1)
    if sum(wanted) <= room:
        return wanted
    fair = max(_NARROWEST_COLUMN, room // max(1, count))
    small = sum(want for want in wanted if want <= fair)
    large = sum(want > fair for want in wanted)
    share = max(_NARROWEST_COLUMN, (room - small) // max(1, large))
    return [want if want <= fair else min(want, share) for want in wanted]


def _shows(line: Line, offset: int) -> bool:
    return any(fragment.start <= offset <= fragment.end for fragment in line.fragments)
