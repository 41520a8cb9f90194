"""Watch items as a calendar that other programs read (iCalendar, RFC 5545)."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from briefreader.model.watch import WatchItem

_LONGEST_LINE = 75
"""In bytes of UTF-8, without the line break (RFC 5545, 3.1)."""


def render_calendar(items: Iterable[WatchItem]) -> str:
    """Return all items as all-day events, the first due first; the same items, the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//briefreader//watchlist//EN", "CALSCALE:GREGORIAN"]
    for item in items:
        lines += _event(item)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(item: WatchItem) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{item.id}@briefreader"
    yield f"DTSTAMP:{_changed_at(item):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(item.due.first)}"
    yield f"DTEND;VALUE=DATE:{_day(item.due.last + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(item.question)}"
    about = [item.side if item.side != "either" else "", item.passage.quote.exact if item.passage else ""]
    if item.resolution:
        about.insert(0, f"{item.resolution.outcome} {item.resolution.note}".strip())
        yield "STATUS:CONFIRMED"
    if description := "\n".join(filter(None, about)):
        yield f"DESCRIPTION:{_escaped(description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _changed_at(item: WatchItem) -> datetime:
    return item.resolution.at if item.resolution else item.created_at


def _day(day: date) -> str:
    return day.strftime("%Y%m%d")


def _escaped(text: str) -> str:
    """Return a text value (RFC 5545, 3.3.11); other control characters are left out."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return "".join(character for character in text if character.isprintable())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces that are short enough, never parting a character."""
    piece, length = "", 0
    for character in line:
        size = len(character.encode())
        if length + size > _LONGEST_LINE:
            yield piece
            piece, length = " ", 1
        piece += character
        length += size
    yield piece
