"""What a passage is about where its own words do not say it: its heading, label, row and column."""

from collections.abc import Iterator

from briefreader.analysis.roles.cells import cells_of, run_in_label
from briefreader.model.document import Block, Document
from briefreader.model.span import Span

_LONGEST = 80
"""A heading or a name that is longer is a sentence of its own."""


def subject_of(document: Document, span: Span) -> tuple[str, ...]:
    """Return the names that a passage stands under, the widest first; those that it says itself are left out.

    Of a table these are the row and the column; else the nearest heading, the item that holds the list, and the label
    at the beginning of the block. The title of the article is none of them.
    """
    block = document.block_at(span.start)
    if block is None or block.kind in ("heading", "rule", "code") or block.role == "title":
        return ()
    names = (" ".join(name.of(document.text).split()).strip(" *_:：") for name in _names(document, block, span))
    said = span.of(document.text).casefold()
    return tuple(dict.fromkeys(name for name in names if 0 < len(name) <= _LONGEST and name.casefold() not in said))


def _names(document: Document, block: Block, span: Span) -> Iterator[Span]:
    if block.kind == "table":
        for cell in cells_of(document, block):
            if cell.span.start <= span.start < cell.span.end:
                yield from filter(None, (cell.row, cell.column))
        return
    place = document.blocks.index(block)
    above = document.blocks[:place][::-1]
    heading = next((one for one in above if one.kind == "heading"), None)
    if heading and heading.role != "title":
        yield Span(heading.start, heading.end)
    if block.kind == "item" and block.level:
        holder = next((one for one in above if one.kind != "item" or one.level < block.level), None)
        if holder and holder.kind == "item":
            label = run_in_label(document, holder)
            yield label or Span(holder.start, holder.end)
    label = run_in_label(document, block)
    if label and label.end <= span.start:
        yield label
