"""The lines of an article as strips of the screen."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from textual.cache import LRUCache
from textual.strip import Strip
from textual.widget import Widget

from briefreader.model.document import HIDDEN_MARKER, Block, Document
from briefreader.model.span import Span
from briefreader.ui.reading.widgets.article_layout import Layout, Line
from briefreader.ui.reading.widgets.article_styles import ORDER, Painter
from briefreader.ui.text.marks import FINDING_SIGNS, Mark, MarkKind
from briefreader.ui.text.wrapping import width_of

GUTTER = 2
"""Cells at the left in which signs tell what is marked, also without colour."""

_SIGNS: dict[MarkKind, str] = {"bull": "+", "bear": "-", "neutral": "=", "note": "*"}
_CITED, _UNCITED, _ACTIVE = "●", "○", "▶"
_LARGEST_HEADING = 3
_KEPT = 2048


class _Run(NamedTuple):
    """A range of characters in a layer."""

    start: int
    end: int
    layer: str


class ArticleStrips:
    """Paints lines of a layout, and keeps them until something in them changes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._painter = Painter(widget)
        self._strips: LRUCache[int, Strip] = LRUCache(_KEPT)
        self._layout: Layout | None = None
        self._runs: dict[int, list[_Run]] = {}
        self._marks: dict[int, list[Mark]] = {}
        self.active: Span | None = None
        self.selected: Span | None = None

    def lay_out(self, layout: Layout) -> None:
        """Paint another layout."""
        self._layout = layout
        self._strips.clear()

    def index(self, document: Document, marks: tuple[Mark, ...]) -> None:
        """Find for each block what is set apart and marked in it."""
        starts = [block.start for block in document.blocks]
        runs: dict[int, list[_Run]] = defaultdict(list)
        for inline in document.inlines:
            number = max(0, bisect_right(starts, inline.span.start) - 1)
            runs[number].append(_Run(inline.span.start, inline.span.end, inline.style))
        by_block: dict[int, list[Mark]] = defaultdict(list)
        for mark in marks:
            first = max(0, bisect_right(starts, mark.start) - 1)
            for number in range(first, max(first + 1, bisect_left(starts, mark.end))):
                if mark.kind in ORDER:  # findings show in the margin alone
                    runs[number].append(_Run(mark.start, mark.end, mark.kind))
                by_block[number].append(mark)
        self._runs, self._marks = runs, by_block

    def forget_lines(self, lines: range) -> None:
        """Paint some lines anew."""
        for y in lines:
            self._strips.discard(y)

    def forget_styles(self) -> None:
        """Paint everything anew, in other colours."""
        self._painter.forget()
        self._strips.clear()

    def line(self, y: int, width: int) -> Strip:
        """Return a line, as wide as the screen has room."""
        if self._layout is None or y >= len(self._layout.lines):
            return Strip.blank(width, self._painter.style())
        strip = self._strips.get(y)
        if strip is None or strip.cell_length != width:
            strip = self._strips[y] = self._paint(self._layout.lines[y], self._layout, width)
        return strip

    def _paint(self, line: Line, layout: Layout, width: int) -> Strip:
        block = layout.document.blocks[line.block]
        match line.kind:
            case "blank":
                return Strip.blank(width, self._painter.style())
            case "rule":
                segments = [Segment("─" * line.cells, self._painter.style("rule"))]
            case "head":
                segments = [Segment(line.prefix, self._painter.style("head"))]
            case "fold":
                parts = f"{line.cells} boilerplate part{'s' if line.cells > 1 else ''}"
                folded = layout.document.blocks[line.block : line.block + line.cells]
                hidden = sum(part.marker == HIDDEN_MARKER for part in folded)
                said = f"{parts}, {hidden} hidden by the page" if hidden else parts
                segments = [Segment(f"▸ {said}", self._painter.style("fold"))]
            case _:
                segments = list(self._text(line, block, layout.document.text))
        segments.insert(0, self._gutter(line))
        return _fitted(segments, width, self._painter)

    def _gutter(self, line: Line) -> Segment:
        sign: str = " "
        names: tuple[str, ...] = ("gutter",)
        for fragment in line.fragments:
            found = self._sign(line.block, fragment.start, fragment.end + 1)
            if found:
                sign, names = found
        active = self.active
        if active and any(f.start <= active.start < f.end for f in line.fragments):
            sign, names = _ACTIVE, ("gutter",)
        return Segment(f"{sign}{self._finding(line)}", self._painter.style(*names))

    def _finding(self, line: Line) -> str:
        """Return the sign of the gravest finding that begins in a line."""
        if not line.fragments:
            return " "
        start, end = line.fragments[0].start, line.fragments[-1].end
        kinds = {mark.kind for mark in self._marks.get(line.block, ()) if start <= mark.start <= end}
        return next((sign for kind, sign in FINDING_SIGNS.items() if kind in kinds), " ")

    def _sign(self, number: int, start: int, end: int) -> tuple[str, tuple[str, ...]] | None:
        """Return the sign of what begins in ``[start, end)``: the reader's own first, then a claim."""
        here = [mark for mark in self._marks.get(number, ()) if start <= mark.start < end]
        for mark in here:
            if mark.kind in _SIGNS:
                return _SIGNS[mark.kind], ("gutter", mark.kind)
        for mark in here:
            if mark.kind == "claim":
                return _CITED if mark.cited else _UNCITED, ("gutter",)
        return None

    def _text(self, line: Line, block: Block, text: str) -> Iterator[Segment]:
        root = _root_layers(line, block)
        if line.prefix:
            yield Segment(line.prefix, self._painter.style("prefix"))
        x = width_of(line.prefix)
        for fragment in line.fragments:
            if fragment.x > x:
                yield Segment(" " * (fragment.x - x), self._painter.style(*root))
                x = fragment.x
            for start, end, layers in self._pieces(line.block, fragment.start, fragment.end):
                words = text[start:end].replace("\t", " ")
                yield Segment(words, self._painter.style(*root, *layers))
                x += width_of(words)

    def _pieces(self, number: int, start: int, end: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Cut a range where a layer begins or ends."""
        runs = [run for run in self._runs.get(number, ()) if run.start < end and run.end > start]
        for span, layer in ((self.active, "active"), (self.selected, "selected")):
            if span and span.start < end and span.end > start:
                runs.append(_Run(span.start, span.end, layer))
        runs.sort(key=lambda run: ORDER[run.layer])
        cuts = {start, end, *(run.start for run in runs), *(run.end for run in runs)}
        inside = sorted(cut for cut in cuts if start <= cut <= end)
        for first, last in pairwise(inside):
            layers = dict.fromkeys(run.layer for run in runs if run.start <= first and run.end >= last)
            yield first, last, tuple(layers)


def _root_layers(line: Line, block: Block) -> tuple[str, ...]:
    """Return the layers that a whole block lies in."""
    layers: list[str] = []
    if block.kind == "heading":
        layers.append(f"heading{min(max(block.level, 1), _LARGEST_HEADING)}")
    elif block.kind == "code":
        layers.append("codeblock")
    elif block.kind == "table" and line.kind == "first":
        layers.append("tablehead")
    if block.quote:
        layers.append("quoted")
    if block.role in ("provenance", "furniture", "mentions", "caption"):
        layers.append("provenance")
    return tuple(layers)


def _fitted(segments: list[Segment], width: int, painter: Painter) -> Strip:
    cells = sum(width_of(segment.text) for segment in segments)
    if cells < width:
        segments.append(Segment(" " * (width - cells), painter.style()))
    strip = Strip(segments, max(cells, width))
    return strip.crop(0, width) if cells > width else strip
