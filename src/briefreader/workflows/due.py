"""Read when something is due, as people write it."""

import re
from datetime import date

from briefreader.analysis.dates.dates import DateContext, find_dates
from briefreader.model.date_mention import DateKind
from briefreader.model.interval import Interval
from briefreader.model.watch import Due, Precision

_FORMS = ("{}", "by {}", "within the next {}", "in the {}")
_YEAR = re.compile(r"\d{4}")
_PRECISIONS: dict[DateKind, Precision] = {
    "day": "day",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "year": "year",
}


def parse_due(words: str, today: date) -> Due | None:
    """Return the day or period in words such as "28 Apr", "Q3 2026", "late 2027" or "in 3 weeks"; None for no date.

    A day without a year is the next such day.
    """
    words = " ".join(words.split())
    begin, _, end = words.partition(" to ")
    if end and (first := parse_due(begin, today)) and (last := parse_due(end, today)) and first.first <= last.last:
        return Due(first=first.first, last=last.last, precision="range")
    bare = words.removeprefix("by ").removeprefix("in ").removeprefix("on ")
    for form in _FORMS:
        for mention in find_dates(form.format(bare), DateContext(today, today.year)):
            interval = mention.interval
            if interval.last and interval.last < today and not _YEAR.search(words):
                interval = _next_year(interval)
            if due := due_of(interval, mention.kind, today):
                return due
    if re.fullmatch(r"[12]\d{3}", bare, re.ASCII):
        return Due(first=date(int(bare), 1, 1), last=date(int(bare), 12, 31), precision="year")
    return None


def parse_past(words: str, today: date) -> date | None:
    """Return the day in words such as "31 May" or "2026-05-31"; None for no date. Without a year, the last such day."""
    for mention in find_dates(" ".join(words.split()), DateContext(today, today.year)):
        last = mention.interval.last
        if last:
            return _year_before(last) if last > today and not _YEAR.search(words) else last
    return None


def parse_since(words: str, today: date) -> tuple[date, date] | None:
    """Return the two days in words such as "1 May to 31 May", or a day and today; None for anything else."""
    first, _, last = words.partition(" to ")
    days = parse_past(first, today), parse_past(last, today) if last else today
    return (days[0], days[1]) if days[0] and days[1] and days[0] < days[1] else None


def due_of(interval: Interval, kind: DateKind | None, today: date) -> Due | None:
    """Return when a question about an interval can be answered; None when it has no end."""
    if interval.last is None:
        return None
    first = interval.first or min(today, interval.last)
    precision = "day" if first == interval.last else _PRECISIONS.get(kind or "range", "range")
    return Due(first=first, last=interval.last, precision=precision)


def _next_year(interval: Interval) -> Interval:
    first, last = interval.first, interval.last
    return Interval(first and _year_later(first), last and _year_later(last))


def _year_later(day: date) -> date:
    return _in_year(day, day.year + 1)


def _year_before(day: date) -> date:
    return _in_year(day, day.year - 1)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)
