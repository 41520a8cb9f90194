"""Which words of a page no reader of it sees.

Told from the page alone: attributes, ``style`` and simple rules of its own style sheets. Other files are never fetched,
so what only they hide is not known. A page that hides its ``html`` or ``body`` shows itself by a script, all or
nothing, and counts as shown. Colours are compared where the page says of its background all that there is to say.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from lxml import html

from briefreader.ingest.colors import Color, are_alike, is_clear, parse_color
from briefreader.ingest.css import StyleSheet
from briefreader.ingest.css_variables import LONGEST_VARIABLE, Variables, resolved
from briefreader.ingest.lengths import LENGTH, NUMBER, length_of, pixels_of, share_of

HIDDEN = "briefreader-hidden"
"""The attribute of what is hidden, and the tag of what stands in its place."""
_UNSEEN = frozenset("template noscript noframes noembed datalist".split())
_PROSE = "p li td h1 h2 h3 h4 h5 h6".split()
"""What no copy for the eye alone is made of: ``aria-hidden`` round it is a page behind an open dialog."""
_SIZES = frozenset("xx-small x-small small medium large x-large xx-large xxx-large initial".split())
_VALID: Mapping[str, re.Pattern[str]] = {
    "display": re.compile(
        r"none|block|inline.*|flow.*|flex|grid|table.*|list-item|contents|ruby.*|math|-(?:webkit|ms|moz)-.+|var\(.*"
        r"|initial|inherit|unset|revert|revert-layer|run-in"
    ),
    "visibility": re.compile(r"visible|hidden|collapse|initial|inherit|unset|revert|var\(.*"),
    "opacity": re.compile(rf"{NUMBER}%?|initial|inherit|unset|revert|(?:var|calc)\(.*"),
    "zoom": re.compile(rf"{NUMBER}%?|normal|initial|inherit|unset|revert|(?:var|calc)\(.*"),
    "position": re.compile(r"static|relative|absolute|fixed|(?:-webkit-)?sticky|initial|inherit|unset|revert|var\(.*"),
    **dict.fromkeys(
        """left right top bottom text-indent font-size letter-spacing width height max-width max-height min-width
        min-height margin-left margin-top padding-top padding-bottom""".split(),
        re.compile(rf"{LENGTH.pattern}|[-a-z]+|.*\b(?:var|calc|min|max|clamp|env)\(.*"),
    ),
    **dict.fromkeys(
        """clip clip-path transform translate scale rotate filter flex flex-grow background-clip content-visibility
        mask-image text-security""".split(),
        re.compile(".+"),
    ),
}
"""The longhands that count, and what values they take: an invalid one never hides a valid one before it."""
_LOGICAL = {
    "inline-size": "width",
    "block-size": "height",
    "max-inline-size": "max-width",
    "max-block-size": "max-height",
    "min-inline-size": "min-width",
    "min-block-size": "min-height",
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "margin-inline-start": "margin-left",
    "margin-block-start": "margin-top",
}
"""The names that depend on the direction of the text, as they are in a page that is read from left to right."""
_ON_EDGE = re.compile(r"\b(?:rotate[xy]|skew[xy]?)\(\s*-?(?:90|270)deg|\brotate\([xy] -?(?:90|270)deg")
_SCALE = re.compile(r"\bscale(?:3d|x|y)?\(\s*([-\d.e]+)%?\s*[ ,)]")
_BLUR = re.compile(r"\bblur\(\s*([^()]+?)\s*\)")
_LEAST_SCALE = 0.02
_UNREADABLE_PX = 10.0
"""Text that is blurred by so much, or whose letters are drawn together by so much, is not read."""
_OFF_SCREEN = 100
_FAR_OFF = 999
_TOO_FAR = 2_000
_FAINTEST = 0.05
_LEAST_ZOOM = 0.1
_SMALLEST = 1.0
_WHITE: Color = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class _Look:
    """What words take over from the elements around them."""

    is_visible: bool = True
    is_sized: bool = True
    is_spaced: bool = True
    is_placed: bool = True
    is_inked: bool = True
    color: Color | None = None
    """None where it is not known."""
    background: Color | None = None

    @property
    def is_hidden(self) -> bool:
        is_same = self.color is not None and self.background is not None and are_alike(self.color, self.background)
        return is_same or not (
            self.is_visible and self.is_sized and self.is_spaced and self.is_placed and self.is_inked
        )


def mark_hidden(page: Any) -> list[Any]:  # noqa: ANN401 - lxml ships no types
    """Return the largest hidden elements of a page in their order, each marked; a lone hidden text gets its own."""
    sheet = StyleSheet(page, _longhands)
    looks, gone = _look_at(page, sheet)
    hidden = set(gone)
    for node in reversed(looks):
        is_whole = looks[node].is_hidden and all(child in hidden or not _is_element(child) for child in node)
        if is_whole and node.tag not in ("html", "body"):
            hidden.add(node)
    found = [node for node in page.iter() if node in hidden and node.getparent() not in hidden]
    found += [text for node, look in looks.items() if look.is_hidden and node not in hidden for text in _lone(node)]
    for node in found:
        node.set(HIDDEN, "")
    return found


def take_out(hidden: list[Any]) -> dict[str, Any]:
    """Put an empty element in the place of each hidden one; return these by the number that stands in it."""
    parts = dict[str, Any]()
    for number, node in enumerate(node for node in hidden if node.getparent() is not None):
        place = html.Element(HIDDEN, n=str(number))
        place.tail, node.tail = node.tail, None
        node.getparent().replace(node, place)
        parts[str(number)] = node
    return parts


def _look_at(page: Any, sheet: StyleSheet) -> tuple[dict[Any, _Look], list[Any]]:  # noqa: ANN401 - lxml ships no types
    """Return how the words of each element look, and the elements of which nothing is seen whatever is in them."""
    looks, gone = dict[Any, _Look](), list[Any]()
    above = Variables()
    waiting = [(page, _Look(background=_WHITE if page.tag == "html" and sheet.is_whole else None), above)]
    while waiting:
        node, around, above = waiting.pop()
        style, variables = resolved(sheet.declared(node), above)
        if node.tag not in ("html", "body") and _is_gone(node, style):
            gone.append(node)
            continue
        look = looks[node] = _colored(node, style, _inside(node, style, around), is_plain=sheet.is_whole)
        waiting += [(child, look, variables) for child in reversed(node) if _is_element(child)]
    return looks, gone


def _is_element(node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    return isinstance(node.tag, str)


def _lone(node: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml ships no types
    """Yield an element of its own for each text that stands straight in a node."""
    for child in [*node]:
        if (child.tail or "").strip():
            text = html.Element("span")
            text.text, child.tail = child.tail, None
            child.addnext(text)
            yield text
    if (node.text or "").strip():
        text = html.Element("span")
        text.text, node.text = node.text, None
        node.insert(0, text)
        yield text


def _is_gone(node: Any, style: Mapping[str, str]) -> bool:  # noqa: ANN401 - lxml ships no types
    is_closed = node.get("hidden") is not None or (node.tag == "dialog" and node.get("open") is None)
    return (
        (node.tag in _UNSEEN and node.get("shadowrootmode") is None)
        or style.get("display", "none" if is_closed else "") == "none"
        or (node.get("aria-hidden") == "true" and next(node.iterdescendants(*_PROSE), None) is None)
        or (bool(style) and (_is_style_of_nothing(tuple(style.items())) or _is_flat(node, style)))
    )


@lru_cache(maxsize=2_048)
def _is_style_of_nothing(declarations: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether nothing is seen of what has this style; kept, because many elements share one."""
    style = dict(declarations)
    return (
        style.get("content-visibility") == "hidden"
        or style.get("text-security") in ("disc", "circle", "square")
        or _is_faint(style)
        or _is_tiny(style)
        or _is_off_screen(style)
        or _is_clipped(style)
    )


def _is_faint(style: Mapping[str, str]) -> bool:
    filtered = re.search(r"\bopacity\(([^)]*)\)", style.get("filter", ""))
    shares = [share_of(style.get("opacity", "")), share_of(filtered[1] if filtered else "")]
    blurred = _BLUR.search(style.get("filter", ""))
    return (
        any(share is not None and share < _FAINTEST for share in shares)
        or _is_masked(style.get("mask-image", ""))
        or (blurred is not None and pixels_of({"": blurred[1]}, "") >= _UNREADABLE_PX)
    )


def _is_masked(mask: str) -> bool:
    """Tell a mask of gradients between clear colours only, which leaves nothing."""
    words = re.findall(r"#\w+|(?:rgb|hsl)a?\([^()]*\)|[a-z]+", mask)
    colors = [word for word in words if is_clear(word) or parse_color(word)]
    return "gradient(" in mask and "url(" not in mask and bool(colors) and all(map(is_clear, colors))


def _is_tiny(style: Mapping[str, str]) -> bool:
    zoom = share_of(style.get("zoom", ""))
    return zoom is not None and 0 < zoom < _LEAST_ZOOM  # browsers take 0 for 1


def _is_off_screen(style: Mapping[str, str]) -> bool:
    names = () if style.get("position") == "static" else ("left", "top", "right", "bottom")
    sides = [pixels_of(style, side) for side in names]
    transform = " ".join(
        [style.get("transform", ""), *(f"{name}({style.get(name, '')})" for name in ("translate", "scale", "rotate"))]
    )
    moves = [pixels_of({"": move}, "") for move in re.findall(r"[-+.\d]+[a-z]+", transform)]
    margins = [pixels_of(style, side) for side in ("margin-left", "margin-top")]
    return (
        any(side <= -_OFF_SCREEN or side >= _TOO_FAR for side in sides)
        or (style.get("position") == "fixed" and any(_is_whole_screen(style, side) for side in ("left", "top")))
        or any(abs(move) >= _FAR_OFF for move in moves)
        or any(margin <= -_FAR_OFF for margin in margins)
        or _is_crushed(transform)
    )


def _is_whole_screen(style: Mapping[str, str], side: str) -> bool:
    number, unit = length_of(style.get(side, "")) or (0.0, "")
    return unit in ("vw", "vh", "%") and number >= 100  # noqa: PLR2004 - percent


def _is_crushed(transform: str) -> bool:
    """Tell a transform that leaves a line or a point, or moves everything far away."""
    scales = [share_of(scale) for scale in _SCALE.findall(transform)]
    matrix = re.search(r"\bmatrix\(([^()]*)\)", transform)
    numbers = [(length_of(part.strip()) or (1.0, ""))[0] for part in matrix[1].split(",")] if matrix else []
    return (
        _ON_EDGE.search(transform) is not None
        or any(scale is not None and abs(scale) < _LEAST_SCALE for scale in scales)
        or (numbers != [] and (not any(numbers[:4]) or any(abs(number) >= _FAR_OFF for number in numbers[4:])))
    )


def _is_clipped(style: Mapping[str, str]) -> bool:
    """Tell what a clip leaves nothing of, or no more than a point."""
    box = re.fullmatch(r"rect\((.*)\)", style.get("clip", ""))
    sides = [length_of(side) for side in re.split(r"[\s,]+", box[1].strip())] if box else []
    if sides and all(side is not None and abs(side[0]) <= _SMALLEST for side in sides):  # auto clips nothing
        return True
    shape, _, rest = style.get("clip-path", "").partition("(")
    return _is_nothing_of(shape, rest.partition(")")[0].partition(" round ")[0])


def _is_nothing_of(shape: str, drawn: str) -> bool:
    """Tell a shape of CSS that has no area, with what it is drawn by."""
    sizes = [number for number, _ in (length_of(part) or (1.0, "") for part in drawn.split())]
    match shape:
        case "inset":
            top, right, bottom, left = _four(drawn.split())
            return _covers(top, bottom) or _covers(left, right)
        case "circle" | "ellipse":
            return sizes[:1] == [0]
        case "xywh":
            return 0 in sizes[2:]
        case "rect":
            top, right, bottom, left = _four(drawn.split())
            return _is_before(right, left) or _is_before(bottom, top)
        case "path":
            return 0 < len(re.findall(NUMBER, drawn)) <= len("xy")
        case _:
            return shape == "polygon" and len({" ".join(point.split()) for point in drawn.split(",")}) == 1


def _is_before(end: str, start: str) -> bool:
    """Tell whether an end is at its start or before it; not where that depends on the size of the element."""
    one, other = length_of(end), length_of(start)
    if one is None or other is None:
        return False
    is_known = one[1] == other[1] or not (one[0] and other[0])
    return is_known and one[0] <= other[0]


def _four(values: list[str]) -> list[str]:
    """Return the values of the four sides, clockwise from the top, as a shorthand gives them."""
    top, right, bottom, left = [*values, *[""] * 4][:4]
    right = right or top
    return [top, right, bottom or top, left or right]


def _covers(one: str, other: str) -> bool:
    parts = [length_of(side) or (0.0, "") for side in (one, other)]
    return sum(number for number, unit in parts if unit == "%") >= 100  # noqa: PLR2004 - percent


def _is_flat(node: Any, style: Mapping[str, str]) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell a box of no width or no height that cuts off what does not fit."""
    if style.get("overflow", "") not in ("hidden", "clip", "auto", "scroll"):
        return False
    indent = length_of(style.get("text-indent", "")) or (0.0, "")
    if indent[1] == "%" and indent[0] >= 100:  # noqa: PLR2004 - percent
        return True
    grows = any(style.get(name, "0")[:1] not in "0n" for name in ("flex", "flex-grow"))
    is_low = any(_is_nothing(style, name) for name in ("height", "max-height")) and not _has(
        style, "min-height", "padding-top", "padding-bottom"
    )
    is_thin = any(_is_nothing(style, name) for name in ("width", "max-width"))
    is_narrow = node.tag not in ("td", "th") and is_thin and not _has(style, "min-width")
    return not grows and (is_low or is_narrow)


def _is_nothing(style: Mapping[str, str], name: str) -> bool:
    length = length_of(style.get(name, ""))
    return length is not None and (length[0] == 0 or (length[1] != "%" and 0 < pixels_of(style, name) <= _SMALLEST))


def _has(style: Mapping[str, str], *names: str) -> bool:
    return any((length_of(style.get(name, "")) or (0.0, ""))[0] > 0 for name in names)


def _inside(node: Any, style: Mapping[str, str], around: _Look) -> _Look:  # noqa: ANN401 - lxml ships no types
    look = around
    if "visibility" in style and style["visibility"] != "inherit" and node.tag not in ("html", "body"):
        look = replace(look, is_visible=style["visibility"] not in ("hidden", "collapse"))
    if "font-size" in style:
        look = replace(look, is_sized=_is_sized(style["font-size"], is_sized=around.is_sized))
    if "text-indent" in style:
        look = replace(look, is_placed=pixels_of(style, "text-indent") > -_OFF_SCREEN)
    if "letter-spacing" in style:
        look = replace(look, is_spaced=pixels_of(style, "letter-spacing") > -_UNREADABLE_PX)
    return look


def _colored(
    node: Any,  # noqa: ANN401 - lxml ships no types
    style: Mapping[str, str],
    look: _Look,
    *,
    is_plain: bool,
) -> _Look:
    """Return a look with its colours; on a page that is not ``is_plain``, only both from one element are known."""
    background = style.get("background-color") or ("image" if node.get("background") else node.get("bgcolor"))
    by_attribute = node.get("color") if node.tag == "font" else node.get("text")
    color = style.get("text-fill-color") or style.get("color") or by_attribute
    if not is_plain and (background or color):
        look = replace(look, background=None, color=None)
    if background and background != "inherit" and not is_clear(background):
        look = replace(look, background=parse_color(background))
    if style.get("background-clip") == "text":
        return replace(look, color=None, is_inked=True)
    if color and color not in ("inherit", "currentcolor"):
        return replace(look, color=parse_color(color), is_inked=not is_clear(color))
    return replace(look, color=None, is_inked=True) if node.tag == "a" and node.get("href") else look


def _is_sized(size: str, *, is_sized: bool) -> bool:
    length = length_of(size)
    if length is None:
        return is_sized or size in _SIZES
    number, unit = length
    if unit in ("em", "ex", "ch", "%"):
        return is_sized and number > 0
    return pixels_of({"": size}, "") > _SMALLEST


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield the longhands of a declaration that count here, where their values are valid."""
    name = name.removeprefix("-webkit-")
    name = _LOGICAL.get(name, name)
    if name in ("overflow", "overflow-x", "overflow-y"):
        yield "overflow", value.rpartition(" ")[2]
    elif name in ("inset", "margin", "padding"):
        yield from _sides(name, value)
    elif name == "mask":
        yield "mask-image", value
    elif name == "font":
        sizes = (part.partition("/")[0] for part in value.split())
        yield from (("font-size", size) for size in sizes if LENGTH.fullmatch(size) or size in _SIZES)
    elif name.startswith("--") and len(value) <= LONGEST_VARIABLE:
        yield name, value
    elif name in _VALID:
        yield from [(name, value)] if _VALID[name].fullmatch(value) else []
    else:
        yield from _colors(name, value)


def _sides(name: str, value: str) -> Iterator[tuple[str, str]]:
    prefix = "" if name == "inset" else f"{name}-"
    for side, length in zip(("top", "right", "bottom", "left"), _four(value.split()), strict=True):
        if LENGTH.fullmatch(length):
            yield prefix + side, length


def _colors(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name in ("color", "background-color", "text-fill-color") and value:
        yield name, value
    elif name == "background-image" and value != "none":
        yield "background-color", "image"
    elif name == "background":
        is_image = "url(" in value or "gradient(" in value
        words = re.findall(r"[-#\w]+(?:\([^)]*\))?", value)
        plain = next((word for word in words if parse_color(word) is not None), "")
        yield "background-color", "image" if is_image else plain or ("transparent" if words else "image")
