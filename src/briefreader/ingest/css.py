"""The part of CSS that tells whether words can be seen: declarations, style sheets and simple selectors.

Source: CSS Syntax Level 3 for comments, escapes and strings, Cascade Level 4 for which declaration wins. Selectors made
of types, classes, ids, descendants and children are understood; a rule with any other selector is left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any

_NOISE = re.compile(
    r"/\*.*?(?:\*/|\Z)|<!--|-->"
    r"|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?"
    r"|url\(\s*(?:[^)\"'\\]|\\.)*\)?"
    r"|\\(?:[0-9a-f]{1,6}\s?|.)",
    re.DOTALL | re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"[-\w]")
_NAME = "[-\\w\ue000-\ue07f]+"
_COMPOUND = re.compile(rf"(?:\*|{_NAME})?(?:[.#]{_NAME})*")
_DRAWN = re.compile(r"([\"'])[MmLlHhVvCcSsQqTtAaZz\d\s.,+-]*\1")
"""A string that can be the path of a shape, and nothing that parts CSS."""
_PASSING = re.compile(r":(?:hover|focus|active|visited|link|:?before|:?after|:?selection)", re.IGNORECASE)
"""What is only while a pointer or a key is there, or is no element of the page."""
_ROOT = re.compile(r"(?:^|,)\s*:root\s*(?:,|$)")
_ESCAPED = {0xE000 + code: code for code in range(0x80)}
"""Signs that were escaped stand at private code points, so that none of them parts anything."""
_MEDIA = re.compile(r"(?:only )?(?:all|screen)?(?: and )?((?:\((?:min|max)-width:\s?[\d.]+(?:px|em|rem)\)(?: and )?)*)")
_MEDIA_WIDTH = re.compile(r"\((min|max)-width:\s?([\d.]+)(px|em|rem)\)")
_SCREEN = 1280
"""Width in pixels of the screen for which media queries are decided."""
_EM = 16
_MOST_RULES = 20_000
_MOST_OPEN = 20
"""So many blocks that a sheet leaves open end with it."""
_MOST_STEPS = 50
"""The deepest ancestors that a selector is compared with."""

Longhands = Callable[[str, str], Iterable[tuple[str, str]]]
"""Takes the name and the value of a declaration; returns the valid longhands that it stands for, if they count."""


@dataclass(frozen=True, slots=True)
class _Compound:
    tag: str
    identifier: str
    classes: frozenset[str]

    @property
    def key(self) -> str:
        """Return what an element surely has that matches, as the rules are kept by it."""
        return f"#{self.identifier}" if self.identifier else f".{min(self.classes)}" if self.classes else self.tag

    def is_match(self, node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
        return (
            self.tag in ("", node.tag)
            and self.identifier in ("", node.get("id"))
            and (not self.classes or self.classes <= _names_in(node.get("class") or ""))
        )


@lru_cache(maxsize=4_096)
def _names_in(classes: str) -> frozenset[str]:
    return frozenset(classes.split())


_Part = tuple[_Compound, bool]


@dataclass(frozen=True, slots=True)
class _Rule:
    compounds: tuple[_Part, ...]
    """From the last to the first, each with whether it is the parent of the one after it in the selector."""
    declarations: tuple[tuple[str, str, bool], ...]
    rank: tuple[int, int, int, int]
    """The specificity, and the order within equal ones."""

    def is_match(self, node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
        if not self.compounds[0][0].is_match(node):
            return False
        above: Iterator[Any] = node.iterancestors()
        for compound, is_parent in self.compounds[1:]:
            for _, ancestor in zip(range(1 if is_parent else _MOST_STEPS), above, strict=False):
                if compound.is_match(ancestor):
                    break
            else:
                return False
        return True


class StyleSheet:
    """The rules of a page, by what their last part asks for."""

    def __init__(self, page: Any, longhands: Longhands) -> None:  # noqa: ANN401 - lxml ships no types
        """Read the sheets of a page that count on a screen with scripts; rules for nothing in it are left out."""
        self._longhands = longhands
        self._rules: dict[str, list[_Rule]] = {}
        self._won: dict[tuple[object, ...], Mapping[str, str]] = {}
        """What was declared for elements that the same rules and the same ``style`` fit, which are many."""
        self.is_whole = not page.xpath("//link[contains(@rel, 'stylesheet')]")
        """Whether every rule that could say how the page looks is known."""
        keys = {key for node in page.iter("*") for key in _keys(node)}
        sheets = page.xpath("//style[not(ancestor::noscript or ancestor::template)]")
        rules = (rule for sheet in sheets for rule in _rules_of(_plain(f"{_around(sheet)}{sheet.text or ''}")))
        for order, (selectors, body) in enumerate(islice(rules, _MOST_RULES)):
            self._add([_compounds(one) for one in selectors.split(",") if not _PASSING.search(one)], body, order, keys)
            if _ROOT.search(selectors):
                self._add_variables(body, order)

    def _add(self, selectors: list[tuple[_Part, ...]], body: str, order: int, keys: set[str]) -> None:
        self.is_whole = self.is_whole and all(selectors)
        kept = [parts for parts in selectors if parts and all(part.key in keys for part, _ in parts)]
        declarations = tuple(self._declarations(body)) if kept else ()
        for parts in kept if declarations else ():
            self._rules.setdefault(parts[0][0].key, []).append(_Rule(parts, declarations, _rank(parts, order)))

    def _add_variables(self, body: str, order: int) -> None:
        """Keep the custom properties of a rule for ``:root``, of which nothing else counts here."""
        declarations = tuple(one for one in self._declarations(body) if one[0].startswith("--"))
        parts = _compounds("html")
        self._rules.setdefault("html", []).append(_Rule(parts, declarations, _rank(parts, order)))

    def declared(self, node: Any) -> Mapping[str, str]:  # noqa: ANN401 - lxml ships no types
        """Return the declarations that win for an element, those of its ``style`` attribute among them."""
        style: str = node.get("style") or ""
        if not self._rules and not style:
            return {}
        rules = [rule for key in _keys(node) for rule in self._rules.get(key, ()) if rule.is_match(node)]
        rules.sort(key=attrgetter("rank"))
        asked = (*(rule.rank for rule in rules), style)
        if asked not in self._won:
            cascade = [one for rule in rules for one in rule.declarations]
            cascade += self._declarations(_plain(style))
            won = {name: value for name, value, is_important in cascade if not is_important}
            self._won[asked] = won | {name: value for name, value, is_important in cascade if is_important}
        return self._won[asked]

    def _declarations(self, body: str) -> Iterator[tuple[str, str, bool]]:
        """Yield the longhands of a block: name, value, and whether it is important."""
        for declaration in body.lower().split(";"):
            name, colon, value = declaration.partition(":")
            value, bang, important = value.partition("!")
            if colon and (not bang or important.strip() == "important"):
                for longhand, one in self._longhands(name.strip(), " ".join(value.split())):
                    yield longhand, one, bool(bang)


def _keys(node: Any) -> set[str]:  # noqa: ANN401 - lxml ships no types
    return {"", node.tag, f"#{node.get('id')}", *(f".{name}" for name in (node.get("class") or "").split())}


def _rank(parts: Iterable[_Part], order: int) -> tuple[int, int, int, int]:
    compounds = [compound for compound, _ in parts]
    return (
        sum(bool(one.identifier) for one in compounds),
        sum(len(one.classes) for one in compounds),
        sum(bool(one.tag) for one in compounds),
        order,
    )


def _around(sheet: Any) -> str:  # noqa: ANN401 - lxml ships no types
    return f"@media {media} {{" if (media := sheet.get("media")) else ""


def _plain(css: str) -> str:
    """Return CSS without comments and what strings say, its escapes resolved: every sign left is what it seems.

    Drawn paths stay, which part nothing.
    """
    return _NOISE.sub(_resolved, css)


def _resolved(noise: re.Match[str]) -> str:
    words = noise[0]
    if words.startswith("\\"):
        code = words[1:].strip()
        character = chr(min(int(code, 16), 0x10FFFF)) if re.fullmatch("[0-9a-fA-F]{1,6}", code) else words[1:]
        is_name = _IDENTIFIER.fullmatch(character) or ord(character) not in _ESCAPED.values()
        return character if is_name else chr(0xE000 + ord(character))
    if _DRAWN.fullmatch(words):
        return words
    return "url()" if words[:4].lower() == "url(" else '""' if words[0] in "\"'" else " "


def _rules_of(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the declarations of each rule that counts on a screen, nested ones left out."""
    blocks: list[str] = []
    """What each open block is: a group of rules, the selectors of a rule, or a block that does not count."""
    body: list[str] = []
    for part, end in re.findall(r"([^{};]*)([{};]|\Z)", f"{sheet}{'}' * _MOST_OPEN}"):
        inside = blocks[-1] if blocks else "@"
        if end == "{":
            blocks.append(_opened(inside, " ".join(part.split())))
        elif inside not in ("", "@"):
            body.append(part)
        if end == "}" and blocks and blocks.pop() not in ("", "@"):
            yield inside, ";".join(body)
            body = []


def _opened(inside: str, prelude: str) -> str:
    """Return what a block is that opens: ``@`` for a group of rules, empty for one that does not count."""
    if inside != "@":
        return ""
    if prelude.startswith("@"):
        name, _, condition = prelude.lower().partition(" ")
        is_open = name in ("@supports", "@layer") or (name == "@media" and _is_on_screen(condition))
        return "@" if is_open else ""
    return prelude


def _is_on_screen(condition: str) -> bool:
    queries = (_MEDIA.fullmatch(query.strip()) for query in condition.split(","))
    return any(query is not None and all(map(_holds, _MEDIA_WIDTH.findall(query[1]))) for query in queries)


def _holds(condition: tuple[str, str, str]) -> bool:
    side, number, unit = condition
    try:
        width = float(number) * (1 if unit == "px" else _EM)
    except ValueError:
        return False
    return width <= _SCREEN if side == "min" else width >= _SCREEN


def _compounds(selector: str) -> tuple[_Part, ...]:
    """Return the parts of a selector from the last to the first; none where it asks for anything else."""
    found: list[_Part] = []
    is_parent = False
    for word in reversed(re.sub(r"\s*>\s*", " > ", selector).split()):
        if word == ">":
            is_parent = True
        elif _COMPOUND.fullmatch(word):
            found.append((_compound(word), is_parent))
            is_parent = False
        else:
            return ()
    return tuple(found)


def _compound(word: str) -> _Compound:
    names = [(sign, name.translate(_ESCAPED)) for sign, name in re.findall(f"([.#]?)({_NAME})", word)]
    by_sign = {sign: [name for one, name in names if one == sign] for sign in ("", ".", "#")}
    return _Compound("".join(by_sign[""]).lower(), "".join(by_sign["#"][:1]), frozenset(by_sign["."]))
