"""The lines of a page of a PDF file, by where its signs stand.

Raised digits are kept apart from numbers, and cells from each other.

pdfium gives the signs in the order in which the page writes them, with line breaks of its own. A sign much smaller and
higher than its line is raised. A gap of one em and more parts cells. TeX's ligatures come as control codes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from briefreader.ingest.clean import clean_line

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TEX: Mapping[int, str] = {
    **{0x0B + number: letters for number, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl"))},
    **{0x10 + number: sign for number, sign in enumerate("“”„«»–—")},
    **{0x1B + number: letters for number, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl"))},
}
"""What TeX's older and newer encodings have where others have control codes."""
_HYPHENS = (0x02, 0xFFFE)
"""What pdfium puts for a hyphen at the end of a line, which it takes to part a word."""
_BREAKS = (0x0A, 0x0D)
_SMALL, _HIGH = 0.85, 0.15
_SHARED = 0.2
"""So much of their height signs on one line share."""
_LOOSE = 1.15
"""How much higher pdfium's box of a sign is than the em, about."""
_CELL_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a line that no large gap parts."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, in points from its lower left corner."""

    cells: tuple[Cell, ...]
    base: float
    """The lower edge of its letters."""
    size: float
    """About the size of its type."""

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(cell.text for cell in self.cells)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1].right


class _Sign(NamedTuple):
    text: str
    left: float
    right: float
    base: float
    size: float


def lines_of(page: Any) -> list[Line]:  # noqa: ANN401 - pypdfium2 ships no types
    """Return the lines of a page in the order in which it writes them."""
    lines: list[Line] = []
    signs: list[_Sign] = []
    for sign in _signs(page):
        if signs and (sign is None or not _are_level(sign, _last(signs))):
            lines += _line(signs)
            signs = []
        if sign:
            signs.append(sign)
    return [*lines, *_line(signs)]


def _are_level(one: _Sign, other: _Sign) -> bool:
    """Tell whether two signs can stand on one line, one of them raised perhaps."""
    shared = min(one.base + one.size, other.base + other.size) - max(one.base, other.base)
    return shared > _SHARED * min(one.size, other.size)


def _last(signs: Sequence[_Sign]) -> _Sign:
    return next((sign for sign in reversed(signs) if not sign.text.isspace()), signs[-1])


def _signs(page: Any) -> Iterator[_Sign | None]:  # noqa: ANN401 - as above
    """Yield the signs of a page, a space where words part, and None where a line ends."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - an extra

    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    code_at: Callable[[Any, int], int] = pdfium.FPDFText_GetUnicode
    before = _Sign(" ", 0.0, 0.0, 0.0, 0.0)
    for place in range(text.count_chars()):
        code = code_at(text, place)
        is_generated = code <= 0x20 and pdfium.FPDFText_IsGenerated(text, place) == 1  # noqa: PLR2004 - the space
        if is_generated and code in _BREAKS:
            yield None
        elif code in _HYPHENS:
            yield before._replace(text="-", left=before.right)
            yield None
        elif is_generated or (code not in _TEX and chr(code).isspace()):
            yield before._replace(text=" ", left=before.right)
        else:
            pdfium.FPDFText_GetLooseCharBox(text, place, box)
            size = abs(box.top - box.bottom) / _LOOSE
            before = _Sign(_TEX.get(code) or chr(code), box.left, box.right, box.bottom, size)
            yield before


def _line(signs: Sequence[_Sign]) -> Iterator[Line]:
    """Yield the line that signs are; none where they are spaces only."""
    shown = [sign for sign in signs if not sign.text.isspace()]
    if not shown:
        return
    size = Counter(round(sign.size, 1) for sign in shown).most_common(1)[0][0]
    base = Counter(round(sign.base, 1) for sign in shown if sign.size >= _SMALL * size).most_common(1)[0][0]
    cells: list[list[_Sign]] = [[]]
    for sign in signs:
        if sign.text.isspace():
            cells[-1].append(sign)
            continue
        is_apart = bool(cells[-1]) and sign.left - cells[-1][-1].right > _CELL_GAP * size
        if is_apart and cells[-1][-1].text.isspace():
            cells.append([])
        is_raised = sign.size < _SMALL * size and sign.base > base + _HIGH * size
        cells[-1].append(sign._replace(text=sign.text.translate(_RAISED)) if is_raised else sign)
    found = [Cell(clean_line("".join(one.text for one in cell)), *_ends(cell)) for cell in cells]
    if any(cell.text for cell in found):
        yield Line(tuple(cell for cell in found if cell.text), base, size)


def _ends(cell: Sequence[_Sign]) -> tuple[float, float]:
    shown = [sign for sign in cell if not sign.text.isspace()] or cell[:1]
    return (shown[0].left, shown[-1].right) if shown else (0.0, 0.0)


def size_of_body(lines: Iterable[Line]) -> float:
    """Return the size of type in which most of some lines are written; 0 for none."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size)] += len(line.text)
    return counts.most_common(1)[0][0] if counts else 0.0


def leading_of(lines: Sequence[Line]) -> float:
    """Return how far apart lines of a paragraph are, mostly; 0 where that cannot be told."""
    drops = [one.base - other.base for one, other in pairwise(lines) if one.base > other.base]
    return median(drops) if drops else 0.0


def columns_apart(lines: Sequence[Line]) -> list[Line]:
    """Return lines with those that run across two columns parted, all of the left one before the right one."""
    ordered: list[Line] = []
    run: list[Line] = []
    for line in (*lines, None):
        if line is not None and _is_across(line):
            run.append(line)
            continue
        is_text = len(run) >= _FEWEST_LINES
        sides = [[Line((one.cells[side],), one.base, one.size) for one in run] for side in (0, 1)] if is_text else [run]
        ordered += [one for side in sides for one in side]
        run = []
        if line is not None:
            ordered.append(line)
    return ordered


_FEWEST_LINES, _FEWEST_WORDS = 4, 3
_COLUMNS = 2


def _is_across(line: Line) -> bool:
    return len(line.cells) == _COLUMNS and all(len(cell.text.split()) >= _FEWEST_WORDS for cell in line.cells)
