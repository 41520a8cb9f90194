"""The paragraphs, headings and tables of a PDF file, made of the lines of its pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.pdf_lines import Cell, Line, leading_of, size_of_body
from briefreader.ingest.plain_text import parse_plain_text

_END = re.compile(r"[.!?:;”\"')\]][⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_SHORTEST_LINE = 40
_COMPOUNDS = frozenset(
    """state well self long short high low full half part non ex co pre post anti multi semi cross first second third
    two three four five six seven eight nine ten mid off on old new all ill much so then would large small wide
    government family publicly privately year month day risk market cost price time data user web""".split()
)
"""The first parts of words that keep their hyphen."""
_REPEATED = 3
_EDGE = 3
"""So many lines at each end of a page may be its running heads and footers."""
_APART, _LEADING = 1.5, 1.2
_LARGE, _SMALL_PRINT = 1.15, 0.93
_LONGEST_HEADING = 200
_SAME_SIZE = 0.08
_PAIR = 2
_FEWEST_ROWS = 2
_BULLET = re.compile(r"(?:[•▪◦‣·–—*-]|\(?\d{1,2}[.)])\s")


def without_heads(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Return the pages without the lines that several of them have at one place of an edge, and these once.

    Any number in them counts as the same. A line of nothing but a number, apart from the text, is its page's number.
    """
    edges = [{_key(line) for line in _edges(page)} for page in pages]
    numbers = {_key(line) for page in pages for line in _numbers(page)}
    counts = Counter(key for keys in edges for key in keys)
    fewest = _REPEATED if len(pages) > _REPEATED else 2
    repeated = {key for key, count in counts.items() if count >= fewest or key in numbers}
    kept = [
        [line for line in page if not (_key(line) in repeated and _key(line) in keys)]
        for page, keys in zip(pages, edges, strict=True)
    ]
    heads = {_key(line)[0]: line.text for page in reversed(pages) for line in page if _key(line) in repeated}
    return kept, [text for key, text in sorted(heads.items()) if re.search(r"[^\W\d_]", key)]


def _edges(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.base)
    return [*_edge(ordered), *_edge(ordered[::-1])]


def _edge(ordered: Sequence[Line]) -> Sequence[Line]:
    """Return the outermost line, with those near it where a gap parts all of them from the rest."""
    gaps = [abs(one.base - other.base) for one, other in pairwise(ordered)][:_EDGE]
    near = next((number for number, gap in enumerate(gaps) if gap > _EDGE * ordered[0].size), None)
    return ordered[: 1 if near is None else near + 1]


def _numbers(page: Sequence[Line]) -> list[Line]:
    """Return the lines at the ends of a page that are its number."""
    ordered = sorted(page, key=lambda line: -line.base)
    ends = [ordered[:2], ordered[::-1][:2]] if len(ordered) > _EDGE else []
    return [
        one for one, other in ends if one.text.isdigit() and abs(one.base - other.base) > _APART * _LEADING * one.size
    ]


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.base / 4)


def title_in(page: Sequence[Line], body: float) -> str | None:
    """Return the words in the largest type of a first page, where it is larger than the text; None without any."""
    sizes = [line.size for line in page if re.search(r"[^\W\d_]{3}", line.text)]
    largest = max(sizes, default=0.0)
    if largest < _LARGE * body:
        return None
    first = next(number for number, line in enumerate(page) if line.size == largest)
    words = [page[first].text]
    for line in page[first + 1 :]:
        if abs(line.size - largest) > 1:
            break
        words.append(line.text)
    title = " ".join(words)
    return title if len(title) <= _LONGEST_HEADING else None


@dataclass(slots=True)
class _Text:
    """Drafts as they are made: paragraphs wait until what follows cannot be a part of them."""

    body: float
    leading: float
    full: float
    """So many characters make a line that goes on."""
    drafts: list[DraftBlock] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    last: Line | None = None
    """The line that the last paragraph ends with; None where it has ended."""
    heading: Line | None = None
    """The last line of the last heading."""

    def add(self, line: Line) -> None:
        if self.last and self.goes_on(self.last, line):
            self.waiting[-1] = joined(self.waiting[-1], line.text)
        elif line.size >= _LARGE * self.body and len(line.text) <= _LONGEST_HEADING:
            self._head(line)
            return
        else:
            self.waiting.append(line.text)
        self.last = line

    def _head(self, line: Line) -> None:
        above = self.heading
        if above and not self.waiting and self._is_near(above, line) and self.drafts[-1].kind == "heading":
            self.drafts[-1].text = joined(self.drafts[-1].text, line.text)
        else:
            self.put(DraftBlock(kind="heading", level=2, text=line.text))
        self.heading = line

    def _is_near(self, one: Line, other: Line) -> bool:
        is_alike = abs(one.size - other.size) <= _SAME_SIZE * one.size
        return is_alike and 0 < one.base - other.base <= 1.4 * max(self.leading, _LEADING * one.size)

    def put(self, *drafts: DraftBlock) -> None:
        """Add blocks that are no text to join."""
        self.drafts += parse_plain_text("\n\n".join(self.waiting)) if self.waiting else []
        self.drafts += drafts
        self.waiting, self.last = [], None

    def goes_on(self, one: Line, other: Line) -> bool:
        """Tell whether a line goes on with the paragraph that another ends."""
        if not self.waiting or _BULLET.match(other.text) or abs(one.size - other.size) > _SAME_SIZE * one.size:
            return False
        drop = one.base - other.base
        if drop <= 0 or drop > 3 * self.leading:  # the next page or column
            return not _END.search(one.text) and (other.text[:1].islower() or one.text.endswith("-"))
        if drop > 1.4 * self.leading:
            return False
        if len(one.text) < self.full:
            return False
        is_indented = other.left > one.left + 0.8 * one.size
        return not _END.search(one.text) or (one.right >= other.right - 2 * one.size and not is_indented)


def drafts_of(pages: Sequence[Sequence[Line]]) -> list[DraftBlock]:
    """Return the blocks of some pages; a paragraph goes on over their ends, and notes below wait for its end."""
    every = [line for page in pages for line in page]
    usual = median([len(line.text) for line in every] or [0])
    text = _Text(size_of_body(every), leading_of(every), min(_SHORTEST_LINE, 0.8 * usual))
    notes: list[Line] = []
    for page in pages:
        lines, below = _notes_apart(page, text.body)
        for block in _tables_apart(lines):
            if isinstance(block, DraftBlock):
                text.put(block)
                continue
            if notes and not (text.last and text.goes_on(text.last, block)):
                _put_notes(text, notes)
                notes = []
            text.add(block)
        notes += below
    _put_notes(text, notes)
    return text.drafts


def _put_notes(text: _Text, notes: Sequence[Line]) -> None:
    text.put()
    for line in notes:
        text.add(line)
    text.put()


def _notes_apart(page: Sequence[Line], body: float) -> tuple[list[Line], list[Line]]:
    """Return a page without the small print at the ends of its columns, and that."""
    kept: list[Line] = []
    notes: list[Line] = []
    small: list[Line] = []
    for line in page:
        if line.size <= _SMALL_PRINT * body:
            small.append(line)
            continue
        (notes if small and line.base > small[-1].base else kept).extend(small)
        small = []
        kept.append(line)
    (notes if kept else kept).extend(small)
    return kept, notes


def _tables_apart(lines: Sequence[Line]) -> Iterator[Line | DraftBlock]:
    """Yield lines, with tables in the place of those that are rows."""
    run: list[Line] = []
    for line in (*lines, None):
        is_row = line is not None and len(line.cells) > 1
        if run and not (line is not None and is_row and _is_near(run[-1], line)):
            yield from _table(run)
            run = []
        if line is not None and is_row:
            run.append(line)
        elif line is not None:
            yield line


def _is_near(row: Line, line: Line) -> bool:
    """Tell whether a line can be the next row: of the same type, and no further below than three lines."""
    return abs(row.size - line.size) <= _SAME_SIZE * row.size and 0 < row.base - line.base <= 3 * row.size


def _table(run: Sequence[Line]) -> Iterator[Line | DraftBlock]:
    widest = max(run, key=lambda line: len(line.cells), default=None)
    if widest is None or len(run) < _FEWEST_ROWS or (len(widest.cells) == _PAIR and len(run) <= _FEWEST_ROWS):
        yield from run
        return
    table = DraftBlock(kind="table")
    for line in run:
        table.rows.append([])
        row = [""] * len(widest.cells)
        for cell in line.cells:
            column = _column(cell, widest.cells)
            row[column] = f"{row[column]} {cell.text}".strip()
        for text in row:
            table.put_cell(text)
    yield table


def _column(cell: Cell, columns: Sequence[Cell]) -> int:
    """Return the column that a cell overlaps most, else the nearest one."""

    def apart(number: int) -> float:
        return max(cell.left, columns[number].left) - min(cell.right, columns[number].right)

    return min(range(len(columns)), key=apart)


def joined(last: str, line: str) -> str:
    """Return a line with the one that goes on: a hyphen at its end parts a word, or belongs to it."""
    cut = re.search(r"(?:(?P<word>\w*[^\W\d_])|(?P<number>\d))-$", last)
    if cut is None:
        return f"{last} {line}"
    if cut["number"]:
        return last + line if line[:1].isdigit() else f"{last} {line}"
    is_compound = cut["word"].lower() in _COMPOUNDS or not line[:1].islower()
    return last + line if is_compound else last[:-1] + line
