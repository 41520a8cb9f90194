"""The cells of tables and the labels of blocks: what says whom and what a value is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefreader.analysis.roles import role_words as words
from briefreader.model.document import Block, Document
from briefreader.model.span import Span

SOURCE_COLUMN = re.compile(
    rf"\W*(?i:{words.SOURCE_LABEL}|citation|reference|reported by|publisher|outlet / creator)\W*"
)
"""The heading of a column for sources."""
_RUN_IN = re.compile(r"([A-ZÀ-Þ][\w’'&/() -]{1,40})[:：]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with the words that say what it is about."""

    span: Span
    row: Span | None
    """The first cell of its row; None for that cell itself."""
    column: Span | None
    """The heading of its column."""
    is_source: bool
    """Whether its column is for sources."""


def cells_of(document: Document, block: Block) -> Iterator[Cell]:
    """Yield the cells of a table below its heading, in order, those without words left out."""
    if not block.rows:
        return
    heads = block.rows[0]
    sources = [bool(SOURCE_COLUMN.fullmatch(document.text[start:end])) for start, end in heads]
    for row in block.rows[1:]:
        name = Span(*row[0]) if row and row[0][0] < row[0][1] else None
        for place, (start, end) in enumerate(row):
            if start < end:
                head = heads[place] if place < len(heads) else (0, 0)
                yield Cell(
                    Span(start, end),
                    name if place else None,
                    Span(*head) if head[0] < head[1] else None,
                    (place < len(sources) and sources[place]) or (place == 1 and _labels_a_source(document, row)),
                )


def _labels_a_source(document: Document, row: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether the row of a table of fields and values is that of the source."""
    return len(row) == len(("field", "value")) and bool(SOURCE_COLUMN.fullmatch(document.text[row[0][0] : row[0][1]]))


def run_in_label(document: Document, block: Block) -> Span | None:
    """Return the label at the beginning of a block ("Why it matters: …"), with its colon; None without one."""
    if block.kind not in ("paragraph", "item"):
        return None
    match = _RUN_IN.match(document.text, block.start, min(block.end, block.start + 64))
    return Span(block.start, match.end(1) + 1) if match else None
