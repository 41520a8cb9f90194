"""Read a saved web page.

Scripts, styles and hidden parts are left out; of a page, what stands outside the article's own element (navigation,
side bars, foot) becomes furniture, so that nothing a person could see on the page is lost.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urljoin

from briefreader.ingest.clean import clean_body, clean_line
from briefreader.ingest.drafts import DraftBlock, DraftInline
from briefreader.ingest.page import article_node, base_of, parse_page
from briefreader.ingest.page_head import read_page_head
from briefreader.ingest.readings import Head
from briefreader.model.document import BlockKind, InlineStyle, Role

_DROPPED = frozenset(
    """script style noscript template iframe object embed svg canvas head title button input select textarea""".split()
)
_OUTSIDE = frozenset(["nav", "footer", "aside", "form", "menu"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = (
    frozenset(
        """p div section article main header figure figcaption blockquote ul ol li dl dt dd pre table hr body
            address details summary tbody thead tfoot tr td th caption""".split()
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
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|(?<![-\w])(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_SIZELESS = re.compile(r"font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_FLAT = re.compile(r"(?<![-\w])(?:max-)?height\s*:\s*0(?![.\d])", re.IGNORECASE)
_CLIPPED = re.compile(r"(?<![-\w])overflow(?:-y)?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_TINY = re.compile(r"(?:font-size|line-height)\s*:\s*[01](?:px|pt)?(?![.\d])|mso-hide", re.IGNORECASE)
"""What is flat and clipped alone may open at a click; what is tiny as well is for no eye, as before a letter."""
_SPACES = re.compile(r"\s+")
_DEEPEST = 200
_LONGEST_CELL = 400
_WIDEST = 100
"""Beyond so many columns a cell takes its own place alone, whatever it says."""
_MARKERS = ("•", "◦", "▪")


def parse_html(data: str, base: str = "") -> list[DraftBlock]:
    """Return the blocks of what is an article as a whole, such as a letter or a chapter; links count from ``base``."""
    page = parse_page(data)
    return _blocks_of(page, page, base)


def parse_html_page(data: str, base: str = "") -> tuple[list[DraftBlock], Head]:
    """Return the blocks of a page, and its metadata; ``base`` is its address, else the one that it names counts."""
    page = parse_page(data)
    head = read_page_head(page, base)
    is_whole = page.tag == "html" and page.find("head") is not None
    return _blocks_of(page, article_node(page) if is_whole else page, base or head.address or ""), head


def _blocks_of(page: Any, article: Any, base: str) -> list[DraftBlock]:  # noqa: ANN401 - lxml ships no types
    walker = _Walker(article, base_of(page, base))
    walker.walk(page, depth=0)
    walker.finish()
    return walker.drafts


@dataclass(slots=True)
class _Walker:
    article: Any
    base: str
    drafts: list[DraftBlock] = field(default_factory=list)
    _text: str = ""
    _inlines: list[DraftInline] = field(default_factory=list)
    _kind: BlockKind = "paragraph"
    _level: int = 0
    _marker: str = ""
    _quote: int = 0
    _role: Role = "furniture"
    _lists: list[list[int]] = field(default_factory=list)
    """For each list around: the number of its last item; empty for one without numbers."""
    _pre: bool = False

    def walk(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        """Take in a node and what is in it; too deep or hidden parts are left out."""
        if not isinstance(node.tag, str) or node.tag in _DROPPED or depth > _DEEPEST or _is_hidden(node):
            return
        role = self._role
        if node is self.article:
            self.finish()
            self._role = "body"
        elif node.tag in _OUTSIDE:
            self.finish()
            self._role = "furniture"
        if node.tag in _BLOCKS:
            self._block(node, depth)
        else:
            self._inline(node, depth)
        if role != self._role:
            self.finish()
            self._role = role

    def _children(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        self._put(node.text)
        for child in node:
            self.walk(child, depth + 1)
            self._put(child.tail)

    def _block(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        self.finish()
        match node.tag:
            case "table" if not _is_layout(node):
                self._table(node, depth)
            case "hr":
                self.drafts.append(DraftBlock(kind="rule", role=self._role))
            case "ul" | "ol":
                self._lists.append([_number(node.get("start"), 1) - 1] if node.tag == "ol" else [])
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
            numbers[0] = _number(value, numbers[0] + 1)
        self._marker = f"{numbers[0]}." if numbers else _MARKERS[min(self._level, 2)]

    def _inline(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        if node.tag == "br":
            self._text = self._text.rstrip(" ") + "\n"
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

    def _image(self, node: Any) -> None:  # noqa: ANN401 - lxml ships no types
        """Take in what stands for an image; a figure says it in its caption, else nobody wrote it for readers."""
        figure = next(node.iterancestors("figure"), None)
        if figure is None:
            self._put(node.get("alt"))
        elif figure.find(".//figcaption") is None:
            self.finish()
            role, self._role = self._role, "furniture"
            self._put(node.get("alt"))
            self.finish()
            self._role = role

    def _resolved(self, href: str) -> str:
        try:
            return clean_line(urljoin(self.base, href.strip()), 8192)
        except ValueError:
            return clean_line(href, 8192)

    def _table(self, node: Any, depth: int) -> None:  # noqa: ANN401 - lxml ships no types
        for caption in node.iterchildren("caption"):
            self.walk(caption, depth)
            self.finish()
        table = DraftBlock(kind="table", role=self._role)
        taken: defaultdict[Any, dict[int, int]] = defaultdict(dict)  # a cell ends with its part of the table
        widest = max((len(row) for row in _shown_rows(node)), default=0)
        for row in _shown_rows(node):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            if cells:
                table.rows.append([])
            for cell in _spread(cells, taken[row.getparent()], widest):
                table.put_cell(*self._cell(cell, depth) if cell is not None else ("",))
        if table.rows:
            self.drafts.append(table)

    def _cell(self, cell: Any, depth: int) -> tuple[str, list[DraftInline]]:  # noqa: ANN401 - lxml ships no types
        """Return the words of a cell in one line, and their spans."""
        inner = _Walker(None, self.base)
        inner.walk(cell, depth + 1)
        inner.finish()
        text, inlines = "", []
        for draft in inner.drafts:
            text += " " if text else ""
            inlines += [
                replace(inline, start=len(text) + inline.start, end=len(text) + inline.end) for inline in draft.inlines
            ]
            text += draft.text.replace("\n", " ").replace("\t", " ")
        return text, inlines

    def _put(self, text: str | None) -> None:
        text = clean_body(text or "")  # character references were decoded only now
        if not self._pre:
            text = _SPACES.sub(" ", text)
            if not self._text or self._text[-1] in " \n":
                text = text.lstrip(" ")
        self._text += text

    def finish(self) -> None:
        """End the block that is being written."""
        text = self._text.rstrip()
        if text:
            for inline in self._inlines:
                inline.end = min(inline.end, len(text))
            self.drafts.append(
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


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if re.fullmatch(r"\s*\d{1,6}\s*", value or "", re.ASCII) and value else otherwise


def _shown_rows(table: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml ships no types
    """Yield the rows of a table that can be seen, in their order."""
    waiting = [table]
    while waiting:
        node = waiting.pop()
        if node.tag == "tr":
            yield node
        else:
            waiting += [child for child in reversed(node) if isinstance(child.tag, str) and not _is_hidden(child)]


def _spread(cells: list[Any], taken: dict[int, int], widest: int) -> Iterator[Any | None]:
    """Yield the cells of a row in its columns, with None where one beside or above takes the place.

    ``taken`` is for how many rows more each column is taken, which this row changes; no cell spans more columns than
    the row of most cells, ``widest``, has.
    """
    column = 0
    for cell in cells:
        while taken.get(column):
            taken[column] -= 1
            yield None
            column += 1
        width, height = (max(1, _number(cell.get(span), 1)) for span in ("colspan", "rowspan"))
        for number in range(max(1, min(width, widest, _WIDEST - column))):
            if column < _WIDEST:
                taken[column] = height - 1
            yield None if number else cell
            column += 1
    for beyond in range(column, max((place for place, rows in taken.items() if rows), default=-1) + 1):
        taken[beyond] = max(0, taken.get(beyond, 0) - 1)
        yield None


def _is_layout(table: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell a table that lays out a page from one that holds data."""
    if table.get("role") in ("presentation", "none") or table.xpath(".//table | .//h1 | .//h2 | .//h3 | .//article"):
        return True
    return any(len(cell.text_content()) > _LONGEST_CELL for cell in table.xpath(".//td"))


def _is_hidden(node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    style = node.get("style") or ""
    return (
        node.get("hidden") is not None
        or node.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(style))
        or bool(_FLAT.search(style) and _CLIPPED.search(style) and _TINY.search(style))
        or bool(_SIZELESS.search(style) and not any(map(_says_its_size, node.iterdescendants())))
    )


def _says_its_size(node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    return "font-size" in (node.get("style") or "").lower()
