"""Dates and periods as a text names them."""

from dataclasses import dataclass
from typing import Literal

from briefreader.model.interval import Interval
from briefreader.model.span import Span

DateKind = Literal["day", "range", "month", "part", "quarter", "half", "year", "horizon", "past"]
"""``part`` is an early, middle or late third; ``horizon`` counts ahead of the reference date, ``past`` back from it."""

DateBasis = Literal["absolute", "year", "reference"]
"""Whether the text says all of it, leaves the year to be guessed, or counts from the day of reading."""

_MONTHS_OF_SEASON = {3: 33, 6: 40}
"""EDTF level 2: quarters are the seasons 33 to 36, halves 40 and 41."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period at a span."""

    span: Span
    interval: Interval
    kind: DateKind
    basis: DateBasis = "absolute"

    @property
    def edtf(self) -> str:
        """The date in the Extended Date/Time Format, level 2; ``XXXX`` stands for a year that is guessed."""
        words = edtf_of(self.interval, self.kind)
        return "XXXX" + words[4:] if self.basis == "year" and "/" not in words else words


def edtf_of(interval: Interval, kind: DateKind) -> str:
    """Return an interval in the Extended Date/Time Format (ISO 8601-2:2019, annex A)."""
    first, last = interval.first, interval.last
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    size = 12 * (last.year - first.year) + last.month - first.month + 1
    if kind in ("quarter", "half") and size in _MONTHS_OF_SEASON:
        return f"{first.year}-{_MONTHS_OF_SEASON[size] + (first.month - 1) // size}"
    if kind == "part":
        return f"{first:%Y-%m}~" if size == 1 else f"{first.year}~"
    if kind == "month" and size == 1:
        return f"{first:%Y-%m}"
    if kind == "year" and first.year == last.year:
        return str(first.year)
    return str(first) if first == last else f"{first}/{last}"
