"""Days as the reader lives them: by the clock on their wall, while moments are kept in UTC."""

from datetime import UTC, date, datetime, time


def day_of(moment: datetime) -> date:
    """Return the reader's day at a moment."""
    return moment.astimezone().date()


def evening_of(day: date) -> datetime:
    """Return the last moment of the reader's day; of the first and the last day that there is, in UTC."""
    try:
        return datetime.combine(day, time.max).astimezone(UTC)
    except (OverflowError, ValueError):
        return datetime.combine(day, time.max, UTC)
