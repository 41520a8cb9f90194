"""Days of months, quarters, halves and parts of years, as closed intervals."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from briefreader.model.interval import Interval

Part = Literal["early", "mid", "late"]

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS_OF_PART: dict[Part, tuple[int, int]] = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_MONTHS_OF_PART: dict[Part, tuple[int, int]] = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_LAST_MONTH = 12


def month(year: int, number: int, part: Part | None = None) -> Interval:
    """Return a month, or its early, middle or late third."""
    last = monthrange(year, number)[1]
    first_day, last_day = _DAYS_OF_PART[part] if part else (1, last)
    return Interval(date(year, number, first_day), date(year, number, min(last_day, last)))


def months(year: int, first: int, last: int) -> Interval:
    """Return whole months of one year, both ends included."""
    return Interval(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def year(number: int, part: Part | None = None) -> Interval:
    """Return a year, or its early, middle or late third."""
    return months(number, *(_MONTHS_OF_PART[part] if part else (1, _LAST_MONTH)))


def quarter(number: int, first: int, last: int | None = None) -> Interval:
    """Return a quarter, or several in a row."""
    return months(number, 3 * first - 2, 3 * (last or first))


def shifted(day: date, count: int, unit: str) -> date:
    """Return the day ``count`` days, weeks, months, quarters, years or decades later.

    A day that its month lacks becomes the month's last.
    """
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    number, index = divmod(day.month - 1 + count * _MONTHS_IN[unit], _LAST_MONTH)
    number += day.year
    return date(number, index + 1, min(day.day, monthrange(number, index + 1)[1]))


def around(day: date, unit: str, shift: int) -> Interval:
    """Return the week, month, quarter or year ``shift`` after the one that ``day`` is in."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * shift)
        return Interval(monday, monday + timedelta(days=6))
    size = _MONTHS_IN[unit]
    first = date(day.year, day.month - (day.month - 1) % size, 1)
    first = shifted(first, shift, unit)
    return Interval(first, shifted(first, 1, unit) - timedelta(days=1))
