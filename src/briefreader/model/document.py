"""The canonical text of a revision, and how it is laid out."""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from briefreader.model.span import Span

BlockKind = Literal["heading", "paragraph", "item", "code", "table", "rule"]

Role = Literal[
    "body",
    "title",
    "summary",
    "key_points",
    "bull_case",
    "bear_case",
    "key_developments",
    "key_terms",
    "what_next",
    "open_questions",
    "context",
    "mentions",
    "caption",
    "provenance",
    "furniture",
]
"""What a block is for. ``provenance`` says where the article comes from (origin lines, disclosures);
``caption`` says what a picture or a table shows;
``furniture`` belongs to the page and not to the article (navigation, share lines, repeated titles)."""

InlineStyle = Literal["strong", "emphasis", "strike", "code", "link"]

FOLDED_ROLES: frozenset[Role] = frozenset({"furniture"})

HIDDEN_MARKER = "[hidden]"
"""Marks a block of furniture that a page holds and its readers do not see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, a paragraph, a list item …: ``[start, end)`` of ``Document.text``."""

    kind: BlockKind
    start: int
    end: int
    """Equal to ``start`` for a rule, which has no text."""
    role: Role = "body"
    level: int = 0
    """Heading level 1 to 6; depth of a list item, from 0."""
    marker: str = ""
    """What stands before a list item, such as ``•`` or ``3.``; drawn, never part of the text."""
    quote: int = 0
    """How many block quotes the block stands in."""
    rows: tuple[tuple[tuple[int, int], ...], ...] = ()
    """The cells of a table, row by row, the heading first; a cell may be empty."""
    right: tuple[int, ...] = ()
    """The columns of a table that are set flush right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineSpan:
    """A run of text that is set apart inside its block."""

    span: Span
    style: InlineStyle
    target: str = ""
    """Where a link leads, as the article has it; empty for every other style."""


_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Document:
    """Canonical text with its blocks, in order, and inline spans; every offset points into ``text``."""

    text: str
    blocks: tuple[Block, ...]
    inlines: tuple[InlineSpan, ...] = ()

    def block_at(self, offset: int) -> Block | None:
        """Return the last block that starts at or before ``offset``; None before the first."""
        index = bisect_right(self.blocks, offset, key=_START)
        return self.blocks[index - 1] if index else None

    @property
    def hidden_words(self) -> int:
        """Return how many words a page holds that its readers do not see."""
        return sum(len(self.words_of(block).split()) for block in self.blocks if block.marker == HIDDEN_MARKER)

    def words_of(self, block: Block) -> str:
        """Return the text of a block."""
        return self.text[block.start : block.end]
