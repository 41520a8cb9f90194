"""Keep elements open that browsers keep open: libxml2 still closes some where HTML 4 had them end.

What a page hides in ``<ul hidden><form>…`` would otherwise stand outside the list, and would be shown. Found by trying
each element in each other one with libxml2 2.14.
"""

import re
from typing import Any

_PREFIX = "briefreader-"
"""Before the name of an element that libxml2 shall not know."""
_CLOSED_BY = {
    "ul": frozenset(("pre", "menu", "form", "address")),
    "ol": frozenset(("form",)),
    "dl": frozenset(("form", "li")),
    "menu": frozenset(("ul", "dl", "form", "dt", "dd")),
    "dir": frozenset(("ul", "dl", "form", "dt", "dd")),
    "form": frozenset(("form",)),
    "address": frozenset(("ul", "dl", "form", "li", "dt", "dd")),
    "b": frozenset(("p", "center")),
    "i": frozenset(("p", "center")),
    "u": frozenset(("p",)),
    "small": frozenset(("p",)),
    "font": frozenset(("center",)),
    "a": frozenset(("fieldset", "table")),
}
"""For an element those that end it in libxml2, but not in HTML (section 13.2.6.4.7, "in body")."""
_MOST_OPEN = 32
"""The innermost ones: libxml2 closes none around one that it leaves open."""
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title)\b.*?(?:</\1|\Z)"
    r"|<(/?)([a-z][a-z0-9]*)(?![^\s/>])((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>",
    re.IGNORECASE | re.DOTALL,
)


def kept_open(source: str) -> str:
    """Return the source of a page with other names for the elements that libxml2 would close too early.

    Elements without attributes stay as they are: nothing in the page can hide them alone.
    """
    renamed: set[int] = set()
    waiting: list[tuple[str, int, bool]] = []
    for tag in _TAG.finditer(source):
        name = (tag[3] or "").lower()
        if tag[2]:
            _close(waiting, name, tag.start(3), renamed)
        elif name:
            del waiting[:-_MOST_OPEN]
            renamed |= {at for around, at, is_told in waiting if is_told and name in _CLOSED_BY[around]}
            if name in _CLOSED_BY:
                waiting.append((name, tag.start(3), bool(tag[4].strip(" /"))))
    pieces, last = [], 0
    for at in sorted(renamed):
        pieces += [source[last:at], _PREFIX]
        last = at
    return "".join([*pieces, source[last:]])


def _close(waiting: list[tuple[str, int, bool]], name: str, end: int, renamed: set[int]) -> None:
    """Take the innermost element of a name, and what is open in it, from those that wait for their end."""
    for place in range(len(waiting) - 1, -1, -1):
        if waiting[place][0] == name:
            if waiting[place][1] in renamed:
                renamed.add(end)
            del waiting[place:]
            return


def restore_names(page: Any) -> None:  # noqa: ANN401 - lxml ships no types
    """Give the elements of a parsed page their own names again."""
    for node in page.iter(*(f"{_PREFIX}{name}" for name in _CLOSED_BY)):
        node.tag = node.tag.removeprefix(_PREFIX)
