"""Days and numbers that a query compares with."""

import re
from datetime import date, timedelta

from briefreader.model.query import Range

_AGE = re.compile(r"(\d{1,5})([dwmy])", re.ASCII | re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


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
        if span := re.fullmatch(r"(.+?)\.\.(.+)", text):
            first, last = (_days(end, today, is_ahead=is_ahead) for end in span.groups())
            return Range(first[0].isoformat(), last[1].isoformat()) if first and last and not sign else None
        if age := _AGE.fullmatch(text):
            distance = timedelta(days=int(age[1]) * _DAYS[age[2].lower()])
            day = today + distance if is_ahead else today - distance
            if not is_ahead:  # the older, the earlier
                sign = sign.translate(str.maketrans("<>", "><"))
            return _compared(day, day, sign)
        days = _days(text, today, is_ahead=is_ahead)
        return _compared(*days, sign) if days else None
    except (ValueError, OverflowError):
        return None


def _days(text: str, today: date, *, is_ahead: bool) -> tuple[date, date] | None:
    from briefreader.model.typed_days import read_days  # noqa: PLC0415 - 15 ms to load

    due = read_days(text, today, "ahead" if is_ahead else "back")
    return (due.first, due.last) if due else None


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
