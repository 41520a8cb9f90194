"""Read Markdown, as people have it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.token import Token

from briefreader.ingest.clean import clean_body, clean_line
from briefreader.ingest.drafts import DraftBlock, DraftInline
from briefreader.ingest.front_matter import split_front_matter
from briefreader.ingest.markdown_dialects import to_common_markdown
from briefreader.ingest.markdown_html import InlineHtml, words_in_angles
from briefreader.ingest.properties import read_properties
from briefreader.ingest.readings import Head
from briefreader.model.document import InlineStyle

_STYLES: dict[str, InlineStyle] = {
    "strong_open": "strong",
    "em_open": "emphasis",
    "s_open": "strike",
    "link_open": "link",
}
_SHORT_LINE = 48
_BEGINNING = 5
_SHOWS = re.compile(r"<(?:img|hr)\b|(?:\A|>)[^<]*[^\s<]")
_MARK = re.compile(r"\[(?:(?P<box>[ xX])\]\s+|\^(?P<note>\d{1,4})\]:\s*)(?=\S)")
_NOTE = re.compile(r"\[(?:\^[^\]\s]+\]:|\d{1,3}\]\s)")
_MARKERS = ("•", "◦", "▪")


def parse_markdown(text: str, *, keeps_lines: bool = False) -> tuple[list[DraftBlock], Head]:
    """Return the blocks, and what the front matter says; without a text, its description is the text.

    ``keeps_lines``: the end of a line parts paragraphs, as in a plain text that has marks of Markdown.
    """
    properties, body = split_front_matter(clean_body(text))
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.block.ruler.at("reference", _reference, {"alt": []})
    drafts = list(_Walker(keeps_lines=keeps_lines).walk(parser.parse(to_common_markdown(body))))
    if not any(draft.text or draft.rows for draft in drafts):
        words = " ".join(properties.get("description", properties.get("excerpt", ())))
        drafts = [DraftBlock(kind="paragraph", text=clean_line(words))] if words else []
    return drafts, read_properties(properties)


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a link's definition; that of a named footnote has the same form, and its words would vanish."""
    place = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", place) and reference(state, start, end, silent)


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
    keeps_lines: bool = False

    def walk(self, tokens: Sequence[Token]) -> Iterator[DraftBlock]:
        for token in tokens:
            if token.type == "inline":
                yield from self._inline(token)
            elif token.type in ("fence", "code_block"):
                yield DraftBlock(kind="code", text=token.content.rstrip("\n"), quote=self.quote)
            elif token.type == "html_block":
                yield from self._html(token.content)
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

    def _html(self, source: str) -> Iterator[DraftBlock]:
        """Yield the blocks of HTML between blank lines; tags alone are none, and words in angle brackets stay text."""
        for words in words_in_angles(source):
            source = source.replace(words, escape(words))
        from briefreader.ingest.html import parse_html  # noqa: PLC0415 - lxml takes 30 ms to load

        for draft in parse_html(source) if _SHOWS.search(source) else ():
            draft.quote += self.quote
            yield draft

    def _inline(self, token: Token) -> Iterator[DraftBlock]:
        text, inlines = _flatten(token.children or [], " " if self.table else "\n", keeps_lines=self.keeps_lines)
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
        if mark := _MARK.match(draft.text):
            _take_mark(draft, mark)
        if draft.text.strip():
            yield draft

    def _marker(self) -> str:
        inner = self.lists[-1]
        return f"{inner.number}." if inner.ordered else _MARKERS[min(len(self.lists), 3) - 1]


def _take_mark(draft: DraftBlock, mark: re.Match[str]) -> None:
    """Make the box of a task or the number of a footnote the marker of its item."""
    if mark["note"]:
        draft.kind, draft.marker = "item", f"[{mark['note']}]"
    elif draft.kind == "item":
        draft.marker = "☐" if mark["box"] == " " else "☑"
    else:
        return
    draft.text = draft.text[mark.end() :]
    for inline in draft.inlines:
        inline.start, inline.end = max(0, inline.start - mark.end()), max(0, inline.end - mark.end())


def _begins_a_line(tokens: Sequence[Token]) -> bool:
    """Tell by its first tokens whether the author meant a line of its own: a numbered entry, or a bold label."""
    if len(tokens) > 1 and tokens[0].type == "text" and not tokens[0].content:
        tokens = tokens[1:]
    if tokens and tokens[0].type == "text":
        return bool(_NOTE.match(tokens[0].content))
    kinds = [token.type for token in tokens[:3]]
    if kinds != ["strong_open", "text", "strong_close"]:
        return False
    return tokens[1].content.endswith(":") or any(token.content.startswith(":") for token in tokens[3:4])


def _are_short_lines(tokens: Sequence[Token]) -> bool:
    """Tell lines that part names, days and numbers, and wrap no sentence."""
    lines = "".join("\n" if token.type.endswith("break") else token.content for token in tokens).split("\n")
    return max(map(len, lines)) <= _SHORT_LINE


def _flatten(tokens: Sequence[Token], hard: str, *, keeps_lines: bool) -> tuple[str, list[DraftInline]]:
    """Return the text of inline tokens, and its spans; an image becomes its description."""
    soft = hard if keeps_lines or _are_short_lines(tokens) else " "
    text = ""
    html = InlineHtml()
    opened: list[DraftInline] = []
    before = ""
    for place, token in enumerate(tokens):
        if token.type == "softbreak" and _begins_a_line(tokens[place + 1 : place + 1 + _BEGINNING]):
            text += html.shown(hard)
        elif token.type in _STYLES:
            if token.type == before.replace("close", "open") == "link_open":
                text += " "  # links side by side are words of their own
            target = str(token.attrGet("href") or "")
            opened.append(DraftInline(start=len(text), end=0, style=_STYLES[token.type], target=target))
        elif token.nesting < 0 and opened:
            html.inlines.append(replace(opened.pop(), end=len(text)))
        elif token.type == "code_inline":
            html.inlines.append(DraftInline(start=len(text), end=len(text) + len(token.content), style="code"))
            text += token.content
        elif token.type == "html_inline":
            text += html.read(token.content, len(text), hard)
        else:
            words = {"softbreak": soft, "hardbreak": hard}.get(token.type, clean_body(token.content))
            text += html.shown(words)
        before = token.type
    return text, html.inlines
