"""What the watchlist says, line by line."""

from calendar import Calendar, month_name
from collections.abc import Iterator, Sequence
from datetime import date

from briefreader.model.ids import ThesisId
from briefreader.model.watch import OUTCOME_NAMES, WatchItem
from briefreader.ui.screens.theses.lines import due_words
from briefreader.ui.widgets.entry_list import Entry, Part
from briefreader.views.watchlist import Watchlist

_MONTH_CELLS = 28
_NOTHING = "The watchlist is empty. While reading, press w to watch for a passage. Press a here to write an item."


def watch_entries(watched: Watchlist, today: date) -> Iterator[Entry[WatchItem]]:
    """Yield the items under when they are due, what is overdue first."""
    groups = (
        ("OVERDUE", watched.overdue),
        ("THIS MONTH", watched.this_month),
        ("LATER", watched.later),
        ("RESOLVED", watched.resolved),
    )
    for heading, items in groups:
        if items:
            yield Entry((("heading", f"{heading} {len(items)}"),))
        for item in items:
            yield Entry(tuple(_lines(item, watched, today)), item)
        if items:
            yield Entry((("text", ""),))
    if not any(items for _, items in groups):
        yield Entry((("hint", _NOTHING),))


def _lines(item: WatchItem, watched: Watchlist, today: date) -> Iterator[tuple[Part, str]]:
    late = (today - item.due.last).days
    overdue = f"  {late} day{'s' if late > 1 else ''} late" if late > 0 and not item.resolution else ""
    part: Part = "bear" if overdue else "text"
    answer = f"  {OUTCOME_NAMES[item.resolution.outcome]}" if item.resolution else ""
    yield part, f"{due_words(item.due):<14} {item.question}{overdue}{answer}"
    probability = "" if item.probability is None else f"{item.probability:.0%}"
    side = "" if item.side == "either" else item.side
    article = watched.articles.get(item.passage.article_id) if item.passage else None
    source = (article.title or article.opening) if article else ""
    about = [item.due.precision, probability, side, _title(item.thesis_id, watched), source]
    yield "hint", " " * 15 + " · ".join(filter(None, about))
    if item.resolution and item.resolution.note:
        yield "quote", " " * 15 + item.resolution.note


def _title(thesis_id: ThesisId | None, watched: Watchlist) -> str:
    return watched.thesis_titles.get(thesis_id, "") if thesis_id else ""


def calendar_lines(items: Sequence[WatchItem], today: date, width: int) -> Iterator[str]:
    """Yield as many months as have room, from this one on: the last due days are starred, today is in brackets."""
    due = {item.due.last for item in items if item.resolution is None}
    months = [
        _month(today.year + (today.month - 1 + ahead) // 12, (today.month - 1 + ahead) % 12 + 1, due, today)
        for ahead in range(max(1, min(4, width // _MONTH_CELLS)))
    ]
    for row in range(max(map(len, months))):
        yield "".join(f"{month[row] if row < len(month) else '':<{_MONTH_CELLS}}" for month in months).rstrip()


def _month(year: int, month: int, due: set[date], today: date) -> list[str]:
    lines = [f"{month_name[month]} {year}", " Mo Tu We Th Fr Sa Su"]
    for week in Calendar().monthdatescalendar(year, month):
        cells = []
        for day in week:
            sign = "*" if day in due else "<" if day == today else " "
            cells.append(f"{day.day:>2}{sign}" if day.month == month else "   ")
        lines.append(" " + "".join(cells).rstrip())
    return lines
