"""Days and numbers that a query compares with."""

import re
from datetime import date, timedelta

from briefreader.model.query import Range

_AGE = re.compile(r"(\d{1,5})([dwmy])", re.ASCII | re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_NAMED = {"today": 0, "yesterday": -1, "tomorrow": 1}
_MONTHS = 12


def number_range(text: str, sign: str) -> Range | None:
    """Return the numbers meant by ``>3``, ``<=2``, ``4`` or ``2..4``; None when it is no number."""
    if span := re.fullmatch(r"(\d{1,9})\.\.(\d{1,9})", text, re.ASCII):
        return None if sign else Range(int(span[1]), int(span[2]))
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return None
    number = int(text)
    return {
        "": Range(number, number),
        "=": Range(number, number),
        "<": Range(None, number - 1),
        "<=": Range(None, number),
        ">": Range(number + 1, None),
        ">=": Range(number, None),
    }[sign]


def date_range(text: str, sign: str, today: date, *, is_ahead: bool) -> Range | None:
    """Return the days meant; None when it names none.

    A month or a year is all of its days. ``<30d`` is less than thirty days old, or for what lies ahead, less than
    thirty days away.
    """
    try:
        if span := re.fullmatch(r"([\d-]+)\.\.([\d-]+)", text, re.ASCII):
            first, last = _days(span[1], today), _days(span[2], today)
            return Range(first[0].isoformat(), last[1].isoformat()) if first and last and not sign else None
        if age := _AGE.fullmatch(text):
            distance = timedelta(days=int(age[1]) * _DAYS[age[2].lower()])
            day = today + distance if is_ahead else today - distance
            if not is_ahead:  # the older, the earlier
                sign = sign.translate(str.maketrans("<>", "><"))
            return _compared(day, day, sign)
        days = _days(text, today)
        return _compared(*days, sign) if days else None
    except (ValueError, OverflowError):
        return None


def _days(text: str, today: date) -> tuple[date, date] | None:
    if text.lower() in _NAMED:
        day = today + timedelta(days=_NAMED[text.lower()])
        return day, day
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year = int(match[1])
    if match[3]:
        day = date(year, int(match[2]), int(match[3]))
        return day, day
    if match[2]:
        month = int(match[2])
        first = date(year, month, 1)
        after = date(year + month // _MONTHS, month % _MONTHS + 1, 1) if year < date.max.year else date.max
        return first, after - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)


def _compared(first: date, last: date, sign: str) -> Range:
    a_day = timedelta(days=1)
    return {
        "": lambda: Range(first.isoformat(), last.isoformat()),
        "=": lambda: Range(first.isoformat(), last.isoformat()),
        "<": lambda: Range(None, (first - a_day).isoformat()),
        "<=": lambda: Range(None, last.isoformat()),
        ">": lambda: Range((last + a_day).isoformat(), None),
        ">=": lambda: Range(first.isoformat(), None),
    }[sign]()
