"""HTML inside Markdown: which tags are syntax, and what their elements mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefreader.ingest.clean import clean_url
from briefreader.ingest.drafts import DraftInline
from briefreader.model.document import InlineStyle

_KNOWN = frozenset(
    """a abbr acronym address article aside audio b base bdi bdo big blockquote body br button canvas
    caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
    embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header
    hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav
    noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp
    script search section select slot small source span strike strong style sub summary sup svg
    table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr path g
    circle rect line polyline polygon defs use""".split()
)
_TAG = re.compile(r"</?(?P<name>[a-zA-Z][\w:.-]*)(?P<rest>[^>]*)>")
_STYLES: dict[str, InlineStyle] = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "emphasis"),
    **dict.fromkeys(("s", "del", "strike"), "strike"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "a": "link",
}
_ATTRIBUTE = re.compile(r"""(?P<name>[\w-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""")
_RAISED = {"sup": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"), "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")}
_UNSEEN = frozenset(["script", "style", "template", "iframe", "object", "svg"])
_WORDS_OF_DRAWINGS = frozenset(["text", "tspan", "textpath", "foreignobject"])


def is_syntax(tag: str) -> bool:
    """Tell whether a tag is one of HTML, a custom element or a component, and no words in angle brackets."""
    if tag.startswith(("<!", "<?")):
        return True
    found = _TAG.match(tag)
    if found is None:
        return False
    name, rest = found["name"], found["rest"].strip()
    is_component = name[0].isupper() and ("=" in rest or rest.endswith("/") or tag.startswith("</"))
    return name.lower() in _KNOWN or "-" in name or is_component


@dataclass(slots=True)
class InlineHtml:
    """The elements of HTML that stand open in a paragraph of Markdown."""

    inlines: list[DraftInline] = field(default_factory=list)
    """The runs that have ended."""
    _open: list[tuple[str, DraftInline | None]] = field(default_factory=list)

    @property
    def is_unseen(self) -> bool:
        """Whether what comes is of an element that nobody sees."""
        told = [name for name, _ in self._open if name in _UNSEEN or name in _WORDS_OF_DRAWINGS]
        return bool(told) and told[-1] in _UNSEEN

    def read(self, tag: str, at: int, soft: str) -> str:
        """Take in a tag that stands at an offset of the paragraph, and return what is shown for it."""
        found = _TAG.match(tag)
        name = found["name"].lower() if found else ""
        is_drawn = name in _WORDS_OF_DRAWINGS and any(around == "svg" for around, _ in self._open)
        if found is None or not (is_drawn or is_syntax(tag)):
            return "" if is_syntax(tag) else tag
        attributes = {
            one["name"].lower(): one["double"] or one["single"] or one["bare"] or "" for one in _ATTRIBUTE.finditer(tag)
        }
        if name in ("br", "p", "div", "li", "tr"):
            return soft if name == "br" or tag.startswith("</") else ""
        if name == "img":
            return attributes.get("alt", "")
        if tag.startswith("</"):
            self._close(name, at)
        elif not tag.endswith("/>"):
            style = _STYLES.get(name)
            target = clean_url(attributes.get("href", "")) or ""
            run = DraftInline(start=at, end=at, style=style, target=target) if style else None
            self._open.append((name, run))
        return ""

    def shown(self, words: str) -> str:
        """Return words as they stand in the open elements: raised or lowered numbers stay apart from others."""
        for name, table in _RAISED.items():
            if any(open_name == name for open_name, _ in self._open):
                return words.translate(table)
        return "" if self.is_unseen else words

    def _close(self, name: str, at: int) -> None:
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number][0] == name:
                for _, run in self._open[number:]:
                    if run and run.start < at:
                        run.end = at
                        self.inlines.append(run)
                del self._open[number:]
                return


def words_in_angles(block: str) -> Sequence[str]:
    """Return the tags of a block that are no syntax: words in angle brackets, which are text."""
    return [found[0] for found in re.finditer(r"<[^<>\n]{1,200}>", block) if not is_syntax(found[0])]
