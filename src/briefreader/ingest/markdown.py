"""Read Markdown; raw HTML in it stays text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefreader.ingest.clean import clean_body
from briefreader.ingest.drafts import DraftBlock, DraftInline
from briefreader.ingest.front_matter import split_front_matter
from briefreader.ingest.properties import read_properties
from briefreader.ingest.readings import Head
from briefreader.model.document import InlineStyle

_STYLES: dict[str, InlineStyle] = {
    "strong_open": "strong",
    "em_open": "emphasis",
    "s_open": "strike",
    "link_open": "link",
}
_MARKERS = ("•", "◦", "▪")


def parse_markdown(text: str) -> tuple[list[DraftBlock], Head]:
    """Return the blocks, and what the front matter says."""
    properties, body = split_front_matter(clean_body(text))
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    return list(_Walker().walk(parser.parse(body))), read_properties(properties)


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int


@dataclass(slots=True)
class _Walker:
    """Turns tokens into blocks; knows the lists and quotes that it stands in."""

    lists: list[_List] = field(default_factory=list)
    quote: int = 0
    item_begins: bool = False
    heading: int = 0
    table: DraftBlock | None = None

    def walk(self, tokens: Sequence[Token]) -> Iterator[DraftBlock]:
        for token in tokens:
            if token.type == "inline":
                yield from self._inline(token)
            elif token.type in ("fence", "code_block"):
                yield DraftBlock(kind="code", text=token.content.rstrip("\n"), quote=self.quote)
            elif token.type == "hr":
                yield DraftBlock(kind="rule", quote=self.quote)
            elif token.type == "table_close" and self.table:
                yield self.table
                self.table = None
            else:
                self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "heading_open" | "heading_close":
                self.heading = int(token.tag[1:]) if token.nesting > 0 else 0
            case "blockquote_open" | "blockquote_close":
                self.quote += token.nesting
            case "bullet_list_open" | "ordered_list_open":
                start = int(token.attrGet("start") or 1)
                self.lists.append(_List(token.type == "ordered_list_open", start - 1))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.lists[-1].number += 1
                self.item_begins = True
            case _:
                self._table(token)

    def _table(self, token: Token) -> None:
        if token.type == "table_open":
            self.table = DraftBlock(kind="table")
        elif self.table and token.type == "tr_open":
            self.table.rows.append([])
        elif self.table and token.type == "th_open" and "right" in str(token.attrGet("style")):
            self.table.right += (len(self.table.rows[0]),)

    def _inline(self, token: Token) -> Iterator[DraftBlock]:
        text, inlines = _flatten(token.children or [])
        if self.table:
            self.table.put_cell(text, inlines)
            return
        draft = DraftBlock(kind="paragraph", text=text, quote=self.quote, inlines=inlines)
        if self.heading:
            draft.kind, draft.level = "heading", self.heading
        elif self.lists:
            draft.kind, draft.level = "item", len(self.lists) - 1
            draft.marker = self._marker() if self.item_begins else ""
            self.item_begins = False
        if text:
            yield draft

    def _marker(self) -> str:
        inner = self.lists[-1]
        return f"{inner.number}." if inner.ordered else _MARKERS[min(len(self.lists), 3) - 1]


_SHORT_LINE = 48


def _flatten(tokens: Sequence[Token]) -> tuple[str, list[DraftInline]]:
    """Return the text of inline tokens, and its spans; an image becomes its description.

    The breaks of lines that are all short stay: they part names, days and numbers, and wrap no sentence.
    """
    lines = "".join("\n" if token.type.endswith("break") else token.content for token in tokens).split("\n")
    soft = "\n" if max(map(len, lines)) <= _SHORT_LINE else " "
    text = ""
    inlines: list[DraftInline] = []
    opened: list[DraftInline] = []
    for token in tokens:
        if token.type in _STYLES:
            target = str(token.attrGet("href") or "")
            opened.append(DraftInline(start=len(text), end=0, style=_STYLES[token.type], target=target))
        elif token.nesting < 0 and opened:
            inline = opened.pop()
            inline.end = len(text)
            inlines.append(inline)
        elif token.type == "code_inline":
            inlines.append(DraftInline(start=len(text), end=len(text) + len(token.content), style="code"))
            text += token.content
        else:
            text += {"softbreak": soft, "hardbreak": "\n"}.get(token.type, clean_body(token.content))
    return text, inlines
