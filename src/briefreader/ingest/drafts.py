"""Blocks of an article while it is being taken in, and the document made of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefreader.model.document import HIDDEN_MARKER, Block, BlockKind, Document, InlineSpan, InlineStyle, Role
from briefreader.model.span import Span


@dataclass(slots=True, kw_only=True)
class DraftInline:
    """A run set apart inside a draft: offsets count from the start of its text."""

    start: int
    end: int
    style: InlineStyle
    target: str = ""


@dataclass(slots=True, kw_only=True)
class DraftBlock:
    """A block before its place in the document is known."""

    kind: BlockKind
    text: str = ""
    role: Role = "body"
    level: int = 0
    marker: str = ""
    quote: int = 0
    inlines: list[DraftInline] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    """Cells of a table; its text is then made of them."""
    length: int = 0
    """Of the cells of a table, with what stands between them."""
    right: tuple[int, ...] = ()

    @property
    def is_hidden(self) -> bool:
        """Whether no reader of the page sees it: it then says nothing of the article."""
        return self.marker == HIDDEN_MARKER

    def hide(self) -> None:
        """Fold the block and say why."""
        self.role, self.marker = "furniture", HIDDEN_MARKER
        self.kind, self.level = ("paragraph", 0) if self.kind in ("heading", "item") else (self.kind, self.level)

    def put_cell(self, text: str, inlines: Sequence[DraftInline] = ()) -> None:
        """Add a cell to the last row of a table, and its spans, which count from the start of the cell."""
        self.rows[-1].append(text)
        for inline in inlines:
            self.inlines.append(replace(inline, start=self.length + inline.start, end=self.length + inline.end))
        self.length += len(text) + 1


def build_document(drafts: Sequence[DraftBlock]) -> Document:
    """Return the document: blocks parted by an empty line, items of one list by a line break."""
    builder = _Builder()
    previous: DraftBlock | None = None
    for draft in drafts:
        in_list = previous is not None and previous.kind == draft.kind == "item"
        builder.add(draft, gap="\n" if in_list else "\n\n")
        previous = draft
    return Document("".join(builder.pieces), tuple(builder.blocks), tuple(builder.inlines))


class _Builder:
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.inlines: list[InlineSpan] = []
        self._length = 0

    def add(self, draft: DraftBlock, gap: str) -> None:
        if self.pieces:
            self._put(gap)
        start = self._length
        rows = self._put_table(draft.rows) if draft.kind == "table" else ()
        self._put(draft.text)
        self.blocks.append(
            Block(
                kind=draft.kind,
                start=start,
                end=self._length,
                role=draft.role,
                level=draft.level,
                marker=draft.marker,
                quote=draft.quote,
                rows=rows,
                right=draft.right,
            )
        )
        self.inlines += [
            InlineSpan(
                span=Span(start + inline.start, start + inline.end),
                style=inline.style,
                target=inline.target,
            )
            for inline in draft.inlines
            if inline.end > inline.start
        ]

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)

    def _put_table(self, rows: list[list[str]]) -> tuple[tuple[tuple[int, int], ...], ...]:
        placed = []
        for number, row in enumerate(rows):
            cells = []
            for column, cell in enumerate(row):
                self._put("\t" if column else "\n" if number else "")
                cells.append((self._length, self._length + len(cell)))
                self._put(cell)
            placed.append(tuple(cells))
        return tuple(placed)
