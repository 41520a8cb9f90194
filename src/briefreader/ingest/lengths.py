"""Lengths and shares of CSS, with the sums that ``calc`` makes of two of them."""

import re
from collections.abc import Mapping

NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?"
LENGTH = re.compile(rf"({NUMBER})(px|pt|pc|em|rem|ex|ch|vw|vh|cm|mm|in|%)?")
_PIXELS = {"pt": 4 / 3, "pc": 16, "em": 16, "rem": 16, "ex": 8, "ch": 8, "vw": 13, "vh": 8, "cm": 38, "mm": 4, "in": 96}
_CALC = re.compile(rf"calc\(\s*{LENGTH.pattern}(?:\s*([-+*/])\s*{LENGTH.pattern})?\s*\)")


def share_of(value: str) -> float | None:
    """Return a number or a percentage as a share of one; None for anything else."""
    length = length_of(value)
    return length[0] / (100 if length[1] == "%" else 1) if length else None


def length_of(value: str) -> tuple[float, str] | None:
    """Return a length as its number and its unit, which is empty for a mere number; None for what is no length."""
    if match := LENGTH.fullmatch(value):
        return float(match[1]), match[2] or ""
    match = _CALC.fullmatch(value)
    if match is None:
        return None
    one, unit, sign, other, other_unit = match.groups()
    if sign is None:
        return float(one), unit or ""
    if sign in "+-":
        pixels = [float(number) * _PIXELS.get(of, 1) for number, of in ((one, unit), (other, other_unit))]
        return pixels[0] + (pixels[1] if sign == "+" else -pixels[1]), "px"
    factor = float(other) if sign == "*" else 1 / (float(other) or 1)
    return float(one) * factor, unit or other_unit or ""


def pixels_of(style: Mapping[str, str], name: str) -> float:
    """Return a length in pixels, a share as so many of its hundred; 0 for what is no length."""
    number, unit = length_of(style.get(name, "")) or (0.0, "")
    return number * _PIXELS.get(unit, 1)
