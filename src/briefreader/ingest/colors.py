"""Colours of pages, as far as it takes to tell whether words differ from what is behind them."""

import colorsys
import re

Color = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""
_NAMES: dict[str, Color] = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "silver": (192, 192, 192),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "red": (255, 0, 0),
    "maroon": (128, 0, 0),
    "yellow": (255, 255, 0),
    "olive": (128, 128, 0),
    "lime": (0, 255, 0),
    "green": (0, 128, 0),
    "aqua": (0, 255, 255),
    "cyan": (0, 255, 255),
    "teal": (0, 128, 128),
    "blue": (0, 0, 255),
    "navy": (0, 0, 128),
    "fuchsia": (255, 0, 255),
    "magenta": (255, 0, 255),
    "purple": (128, 0, 128),
    "orange": (255, 165, 0),
    "ivory": (255, 255, 240),
    "snow": (255, 250, 250),
    "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255),
}
_HEX = re.compile(r"#?([0-9a-f]{6})([0-9a-f]{2})?|#([0-9a-f]{3})([0-9a-f])?")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^)]*)\)")
_ALPHA = re.compile(r"^[a-z-]+\([^()]*/\s*([\d.]+%?)\s*\)$")
"""How much of a colour is seen, behind the slash of its function."""
_HALF = 0.5
_FAINTEST = 0.05
_NEAR = 12
"""A difference of so much in each part is none to the eye."""


def parse_color(value: str) -> Color | None:
    """Return a colour of CSS or of an attribute; None for one that is not known or that lets more than half through."""
    value = value.strip().lower()
    if _opacity(value) < _HALF:
        return None
    if match := _HEX.fullmatch(value):
        digits = match[1] or "".join(digit * 2 for digit in match[3])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if match := _FUNCTION.fullmatch(value):
        try:
            return _of_numbers(match[1], re.findall(r"[\d.]+%?", match[2])[:3])
        except ValueError:
            return None
    return _NAMES.get(value)


def is_clear(value: str) -> bool:
    """Tell a colour that nothing is seen of."""
    return _opacity(value.strip().lower()) < _FAINTEST


def _opacity(value: str) -> float:
    if value == "transparent":
        return 0
    if match := _HEX.fullmatch(value):
        return int(match[2] or (match[4] or "f") * 2, 16) / 255
    match = _FUNCTION.fullmatch(value)
    said = _ALPHA.findall(value) or (re.findall(r"[\d.]+%?", match[2])[3:] if match else [])
    try:
        return float(said[0].rstrip("%")) / (100 if said[0].endswith("%") else 1) if said else 1
    except ValueError:
        return 1


def are_alike(one: Color, other: Color) -> bool:
    """Tell two colours that no eye tells apart."""
    return all(abs(mine - its) <= _NEAR for mine, its in zip(one, other, strict=True))


def _of_numbers(kind: str, numbers: list[str]) -> Color:
    parts = [float(number.rstrip("%")) for number in numbers]
    first, second, third = parts
    if kind == "hsl":
        shares = colorsys.hls_to_rgb(first / 360, third / 100, second / 100)
        return round(shares[0] * 255), round(shares[1] * 255), round(shares[2] * 255)
    scale = [2.55 if number.endswith("%") else 1 for number in numbers]
    return round(first * scale[0]), round(second * scale[1]), round(third * scale[2])
