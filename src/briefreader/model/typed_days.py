"""Days and periods as people type them: "9 dec", "next friday", "+3d", "q3 2026", "end of march", "2027-W05".

One grammar for every place: snoozing, watch items, theses, queries, commands and options. A day without a year is the
coming one, or the last one where the reader looks back. What can be read in two ways, such as 9/12, is refused.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Literal, NamedTuple

from briefreader.model import periods
from briefreader.model.watch import Due

Direction = Literal["ahead", "back"]
EXAMPLES = "9 Dec, Friday, +3d, in 2 weeks, end of March, Q3 2027 or 2027-03-31"

_LONGEST = 80
_TWO_WAYS = re.compile(r"(\d{1,2})[/-](\d{1,2})\b", re.ASCII)
_CENTURY = 2000
_SHORT_YEAR = 100
_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep"
        "|october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        "monday mon|tuesday tues tue|wednesday weds wed|thursday thurs thur thu|friday fri|saturday sat"
        "|sunday sun".split("|")
    )
    for name in names.split()
}
_COUNTS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"a": 1, "an": 1}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_NAMED = {
    "today": 0, "now": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "yesterday": -1,
    "day after tomorrow": 2, "day before yesterday": -2,
}  # fmt: skip
_ENDS = {"eod": "today", "eow": "end of week", "eom": "end of month", "eoq": "end of quarter", "eoy": "end of year"}
_PARTS = {
    "early": (0, 3), "start": (0, 3), "beginning": (0, 3), "mid": (1, 3), "middle": (1, 3),
    "late": (2, 3),
}  # fmt: skip
_SHIFTS = {"this": 0, "current": 0, "next": 1, "coming": 1, "last": -1, "past": -1, "previous": -1}

_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = "(?P<weekday>" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>\d{4}|['’]\d{2})"
_SHORT = r"(?P<year>\d{4}|['’]?\d{2})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_NUMBER = r"(?P<count>\d{1,4}|" + "|".join(_COUNTS) + ")"
_UNIT = r"(?P<unit>d|days?|w|wks?|weeks?|fortnights?|m|mos?|mths?|months?|q|quarters?|y|yrs?|years?)"
_SHIFT = "(?P<shift>" + "|".join(_SHIFTS) + ")"
_CLOCK = re.compile(
    r" (?:at )?(?:\d{1,2}(?::\d{2})? ?(?:am|pm)|\d{1,2}:\d{2}|noon|midnight|morning|afternoon|evening|night)$"
)
_FILLER = re.compile(r"^(?:(?:by|on|until|till|from|due|for|in|during|within) (?:the )?|the )(?=\S)")
_SPAN = re.compile(r"(?:from |between )?(?P<first>.+?)(?: to | until | and |\.\.| ?[–—] ?| - )(?P<last>.+)")


class _Asked(NamedTuple):
    """What is being read."""

    today: date
    direction: Direction


def read_days(words: str, today: date, direction: Direction = "ahead") -> Due | None:
    """Return the day or period that words name, whatever their case; None for none, and for what is unclear.

    ``ahead`` takes the coming day or period that is not over, ``back`` the last that has begun.
    """
    bare = _bare(words)
    if not bare or len(bare) > _LONGEST:
        return None
    try:
        return _read(bare, _Asked(today, direction))
    except (OverflowError, ValueError):  # the 31st of a month that has 30, or the year 0
        return None


def first_ahead(due: Due, today: date) -> date | None:
    """Return the day on which an article that is snoozed until then comes back; None when all of it is over."""
    return due.first if due.first > today else due.last if due.last > today else None


def problem_of(words: str) -> str:
    """Return why :func:`read_days` found no date in words, and what can be typed."""
    if match := _TWO_WAYS.match(words.strip()):
        first, second = int(match[1]), int(match[2])
        if max(first, second) <= periods.MONTHS_PER_YEAR and first != second and min(first, second) > 0:
            one, other = (f"{day} {date(2000, month, 1):%b}" for day, month in ((first, second), (second, first)))
            return f"“{words}” could be {one} or {other}. Write the month as a word."
    return f"“{words}” is not a date. Try {EXAMPLES}."


def understood(words: str, today: date, direction: Direction = "ahead") -> str:
    """Return :func:`in_words` of what is typed; empty where it is no date."""
    due = read_days(words, today, direction)
    return in_words(due, today) if due else ""


def in_words(due: Due, today: date) -> str:
    """Return what was understood: "Fri 4 Dec 2026, in 3 days", "1 Jul 2027 to 30 Sep 2027"."""
    if due.first != due.last:
        return f"{_day_text(due.first)} to {_day_text(due.last)}"
    days = (due.first - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return f"{due.first:%a} {_day_text(due.first)}, " + near.get(
        days, f"in {days:,} days" if days > 0 else f"{-days:,} days ago"
    )


def _day_text(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def _bare(words: str) -> str:
    bare = " ".join(words.lower().replace(",", " ").split()).rstrip(" .!")
    return _ENDS.get(bare, bare)


def _read(bare: str, asked: _Asked) -> Due | None:
    found = _read_one(bare, asked)
    if found is None and (clock := _CLOCK.search(bare)):
        found = _read_one(bare[: clock.start()], asked)
    if found is None and (span := _SPAN.fullmatch(bare)):
        found = _read_span(span, asked)
    if found is None and (filler := _FILLER.match(bare)):
        found = _read(bare[filler.end() :], asked)
    return found


def _read_one(bare: str, asked: _Asked) -> Due | None:
    if bare in _NAMED:
        return periods.day(asked.today + timedelta(days=_NAMED[bare]))
    for form, read in _FORMS:
        if match := form.fullmatch(bare):
            return read(match, asked)
    return None


def _read_span(match: re.Match[str], asked: _Asked) -> Due | None:
    first, last = match["first"], match["last"]
    if re.fullmatch(_DAY, first):  # 1 to 5 May
        first += re.sub(r"^\S+", "", last)
    elif (count := re.fullmatch(_NUMBER, first)) and (unit := re.search(_UNIT + "$", last)):  # 12 to 18 months
        first = f"{count['count']} {unit['unit']}"
    begin, end = _read_one(first, asked), _read_one(last, asked)
    if begin is None or end is None:
        return None
    if begin.first > end.last and asked.direction == "ahead" and not re.search(r"\d{4}", last):  # Nov to Feb
        end = _read_one(last, _Asked(begin.first, "ahead")) or end
    return Due(first=begin.first, last=end.last, precision="range") if begin.first <= end.last else None


def _year(text: str) -> int:
    number = int(text.lstrip("'’"))
    return number + _CENTURY if number < _SHORT_YEAR else number


def _nearest(of_year: Callable[[int], Due], asked: _Asked) -> Due:
    """Return the coming or the last of what happens once a year."""
    year = asked.today.year
    if asked.direction == "ahead":
        return next(due for due in map(of_year, (year, year + 1)) if due.last >= asked.today)
    return next(due for due in map(of_year, (year, year - 1)) if due.first <= asked.today)


def _in_year(match: re.Match[str], of_year: Callable[[int], Due], asked: _Asked) -> Due:
    return of_year(_year(match["year"])) if match.groupdict().get("year") else _nearest(of_year, asked)


def _day_of_month(year: int, month: int, number: int) -> Due:
    """Return a day; the 29th of February is the 28th in a year without it."""
    is_leap_day = (month, number) == (2, 29)
    return periods.day(date(year, month, min(number, periods.last_day(year, month)) if is_leap_day else number))


def _read_day(match: re.Match[str], asked: _Asked) -> Due | None:
    month, number = _MONTHS[match["month"]], int(match["day"])
    due = _in_year(match, lambda year: _day_of_month(year, month, number), asked)
    weekday = match.groupdict().get("weekday")
    return due if not weekday or due.first.weekday() == _WEEKDAYS[weekday] else None


def _read_month(match: re.Match[str], asked: _Asked) -> Due:
    return _in_year(match, lambda year: periods.month(year, _MONTHS[match["month"]]), asked)


def _read_numbers(match: re.Match[str], asked: _Asked) -> Due | None:
    """Read 13/4, 4/13, 13.4. and 13-4-2027; with a dot the day comes first, else it must be plain which is which."""
    first, second = int(match["first"]), int(match["second"])
    if match["mark"] == "." or first > periods.MONTHS_PER_YEAR or first == second:
        number, month = first, second
    elif second > periods.MONTHS_PER_YEAR:
        number, month = second, first
    else:
        return None
    return _in_year(match, lambda year: _day_of_month(year, month, number), asked)


def _read_iso(match: re.Match[str], _: _Asked) -> Due:
    year, month, number = match["year"], match["month"], match["day"]
    return periods.day(date(int(year), int(month), int(number))) if number else periods.month(int(year), int(month))


def _read_iso_week(match: re.Match[str], asked: _Asked) -> Due:
    number, weekday = int(match["week"]), match.groupdict().get("weekday")
    due = _in_year(match, lambda year: periods.week(date.fromisocalendar(year, number, 1)), asked)
    return periods.day(due.first + timedelta(days=int(weekday) - 1)) if weekday else due


def _read_quarter(match: re.Match[str], asked: _Asked) -> Due:
    number = _ORDINALS.get(match["number"]) or int(match["number"])
    return _in_year(match, lambda year: periods.quarter(year, number), asked)


def _read_half(match: re.Match[str], asked: _Asked) -> Due:
    number = _ORDINALS.get(match["number"]) or int(match["number"])
    return _in_year(match, lambda year: periods.half(year, number), asked)


def _read_year(match: re.Match[str], _: _Asked) -> Due:
    return periods.whole_year(int(match["year"]))


def _read_weekday(match: re.Match[str], asked: _Asked) -> Due:
    """Read Friday (the coming one), next Friday (that of next week) and last Friday."""
    number, shift = _WEEKDAYS[match["weekday"]], match["shift"]
    if shift == "next":
        return periods.day(periods.week(asked.today).last + timedelta(days=1 + number))
    if shift in ("last", "past", "previous") or (not shift and asked.direction == "back"):
        return periods.day(asked.today - timedelta(days=(asked.today.weekday() - number - 1) % 7 + 1))
    return periods.day(asked.today + timedelta(days=(number - asked.today.weekday() - 1) % 7 + 1))


def _count(text: str) -> int:
    return _COUNTS.get(text) or int(text)


def _moved(asked: _Asked, count: int, unit: str) -> date:
    if unit.startswith(("d", "w", "f")):
        return asked.today + timedelta(days=count * {"d": 1, "w": 7, "f": 14}[unit[0]])
    return periods.months_later(asked.today, count * {"m": 1, "q": 3, "y": 12}[unit[0]])


def _read_distance(match: re.Match[str], asked: _Asked, *, way: int = 0) -> Due:
    """Read "+3d", "in 2 weeks" and "3 days ago"; without a sign, the way that the reader looks."""
    way = way or (1 if asked.direction == "ahead" else -1)
    return periods.day(_moved(asked, way * _count(match["count"]), match["unit"]))


def _read_stretch(match: re.Match[str], asked: _Asked) -> Due:
    """Read "next 90 days" and "last 2 weeks": all days up to today, or from today."""
    count = _SHIFTS[match["shift"]] * _count(match["count"])
    ends = sorted((asked.today, _moved(asked, count, match["unit"])))
    return Due(first=ends[0], last=ends[1], precision="range")


def _read_period(match: re.Match[str], asked: _Asked) -> Due:
    """Read "next quarter"; bare, as in "end of year", it is the one of today."""
    count, unit = _SHIFTS[match["shift"] or "this"], match["period"]
    if unit.startswith("week"):
        return {"week": periods.week, "weekend": periods.weekend}[unit](asked.today + timedelta(days=7 * count))
    of, months = {
        "month": (periods.month_of, 1),
        "quarter": (periods.quarter_of, 3),
        "half": (periods.half_of, 6),
        "year": (periods.year_of, 12),
    }[unit]
    return of(periods.months_later(asked.today.replace(day=1), count * months))


def _read_end(match: re.Match[str], asked: _Asked) -> Due | None:
    inner = _read_one(match["inner"], asked) or _read(match["inner"], asked)
    return periods.day(inner.last) if inner and inner.precision != "day" else None


def _read_part(match: re.Match[str], asked: _Asked) -> Due | None:
    """Read "late 2027" and "mid-March": a third of it, of a year four months."""
    inner = _read_one(match["inner"], asked)
    if inner is None or inner.precision == "day":
        return None
    nth, of = _PARTS[match["part"]]
    if inner.precision == "year":
        months = periods.MONTHS_PER_YEAR // of
        first = inner.first.replace(month=nth * months + 1)
        last = periods.months_later(first, months) - timedelta(days=1) if nth + 1 < of else inner.last
    else:
        days = (inner.last - inner.first).days + 1
        first = inner.first + timedelta(days=days * nth // of)
        last = inner.first + timedelta(days=days * (nth + 1) // of - 1)
    return Due(first=first, last=last, precision="range")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], _Asked], Due | None]], ...] = tuple(
    (re.compile(form, re.ASCII), read)
    for form, read in (
        (r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?", _read_iso),
        (r"(?P<year>\d{4})(?P<month>0[1-9]|1[0-2])(?P<day>\d{2})", _read_iso),
        (r"(?P<year>\d{4})-?w(?P<week>\d{1,2})(?:-(?P<weekday>[1-7]))?", _read_iso_week),
        (rf"(?:w|wk|kw|cw|week) ?(?P<week>\d{{1,2}})(?:[ /]?(?:of )?{_YEAR})?", _read_iso_week),
        (r"(?P<year>[12]\d{3})", _read_year),
        (rf"q(?P<number>[1-4])(?:[ /-]?(?:of )?{_SHORT})?", _read_quarter),
        (rf"(?P<number>[1-4])q(?:[ /-]?{_SHORT})?", _read_quarter),
        (r"(?P<year>\d{4})[ /-]?q(?P<number>[1-4])", _read_quarter),
        (rf"(?P<number>{'|'.join(_ORDINALS)}) quarter(?: (?:of )?{_YEAR})?", _read_quarter),
        (rf"h(?P<number>[12])(?:[ /-]?(?:of )?{_SHORT})?", _read_half),
        (rf"(?P<number>[12])h(?:[ /-]?{_SHORT})?", _read_half),
        (r"(?P<year>\d{4})[ /-]?h(?P<number>[12])", _read_half),
        (rf"(?P<number>first|second|1st|2nd) half(?: (?:of )?{_YEAR})?", _read_half),
        (rf"(?:{_WEEKDAY} )?(?:the )?{_DAY}(?: of)?[ -]?{_MONTH}(?:[ -]?{_SHORT})?", _read_day),
        (rf"(?:{_WEEKDAY} )?{_MONTH}[ -]?{_DAY}(?:[ -]{_SHORT})?", _read_day),
        (rf"{_MONTH}(?:[ -]?(?:of )?{_YEAR})?", _read_month),
        (rf"{_YEAR} {_MONTH}", _read_month),
        (rf"(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?:(?P=mark)(?:{_SHORT})?)?", _read_numbers),
        (rf"(?:(?P<shift>this|coming|next|last|past|previous) )?{_WEEKDAY}", _read_weekday),
        (rf"\+ ?{_NUMBER} ?{_UNIT}", partial(_read_distance, way=1)),
        (rf"in (?:about )?{_NUMBER} ?{_UNIT}(?: time)?", partial(_read_distance, way=1)),
        (rf"{_NUMBER} ?{_UNIT} (?:from now|from today|hence|later|ahead)", partial(_read_distance, way=1)),
        (rf"- ?{_NUMBER} ?{_UNIT}", partial(_read_distance, way=-1)),
        (rf"{_NUMBER} ?{_UNIT} (?:ago|back|earlier)", partial(_read_distance, way=-1)),
        (rf"{_NUMBER} ?{_UNIT}", _read_distance),
        (rf"{_SHIFT} {_NUMBER} ?{_UNIT}", _read_stretch),
        (rf"(?:{_SHIFT} )?(?P<period>weekend|week|month|quarter|half|year)", _read_period),
        (r"(?:the )?end(?: of|-)? ?(?:the )?(?P<inner>.+)", _read_end),
        (r"(?P<inner>year|month|quarter|week|\d{4}|.+ \d{4})[ -]end", _read_end),
        (
            rf"(?:the )?(?P<part>{'|'.join(_PARTS)})(?:[ -]|(?: of|-of)(?: the)? )(?:of )?(?:the )?(?P<inner>.+)",
            _read_part,
        ),
    )
)
