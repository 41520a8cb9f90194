"""Read Markdown; raw HTML in it stays text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.token import Token

from briefreader.ingest.clean import clean_body, clean_line, clean_url
from briefreader.ingest.dates import parse_date
from briefreader.ingest.drafts import DraftBlock, DraftInline
from briefreader.ingest.head import Head
from briefreader.model.article import Origin
from briefreader.model.document import InlineStyle

_FRONT_MATTER = re.compile(r"\A---\n(.{0,8192}?)\n---\n", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z_]{1,40}):\s+(\S.*)$", re.MULTILINE)
_MOST_ENTRIES = 64
_STYLES: dict[str, InlineStyle] = {
    "strong_open": "strong",
    "em_open": "emphasis",
    "s_open": "strike",
    "link_open": "link",
}
_MARKERS = ("•", "◦", "▪")


def parse_markdown(text: str) -> tuple[list[DraftBlock], Head]:
    """Return the blocks, and what the front matter says; of that only ``key: value`` lines are read."""
    text = clean_body(text)
    front = _FRONT_MATTER.match(text)
    head = _read_front_matter(front[1]) if front else Head()
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.block.ruler.at("reference", _reference, {"alt": []})
    tokens = parser.parse(text[front.end() :] if front else text)
    return list(_Walker().walk(tokens)), head


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a link's definition; a footnote's (``[^1]: …``) has the same form, and its words would vanish."""
    place = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", place) and reference(state, start, end, silent)


def _read_front_matter(text: str) -> Head:
    entries = {
        key.lower(): clean_line(value.strip().strip("\"'")) for key, value in _ENTRY.findall(text)[:_MOST_ENTRIES]
    }
    source = entries.get("source") or entries.get("origin")
    return Head(
        title=entries.get("title"),
        publisher=entries.get("publisher") or entries.get("outlet") or entries.get("site"),
        byline=entries.get("author") or entries.get("byline"),
        origin=Origin(source, clean_url(entries.get("source_url", ""))) if source else None,
        url=clean_url(entries.get("url", "")),
        published_on=parse_date(entries.get("published") or entries.get("date") or ""),
    )


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


_NOTE = re.compile(r"\[(?:\^[^\]\s]+\]:|\d{1,3}\]\s)")


def _begins_a_line(tokens: Sequence[Token]) -> bool:
    """Tell whether the author meant a line of its own: a footnote, or a bold label with a colon."""
    if len(tokens) > 1 and tokens[0].type == "text" and not tokens[0].content:
        tokens = tokens[1:]
    if tokens and tokens[0].type == "text":
        return bool(_NOTE.match(tokens[0].content))
    bold = [token.content for token in tokens[:4]]
    if (
        len(bold) < len(("open", "words", "close"))
        or tokens[0].type != "strong_open"
        or tokens[2].type != "strong_close"
    ):
        return False
    return bold[1].endswith(":") or any(after.startswith(":") for after in bold[3:4])


def _flatten(tokens: Sequence[Token]) -> tuple[str, list[DraftInline]]:
    """Return the text of inline tokens, and its spans; an image becomes its description."""
    text = ""
    inlines: list[DraftInline] = []
    opened: list[DraftInline] = []
    for place, token in enumerate(tokens):
        if token.type == "softbreak" and _begins_a_line(tokens[place + 1 :]):
            text += "\n"
        elif token.type in _STYLES:
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
            text += {"softbreak": " ", "hardbreak": "\n"}.get(token.type, clean_body(token.content))
    return text, inlines
