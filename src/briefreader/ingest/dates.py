"""Days and moments as pages, letters and feeds write them, in the languages of :mod:`.month_names`."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from briefreader.ingest.clean import clean_line
from briefreader.ingest.month_names import MONTHS

_EARLIEST = date(1990, 1, 1)
_LATEST_YEAR = 9998
_AHEAD = timedelta(days=2)
_LONGEST = 60
_DIGIT = re.compile(r"\d")
_LONGEST_LINE = 400
_CENTURY = 2000
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:mo|di|mi|do|fr|sa|so|mon|diens|donners|frei|sams|sonn)(?:tag)?|mittwoch|sonnabend"
    r"|(?:lun|mar|mer|mercre|jeu|vendre|ven|same|sam|dim|diman)(?:di|che)?"
    r"|lunes|martes|miércoles|mié|jueves|jue|viernes|vie|sábado|sáb|domingo|dom"
    r"|lunedì|martedì|mercoledì|giovedì|gio|venerdì|sabato|sab|domenica"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|seg|ter|qua|qui|sex"
    r"|maandag|ma|dinsdag|woensdag|wo|donderdag|vrijdag|vr|zaterdag|za|zondag|zo"
    r"|mandag|man|tirsdag|tir|tis|onsdag|ons|torsdag|tor|fredag|fre|lørdag|lör|søndag|søn|sön|lördag|söndag)"
)
_BEGIN = r"(?<![a-z0-9_/.,:+-])"
_END = r"(?![a-z0-9_/]|[.,-]\d|%)"
_YEAR = r"(?:(?:de|del|of)\s)?(?P<year>\d{4}|’?\d\d(?=[\s,]+\d{1,2}:\d\d))"
_FORMS = tuple(
    re.compile(_BEGIN + form + _END, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?[\s-](?:(?:de|del|of|d[’'])\s?)?(?P<name>{_MONTH})\.?,?[\s-]{_YEAR}",
        rf"(?P<name>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?:at\s)?(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})[.,\s-]\s?(?P<name>{_MONTH})\.?[\s-](?P<day>\d{{1,2}})\.?",
        r"(?P<one>\d{1,2})(?P<mark>[-/.]) ?(?P<two>\d{1,2})(?P=mark) ?(?P<year>\d{4}|\d\d)",
    )
)
_BEFORE = re.compile(rf"(?:{WEEKDAY}\b\.?,?\s+)?(?:(?:den|de|le|el|il|the|on|am|o)\s+)?", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:T|(?:,|\sat|\sum|\sà|\s(?:ore|kl\.?|klo)|\s?[-–—|·])?\s*)(?P<hour>\d{1,2})(?:[:h.](?P<minute>\d\d)|(?=\s?[ap]\.?m\b))"
    r"(?::\d\d(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?:uhr|hrs?|h)?\s*(?P<zone>\(?(?:UTC|GMT|Z|[A-Z]{2,4}T|PT|ET|MEZ|MESZ)\)?)?"
    r"\s*(?P<offset>[+-]\d\d:?\d\d)?(?:\s*\([\w ]{2,40}\))?\s*",
    re.IGNORECASE,
)
_AMERICAN = re.compile(r"\b(?:[PECM][SD]?T)\b|\b[ap]\.?m\b", re.IGNORECASE)
_OF_MAIL = re.compile(r"(?:[A-Z][a-z]{2},?\s+)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d\d:\d\d")
_ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "CET": 1, "CEST": 2}
_ENGINE = re.compile(
    r"(?P<words>\w{3} \w{3} \d{1,2}) (?P<time>\d\d:\d\d:\d\d) (?P<zone>(?:GMT|UTC)?\S{0,6} )?(?P<year>\d{4})"
)
"""``Mon Apr 06 2026 08:00:00 GMT+0200``, as JavaScript has it, and C: ``Mon Apr 06 08:00:00 UTC 2026``."""


class DayAt(NamedTuple):
    """A day that a line names, and where: ``[start, end)``."""

    day: date
    start: int
    end: int


def parse_date(words: str) -> date | None:
    """Return the day that words such as ``12 May 2026`` or a timestamp name; None when none that can be meant."""
    at = parse_moment(words)
    return at.date() if at else None


def parse_moment(words: str) -> datetime | None:
    """Return the moment that words name and do nothing else; None when none, or one from before there were pages.

    Without a zone it is in UTC, without a time at midnight. Numbers that can be read as two days name none.
    """
    words = clean_line(words)
    if len(words) > _LONGEST or not _DIGIT.search(words):
        return None
    at = _standard(words) or _written(words)
    if at is None or not _EARLIEST.year <= at.year <= _LATEST_YEAR:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def days_in(line: str) -> Iterator[DayAt]:
    """Yield the days that a line names with their year, in no order; a line that is too long names none."""
    if len(line) > _LONGEST_LINE or not _DIGIT.search(line):
        return
    for form in _FORMS:
        for match in form.finditer(line):
            day = _day(match, is_american=bool(_AMERICAN.search(line)))
            if day and len(match["year"]) == len("2026") and day >= _EARLIEST and day.year <= _LATEST_YEAR:
                yield DayAt(day, match.start(), match.end())


def believed(day: date | None, now: datetime) -> date | None:
    """Return the day on which something was published; None for one that nobody can have meant."""
    return day if day and _EARLIEST <= day <= now.date() + _AHEAD else None


def _standard(words: str) -> datetime | None:
    """Read ISO 8601, the dates of mail (RFC 2822) and of JavaScript."""
    try:
        if _OF_MAIL.match(words):
            from email.utils import parsedate_to_datetime  # noqa: PLC0415 - 10 ms to load

            return parsedate_to_datetime(words)
        if engine := _ENGINE.match(words):
            return datetime.strptime(f"{engine['words']} {engine['year']} {engine['time']}", "%a %b %d %Y %H:%M:%S")  # noqa: DTZ007 - the day as written is wanted
        return datetime.fromisoformat(words) if re.match(r"\d{4}-", words) else None
    except (ValueError, IndexError, OverflowError):
        return None


def _written(words: str) -> datetime | None:
    before = _BEFORE.match(words)
    starts = {0, before.end() if before else 0}  # "mar" is Tuesday in French and March in English
    for match in (match for start in sorted(starts) for form in _FORMS if (match := form.match(words, start))):
        clock = _CLOCK.fullmatch(words, match.end())
        if clock or match.end() == len(words):
            day = _day(match, is_american=bool(_AMERICAN.search(words) and clock))
            return _at(day, clock) if day else None
    return None


def _day(match: re.Match[str], *, is_american: bool) -> date | None:
    """Return the day of a match; None where its numbers name two days, or none."""
    parts = match.groupdict()
    year = int(parts["year"].lstrip("’"))
    year += _CENTURY if year < 100 else 0  # noqa: PLR2004 - a year of two figures
    if parts.get("one"):
        first, second = int(parts["one"]), int(parts["two"])
        named = {(second, first), (first, second)} if parts["mark"] != "." else {(second, first)}
        if is_american or (len(parts["year"]) == len("26") and parts["mark"] == "/"):
            named = {(first, second)}
        days = {day for month, number in named if (day := _valid(year, month, number))}
        return days.pop() if len(days) == 1 else None
    month = MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"])
    return _valid(year, month, int(parts["day"]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(day: date, clock: re.Match[str] | None) -> datetime | None:
    if clock is None:
        return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the zone is set by who asks
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + 12 * clock["half"].lower().startswith("p")
    try:
        at = datetime(day.year, day.month, day.day, hour, int(clock["minute"] or 0))  # noqa: DTZ001 - as above
    except ValueError:
        return None
    if clock["offset"]:
        return at.replace(tzinfo=datetime.strptime(clock["offset"], "%z").tzinfo)
    hours = _ZONES.get((clock["zone"] or "").strip("()").upper())
    return at if hours is None else at.replace(tzinfo=timezone(timedelta(hours=hours)))
