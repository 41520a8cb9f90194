"""Read a saved web page.

Scripts and styles are left out; of a page, what is not the article (navigation, side bars, foot) becomes furniture, so
that nothing a person could see on the page is lost. So does hidden text, which is marked as such.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urljoin

from briefreader.ingest.body import mark_body
from briefreader.ingest.clean import clean_body, clean_line
from briefreader.ingest.drafts import DraftBlock, DraftInline
from briefreader.ingest.hidden import HIDDEN, mark_hidden, take_out
from briefreader.ingest.html_parts import (
    begins_a_block,
    is_for_screen_readers,
    is_in_a_line,
    is_mark_of_a_place,
    is_shown_as_block,
)
from briefreader.ingest.html_tables import is_layout, number_of, spread
from briefreader.ingest.page import base_of, parse_page
from briefreader.ingest.page_head import read_page_head
from briefreader.ingest.readings import Head
from briefreader.model.document import BlockKind, InlineStyle, Role

_DROPPED = frozenset("""script style iframe object embed svg canvas head title input rp""".split())
_OUTSIDE = frozenset(["nav", "footer", "aside", "form", "menu", "button", "select", "textarea"])
_CAPTIONS = frozenset(["figcaption", "caption"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = (
    frozenset(
        """p div section article main header figure figcaption blockquote ul ol li dl dt dd pre table hr body
            address details summary tbody thead tfoot tr td th caption noscript
            center fieldset legend option""".split()
    )
    | set(_HEADINGS)
    | _OUTSIDE
)
_STYLES: dict[str, InlineStyle] = {
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "s": "strike",
    "del": "strike",
    "code": "code",
    "a": "link",
}
_SCRIPTS = {
    "sup": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"),
    "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}
"""So that a raised or lowered number never becomes part of the one before it."""
_INSTEAD = frozenset(["rt", "video", "audio"])
"""What holds words for where something else cannot be shown or heard, or says how a word is read."""
_TABLE_PARTS = frozenset("table thead tbody tfoot".split())
_SPACES = re.compile(r"\s+")
_DEEPEST = 200
_WORDS = ".//text()[not(ancestor::script or ancestor::style)]"
_DRAWN = (
    ".//text()[ancestor::text or ancestor::foreignobject]"
    "[not(ancestor::script or ancestor::style or ancestor::title or ancestor::defs or ancestor::symbol)]"
)
_BUTTONS = frozenset(["submit", "button", "reset"])
_LETTERS = re.compile(r"[^\W\d_]{2}")
_MARKERS = ("•", "◦", "▪")
_ALL_HIDDEN = "The page hides all of its text. The text is kept below, folded."


def parse_html(data: str, base: str = "") -> list[DraftBlock]:
    """Return the blocks of what is an article as a whole, such as a letter or a chapter; links count from ``base``."""
    page = _within(parse_page(data))
    return _said_where_all_is_hidden(walk_page(page, base, mark_hidden(page))[0])


def parse_html_page(data: str, base: str = "") -> tuple[list[DraftBlock], Head]:
    """Return the blocks of a page, and its metadata; ``base`` is its address, else the one that it names counts."""
    page = _within(parse_page(data))
    hidden = mark_hidden(page)
    head = read_page_head(page, base)
    drafts, places = walk_page(page, base or head.address or "", hidden)
    if page.tag == "html" and page.find("head") is not None:
        mark_body(drafts, places, head.headline or "")
    return _said_where_all_is_hidden(drafts), head


def walk_page(page: Any, base: str, hidden: list[Any]) -> tuple[list[DraftBlock], list[Any]]:  # noqa: ANN401 - lxml ships no types
    """Return the blocks of a page, and for each the element that it stands in; None for what is beside the text.

    ``hidden`` are its hidden elements, which are taken out of it.
    """
    walker = _Walker(base_of(page, base), take_out(hidden))
    walker.walk(page, depth=0)
    walker.finish()
    return walker.drafts, walker.places


def _within(page: Any) -> Any:  # noqa: ANN401 - lxml ships no types
    """Return a page whose first element has a place in another, so that it can be taken out."""
    if page.tag in ("html", "body"):
        return page
    around = page.makeelement("div")
    around.append(page)
    return around


def _said_where_all_is_hidden(drafts: list[DraftBlock]) -> list[DraftBlock]:
    if drafts and all(draft.is_hidden or draft.kind == "rule" for draft in drafts):
        return [DraftBlock(kind="paragraph", role="provenance", text=_ALL_HIDDEN), *drafts]
    return drafts


@dataclass(slots=True)
class _Walker:
    base: str
    hidden: Mapping[str, Any]
    """What was taken out of the page, by the number in its place."""
    drafts: list[DraftBlock] = field(default_factory=list)
    places: list[Any] = field(default_factory=list)
    _place: Any = None
    _text: str = ""
    _inlines: list[DraftInline] = field(default_factory=list)
    _beside: list[str] = field(default_factory=list)
    """Words that stand for a picture or say how one is read, to follow the block as furniture."""
    _kind: BlockKind = "paragraph"
    _level: int = 0
    _marker: str = ""
    _quote: int = 0
    _role: Role = "body"
    _lists: list[list[int]] = field(default_factory=list)
    """For each list around: the number of its last item; empty for one without numbers."""
    _pre: bool = False
    _folded: list[DraftBlock] = field(default_factory=list)

    def walk(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        """Take in a node and what is in it; hidden parts are put after the block around."""
        if not isinstance(node.tag, str) or is_mark_of_a_place(node):
            return
        is_block = node.tag in _BLOCKS or begins_a_block(node)
        if _is_dropped(node):
            self._beside.append(_drawn_words(node))
        elif node.tag == HIDDEN:
            self._fold(node, depth)
        elif depth > _DEEPEST or node.tag in _INSTEAD or is_for_screen_readers(node):
            self._keep_beside(node, depth)
        elif (is_block and self._pre) or (not is_block and is_shown_as_block(node)):
            self._line(node, depth)
        elif is_block and not (node.tag == "button" and is_in_a_line(node)):
            role = self._role
            self.finish()
            if role != "furniture":
                self._role = "furniture" if node.tag in _OUTSIDE else "caption" if node.tag in _CAPTIONS else role
            self._block(node, depth)
            self._role = role
        else:
            self._inline(node, depth)

    def _keep_beside(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        self._beside.append(_plain(node))
        for place in node.iter(HIDDEN):
            self._fold(place, depth)

    def _fold(self, place: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        """Keep the words of a hidden part for after the block that it stands in; signs alone say nothing."""
        inner = _Walker(self.base, self.hidden)
        part = self.hidden.get(place.get("n") or "")
        if part is not None:
            inner.walk(part, depth + 1)
            inner.finish()
        for draft in inner.drafts:
            if any(map(str.isalnum, draft.text)) or draft.rows:
                draft.hide()
                self._folded.append(draft)

    def _children(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        self._put(node.text)
        for child in node:
            self.walk(child, depth + 1)
            self._put(child.tail)

    def _block(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        place, self._place = self._place, node
        match node.tag:
            case "table" if not is_layout(node):
                self._table(node, depth)
            case "hr":
                self._add(DraftBlock(kind="rule", role=self._role))
            case "ul" | "ol":
                self._lists.append([number_of(node.get("start"), 1) - 1] if node.tag == "ol" else [])
                self._children(node, depth)
                self._lists.pop()
            case "blockquote":
                self._quote += 1
                self._children(node, depth)
                self.finish()
                self._quote -= 1
            case _:
                self._leaf(node, depth)
        self.finish()
        self._place = place

    def _line(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        """Take in an element that is a line of its own in a block."""
        self._text += "\n" if self._text and not self._text.endswith("\n") else ""
        self._children(node, depth)
        self._text += "" if self._text.endswith("\n") else "\n"

    def _leaf(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        if node.tag in _HEADINGS:
            self._kind, self._level = "heading", _HEADINGS[node.tag]
        elif node.tag == "pre":
            self._kind, self._pre = "code", True
        elif node.tag == "li":
            self._item(node.get("value") or "")
        elif node.tag in ("dt", "dd", "p", "div") and self._lists:
            self._kind, self._level = "item", len(self._lists) - 1
        self._children(node, depth)

    def _item(self, value: str) -> None:
        self._kind = "item"
        self._level = max(0, len(self._lists) - 1)
        numbers = self._lists[-1] if self._lists else []
        if numbers:
            numbers[0] = number_of(value, numbers[0] + 1)
        self._marker = f"{numbers[0]}." if numbers else _MARKERS[min(self._level, 2)]

    def _inline(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        if node.tag == "br":
            self._break()
        elif node.tag == "img":
            self._image(node)
        start, drafted = len(self._text), len(self.drafts)
        self._children(node, depth)
        style = _STYLES.get(node.tag)
        if style:
            target = self._resolved(node.get("href") or "") if style == "link" else ""
            for draft in self.drafts[drafted:]:  # a link round whole blocks, as cards are
                start = max(0, start) if draft is self.drafts[drafted] else 0
                if draft.text[start:]:
                    draft.inlines.append(DraftInline(start=start, end=len(draft.text), style=style, target=target))
            start = start if len(self.drafts) == drafted else 0
            if len(self._text) > start:
                self._inlines.append(DraftInline(start=start, end=len(self._text), style=style, target=target))
        elif node.tag in _SCRIPTS and re.fullmatch(r"[\d+-]{1,8}", self._text[start:], re.ASCII):
            self._text = self._text[:start] + self._text[start:].translate(_SCRIPTS[node.tag])

    def _break(self) -> None:
        """Begin a new line, or a new paragraph where a line is left empty."""
        if self._pre or not self._text.endswith("\n"):
            self._text = self._text.rstrip(" ") + "\n"
            return
        kind, level = self._kind, self._level
        self.finish()
        self._kind, self._level = kind, level

    def _image(self, node: Any) -> None:  # noqa: ANN401 - lxml ships no types
        """Take in what stands for an image: a sign or a formula in its line, words beside the text.

        A figure says it in its caption, else nobody wrote it for readers.
        """
        words = node.get("alt") or ""
        if not _LETTERS.search(words) or "\\" in words:
            self._put(words)
        elif next(node.iterancestors("figure"), node).find(".//figcaption") is None:
            self._beside.append(words)

    def _resolved(self, href: str) -> str:
        try:
            is_whole = href.startswith(("https://", "http://"))
            return clean_line(href if is_whole else urljoin(self.base, href.strip()), 8192)
        except ValueError:
            return clean_line(href, 8192)

    def _table(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        for caption in node.iterchildren("caption"):
            self.walk(caption, depth)
            self.finish()
        for place in node.iterdescendants(HIDDEN):
            if place.getparent().tag in _TABLE_PARTS:
                self._fold(place, depth)
        table = DraftBlock(kind="table", role=self._role)
        taken: defaultdict[Any, dict[int, int]] = defaultdict(dict)  # a cell ends with its part of the table
        widest = max((len(row) for row in _shown_rows(node)), default=0)
        for row in _shown_rows(node):
            cells = [cell for cell in row if cell.tag in ("td", "th", HIDDEN)]
            if cells:
                table.rows.append([])
            for cell in spread(cells, taken[row.getparent()], widest):
                table.put_cell(*self._cell(cell, depth) if cell is not None else ("",))
        if table.rows:
            self._add(table)

    def _cell(self, cell: Any, depth: int) -> tuple[str, list[DraftInline]]:  # noqa: ANN401 - lxml ships no types
        """Return the words of a cell in one line, and their spans."""
        inner = _Walker(self.base, self.hidden)
        inner.walk(cell, depth + 1)
        inner.finish()
        self._folded += [draft for draft in inner.drafts if draft.is_hidden]
        text, inlines = "", []
        for draft in inner.drafts:
            if draft.is_hidden:
                continue
            text += " " if text else ""
            inlines += [
                replace(inline, start=len(text) + inline.start, end=len(text) + inline.end) for inline in draft.inlines
            ]
            text += draft.text.replace("\n", " ").replace("\t", " ")
        return text, inlines

    def _put(self, text: str | None) -> None:
        if not text:
            return
        if self._pre:
            text = clean_body(text)  # character references were decoded only now
        else:
            text = " " if text.isspace() else _SPACES.sub(" ", clean_body(text))
            if not self._text or self._text[-1] in " \n":
                text = text.lstrip(" ")
        self._text += text

    def finish(self) -> None:
        """End the block that is being written."""
        if not (self._text or self._beside or self._folded or self._marker or self._pre):
            self._kind, self._level = "paragraph", 0
            return
        text = self._text.rstrip()
        if text:
            for inline in self._inlines:
                inline.end = min(inline.end, len(text))
            self._add(
                DraftBlock(
                    kind=self._kind,
                    text=text,
                    role=self._role,
                    level=self._level,
                    marker=self._marker,
                    quote=self._quote,
                    inlines=self._inlines,
                )
            )
            self._marker = ""
        self._text, self._inlines, self._pre = "", [], False
        if text or not self._marker:
            self._kind, self._level = "paragraph", 0
        beside, self._beside = self._beside, []
        said = [
            DraftBlock(kind="paragraph", text=words, role="furniture") for words in map(clean_body, beside) if words
        ]
        self.drafts += [*said, *self._folded]
        self.places += [None] * len([*said, *self._folded])
        self._folded = []

    def _add(self, draft: DraftBlock) -> None:
        self.drafts.append(draft)
        self.places.append(self._place)
        if draft.kind == "code" and _is_gutter(self._place, draft.text):
            draft.role, self.places[-1] = "furniture", None


def _is_gutter(node: Any, text: str) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell a cell that holds nothing but the numbers of the lines of code beside it."""
    numbers = text.split()
    in_cell = next(node.iterancestors("td"), None) is not None
    return in_cell and numbers[0].isdecimal() and numbers == [str(int(numbers[0]) + n) for n in range(len(numbers))]


def _shown_rows(table: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml ships no types
    """Yield the rows of a table that can be seen, in their order."""
    waiting = [table]
    while waiting:
        node = waiting.pop()
        if node.tag == "tr":
            yield node
        else:
            waiting += [child for child in reversed(node) if isinstance(child.tag, str)]


def _is_dropped(node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    return node.tag in _DROPPED and node.get("shadowrootmode") is None


def _drawn_words(node: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """Return the words that a person sees of an element that is no text: those of a drawing, or of a form's button."""
    if node.tag == "input" and (node.get("type") or "").lower() in _BUTTONS:
        return node.get("value") or ""
    return _SPACES.sub(" ", " ".join(node.xpath(_DRAWN))).strip() if node.tag == "svg" else ""


def _plain(node: Any) -> str:  # noqa: ANN401 - lxml ships no types
    return _SPACES.sub(" ", " ".join(node.xpath(_WORDS))).strip()
