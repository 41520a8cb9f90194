"""Weeks, months, quarters, halves and years as days from the first to the last."""

from calendar import monthrange
from datetime import date, timedelta

from briefreader.model.watch import Due, Precision

MONTHS_PER_YEAR = 12
DAYS_PER_WEEK = 7
_QUARTER = 3
_HALF = 6


def day(of: date) -> Due:
    """Return one day."""
    return Due(first=of, last=of, precision="day")


def week(of: date) -> Due:
    """Return the week of a day, from Monday to Sunday."""
    first = of - timedelta(days=of.weekday())
    return Due(first=first, last=first + timedelta(days=DAYS_PER_WEEK - 1), precision="range")


def weekend(of: date) -> Due:
    """Return the Saturday and Sunday of the week of a day."""
    last = week(of).last
    return Due(first=last - timedelta(days=1), last=last, precision="range")


def month(year: int, number: int) -> Due:
    """Return the month ``number``, 1 to 12."""
    return _months(year, number, 1, "month")


def quarter(year: int, number: int) -> Due:
    """Return the quarter ``number``, 1 to 4."""
    return _months(year, _QUARTER * number - 2, _QUARTER, "quarter")


def half(year: int, number: int) -> Due:
    """Return the half ``number``, 1 or 2."""
    return _months(year, _HALF * number - 5, _HALF, "half")


def whole_year(year: int) -> Due:
    """Return a year."""
    return _months(year, 1, MONTHS_PER_YEAR, "year")


def month_of(of: date) -> Due:
    """Return the month of a day."""
    return month(of.year, of.month)


def quarter_of(of: date) -> Due:
    """Return the quarter of a day."""
    return quarter(of.year, (of.month + 2) // _QUARTER)


def half_of(of: date) -> Due:
    """Return the half of a day."""
    return half(of.year, (of.month + 5) // _HALF)


def year_of(of: date) -> Due:
    """Return the year of a day."""
    return whole_year(of.year)


def months_later(of: date, count: int) -> date:
    """Return the day ``count`` months later, or earlier below 0; the last of the month where it has no such day.

    Raises ValueError outside the years 1 to 9999.
    """
    years, number = divmod(of.month - 1 + count, MONTHS_PER_YEAR)
    year = of.year + years
    return date(year, number + 1, min(of.day, last_day(year, number + 1)))


def last_day(year: int, number: int) -> int:
    """Return the number of days of a month. Raises ValueError outside the years 1 to 9999."""
    return monthrange(date(year, number, 1).year, number)[1]


def _months(year: int, first: int, count: int, precision: Precision) -> Due:
    last = first + count - 1
    return Due(first=date(year, first, 1), last=date(year, last, last_day(year, last)), precision=precision)
