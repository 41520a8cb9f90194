"""Days and moments as pages, letters and feeds write them."""

import re
from datetime import UTC, date, datetime, timedelta

from briefreader.ingest.clean import clean_line

_EARLIEST = date(1990, 1, 1)
_LATEST_YEAR = 9998
_AHEAD = timedelta(days=2)
_LONGEST = 50
_YEAR = re.compile(r"\d{4}")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)t?\.(?=\s)|\bSept(?=\s)")
_TIME = re.compile(
    r"(?:,|\sat|\s[-–|])?\s+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[ap]\.?m\b\.?)?\s*(?:UTC|GMT|Z)?$",
    re.IGNORECASE,
)
_OF_MAIL = re.compile(r"(?:[A-Z][a-z]{2},?\s+)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d\d:\d\d")
_FORMS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y年%m月%d日",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
)


def parse_date(words: str) -> date | None:
    """Return the day that words such as ``12 May 2026`` or a timestamp name; None when none that can be meant."""
    at = parse_moment(words)
    return at.date() if at else None


def parse_moment(words: str) -> datetime | None:
    """Return the moment that words name and do nothing else; None when none, or one from before there were pages.

    Without a zone it is in UTC, without a time at midnight. Numbers that can be read as two days name none.
    """
    words = clean_line(words)
    if len(words) > _LONGEST or not _YEAR.search(words):
        return None
    at = _standard(words) or _written(words)
    if at is None or not _EARLIEST.year <= at.year <= _LATEST_YEAR:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def believed(day: date | None, now: datetime) -> date | None:
    """Return the day on which something was published; None for one that nobody can have meant."""
    return day if day and _EARLIEST <= day <= now.date() + _AHEAD else None


def _standard(words: str) -> datetime | None:
    """Read ISO 8601 and the dates of mail (RFC 2822)."""
    try:
        if _OF_MAIL.match(words):
            from email.utils import parsedate_to_datetime  # noqa: PLC0415 - 10 ms to load

            return parsedate_to_datetime(words)
        return datetime.fromisoformat(words)
    except (ValueError, IndexError, OverflowError):
        return None


def _written(words: str) -> datetime | None:
    words = _MONTH.sub(lambda month: month[1] or "Sep", _WEEKDAY.sub("", words, count=1))
    time = _TIME.search(words)
    days = set(filter(None, (_as(form, words[: time.start()] if time else words) for form in _FORMS)))
    if len(days) != 1:
        return None
    hour = int(time["hour"]) if time else 0
    if time and time["half"]:
        hour = hour % 12 + 12 * time["half"].lower().startswith("p")
    try:
        return days.pop().replace(hour=hour, minute=int(time["minute"]) if time else 0)
    except ValueError:
        return None


def _as(form: str, words: str) -> datetime | None:
    try:
        return datetime.strptime(words, form)  # noqa: DTZ007 - the zone is set by who asks
    except ValueError:
        return None
