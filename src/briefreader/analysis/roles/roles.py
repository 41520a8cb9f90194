"""What each block of a document is for, told before any rule reads its words.

Method: the block's kind, its form (a label, a mark, marks of a page), the heading above it, and its neighbours. Later
extractors ask the role. Source lines, source lists, credits and reference definitions are evidence, folded or not.
Code, templates, navigation and calls to act hold neither claims nor citations.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from briefreader.analysis.roles import role_words as words
from briefreader.analysis.roles.cells import SOURCE_COLUMN
from briefreader.analysis.roles.outlets import is_name, lists_outlets
from briefreader.model.document import HIDDEN_MARKER, Block, Document

BlockRole = Literal[
    "title",
    "heading",
    "label",
    "lead",
    "paragraph",
    "item",
    "table",
    "source_line",
    "source_list",
    "source_table",
    "credit",
    "reference",
    "code",
    "template",
    "call",
    "disclaimer",
    "navigation",
    "hashtags",
    "definition",
    "caption",
    "contents",
    "rule",
]
"""``label``: a run-in label alone in its block. ``lead``: the sentence under a headline. ``source_line``: the sources
of the text above it. ``source_list``: an entry of a list of sources. ``reference``: an entry that marks in the text
point at. ``source_table``: a table with one source per row."""

EVIDENCE: frozenset[BlockRole] = frozenset({"source_line", "source_list", "source_table", "credit", "reference"})
"""Blocks that name sources, and claim nothing themselves."""
PROSE: frozenset[BlockRole] = frozenset({"lead", "paragraph", "item", "table", "caption", "definition", "label"})
"""Blocks that may claim or cite."""

_CITED: frozenset[BlockRole] = frozenset({"lead", "paragraph", "item", "table", "source_line", "caption", "label"})
_CLOSING = frozenset('.!?。！？…)]”"’')
_SHORT_LABEL = 8
_FEWEST_SPACES = 4
_SHORTEST_RUN = 3
_LONGEST_SOURCE_LINE = 600
_LONGEST_OUTLETS = 240
_HASHTAG = re.compile(r"#[^\s#]+")
_MARK = re.compile(r"\[([^\[\]\s]{1,64})\]")
_KEY_COLUMN = re.compile(r"(?i:id|#|no\.?|nr\.?|ref\.?|key|source id)")


class Roles:
    """The roles of a document's blocks, side by side with them."""

    def __init__(self, document: Document) -> None:
        """Read every block once."""
        self.document = document
        self._links = [inline for inline in document.inlines if inline.style == "link"]
        self._link_starts = [inline.span.start for inline in self._links]
        self._starts = [block.start for block in document.blocks]
        self._marks = Counter(_MARK.findall(document.text)) if "[" in document.text else Counter[str]()
        self.roles: tuple[BlockRole, ...] = tuple(self._with_runs([*self._read()]))

    def __iter__(self) -> Iterator[tuple[Block, BlockRole]]:
        """Yield each block with its role."""
        return iter(zip(self.document.blocks, self.roles, strict=True))

    def at(self, offset: int) -> BlockRole | None:
        """Return the role of the block at an offset; None before the first."""
        place = bisect_right(self._starts, offset)
        return self.roles[place - 1] if place else None

    def place_at(self, offset: int) -> int:
        """Return the place of the block at an offset; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def _read(self) -> Iterator[BlockRole]:
        """Yield the roles; ``in_list`` is whether the heading of a list of sources stands above."""
        before: BlockRole = "rule"
        in_list = False
        for block in self.document.blocks:
            text = self.document.words_of(block)
            if block.kind == "heading" and (field := _field(text)):
                role: BlockRole = field
            elif block.kind == "heading":
                in_list = bool(words.LIST_HEADING.fullmatch(text))
                role = "title" if block.role == "title" else "heading"
            elif block.kind == "rule":
                role, in_list = "rule", in_list and before == "rule"
            else:
                role = self._role_of(block, text, before, in_list=in_list)
                if role == "source_line" and _is_bare_label(text):
                    in_list = True
                elif in_list and block.kind == "paragraph" and role not in EVIDENCE and before != "heading":
                    in_list = False
            before = role if role != "rule" else before
            yield role

    def _with_runs(self, roles: list[BlockRole]) -> list[BlockRole]:
        """Return the roles, a run of items that all end in an address taken for a list of sources."""
        first = 0
        for place in range(len(roles) + 1):
            if place < len(roles) and roles[place] == "item" and self._ends_in_address(place):
                continue
            if place - first >= _SHORTEST_RUN:
                roles[first:place] = ["source_list"] * (place - first)
            first = place + 1
        return roles

    def _ends_in_address(self, place: int) -> bool:
        words = self.document.words_of(self.document.blocks[place]).rsplit(maxsplit=1)
        return bool(words) and "://" in words[-1]

    def _role_of(self, block: Block, text: str, before: BlockRole, *, in_list: bool) -> BlockRole:
        if block.kind == "code":
            return "code"
        if block.kind == "table":
            return "source_table" if _is_source_table(self.document, block, in_list=in_list) else "table"
        if block.marker != HIDDEN_MARKER and self._defines(text, in_list=in_list):
            return "reference"
        if block.marker == HIDDEN_MARKER or (words.TEMPLATE.match(text) and not _has_sentence(text)):
            return "template"
        if evidence := self._evidence(block, text, before, in_list=in_list):
            return evidence
        return self._page_part(block, text) or _text_part(block, text, before)

    def _defines(self, text: str, *, in_list: bool) -> bool:
        """Tell whether a block is an entry that marks point at, or the heading of such entries with them."""
        defined = words.DEFINITION.match(text)
        if defined and (in_list or defined["hidden"] or self._marks[defined["key"]] > 1):
            return True
        first, _, rest = text.partition("\n")
        return bool(rest and words.LIST_HEADING.fullmatch(first) and words.DEFINITION.match(rest))

    def _evidence(self, block: Block, text: str, before: BlockRole, *, in_list: bool) -> BlockRole | None:
        """Return the role of what names sources; names alone do so only under what they can be the source of."""
        is_short = len(text) <= _LONGEST_SOURCE_LINE
        if (is_short and block.kind == "paragraph" and words.LIST_HEADING.fullmatch(text)) or (
            is_short
            and (":" in text or "：" in text)
            and words.SOURCE_LINE.match(text)
            and not ("\n" in text and _has_sentence(text.partition("\n")[2]))
        ):
            return "source_line"
        if in_list and (block.kind == "item" or len(words.DATED_ENTRY_END.findall(text)) > 1):
            return "source_list"
        if len(text) <= _LONGEST_OUTLETS and words.CREDIT.match(text):
            return "credit"
        if in_list and self._is_of_links(block, text):
            return "source_list"
        may_list = before in _CITED and len(text) <= _LONGEST_OUTLETS and text[-1] not in "!?:。" and ". " not in text
        if may_list and (
            lists_outlets(text, sure=before == "label" or block.role == "furniture")
            or self._is_outlets_by_link(block, text)
        ):
            return "source_line"
        return None

    def _page_part(self, block: Block, text: str) -> BlockRole | None:
        """Return the role of what belongs to the page and not to the article."""
        if words.CONTENTS.match(text) or self._is_of_anchors(block):
            return "contents"
        if text[0] == "#" and all(map(_HASHTAG.fullmatch, text.split())):
            return "hashtags"
        if len(text) <= _LONGEST_SOURCE_LINE and words.disclaims(text):
            return "disclaimer"
        if len(text) <= _LONGEST_OUTLETS and not text[:1].isdigit() and words.CALL.match(text):
            return "call"
        short = len(text.split()) <= 2 * _SHORT_LABEL or len(self.links_in(block)) > 1
        if (short and words.NAVIGATION.match(text) and text[-1] not in ".!?") or (
            block.role == "furniture" and not _has_sentence(text)
        ):
            return "navigation"
        return None

    def links_in(self, block: Block) -> list[tuple[int, int, str]]:
        """Return where the links of a block stand, and where they lead."""
        if not self._links:
            return []
        first = bisect_right(self._link_starts, block.start - 1)
        last = bisect_right(self._link_starts, block.end - 1, first)
        return [(link.span.start, link.span.end, link.target) for link in self._links[first:last]]

    def _is_of_links(self, block: Block, text: str) -> bool:
        """Tell whether nearly all words of a block are links."""
        return sum(end - start for start, end, _ in self.links_in(block)) * 3 >= len(text) * 2

    def _is_outlets_by_link(self, block: Block, text: str) -> bool:
        """Tell whether the block is a few names that lead to web pages ("City News, Radio 9")."""
        links = self.links_in(block)
        return (
            bool(links)
            and self._is_of_links(block, text)
            and all(target.startswith("http") for _, _, target in links)
            and all(is_name(self.document.text[start:end]) for start, end, _ in links)
        )

    def _is_of_anchors(self, block: Block) -> bool:
        """Tell whether the block leads into the same page, as lists of contents do."""
        links = self.links_in(block)
        inner = sum(end - start for start, end, target in links if target.startswith("#"))
        return bool(links) and inner * 2 > block.end - block.start


def _text_part(block: Block, text: str, before: BlockRole) -> BlockRole:
    """Return the role of a block of running text."""
    if len(text) <= _LONGEST_OUTLETS and words.CAPTION.match(text):
        return "caption"
    if block.role == "key_terms":
        return "definition"
    count = len(text.split(maxsplit=_SHORT_LABEL + 1))
    if count <= _SHORT_LABEL and (text[-1] in ":：" or (text[-1] not in _CLOSING and block.kind == "paragraph")):
        return "label"
    if block.kind == "item":
        return "item"
    return "lead" if before == "title" and _has_sentence(text) else "paragraph"


def _field(text: str) -> BlockRole | None:
    """Return the role of a field with its value that is set as a heading, as plain texts have them."""
    if words.SOURCE_LINE.match(text) and not words.LIST_HEADING.fullmatch(text):
        return "source_line"
    return "label" if words.FIELD.match(text) else None


def _has_sentence(text: str) -> bool:
    """Tell whether words end as a sentence does, and are enough for one."""
    return any(end in text for end in (". ", "。", "! ", "? ")) or (
        text[-1] in ".!?。" and text.count(" ") >= _FEWEST_SPACES
    )


def _is_bare_label(text: str) -> bool:
    """Tell whether a source line has nothing after its label: the list follows."""
    match = words.SOURCE_LINE.match(text)
    return bool(words.LIST_HEADING.fullmatch(text)) or (match is not None and not text[match.end() :].strip(" *_"))


def _is_source_table(document: Document, block: Block, *, in_list: bool) -> bool:
    if not block.rows:
        return False
    heads = [document.text[start:end].strip() for start, end in block.rows[0]]
    return in_list and (bool(heads and _KEY_COLUMN.fullmatch(heads[0])) or any(map(SOURCE_COLUMN.fullmatch, heads)))
