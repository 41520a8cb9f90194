"""When a question about an interval can be answered."""

from datetime import date

from briefreader.model.date_mention import DateKind
from briefreader.model.interval import Interval
from briefreader.model.watch import Due, Precision

_PRECISIONS: dict[DateKind, Precision] = {
    "day": "day",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "year": "year",
}


def due_of(interval: Interval, kind: DateKind | None, today: date) -> Due | None:
    """Return when a question about an interval can be answered; None when it has no end."""
    if interval.last is None:
        return None
    first = interval.first or min(today, interval.last)
    precision = "day" if first == interval.last else _PRECISIONS.get(kind or "range", "range")
    return Due(first=first, last=interval.last, precision=precision)
