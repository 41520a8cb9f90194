"""Copies of the store, and which of them to keep."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

_NAME = "%Y-%m-%dT%H%M%SZ.db"
_DAYS, _WEEKS, _MONTHS = 12, 10, 9


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy of the store as it was."""

    at: datetime
    name: str
    """Of its file."""


def backup_name(at: datetime) -> str:
    """Return the name of the copy that is made at a moment."""
    return at.astimezone(UTC).strftime(_NAME)


def backup_named(name: str) -> Backup | None:
    """Return the copy in a file; None for a file of any other name."""
    try:
        return Backup(datetime.strptime(name, _NAME).replace(tzinfo=UTC), name)
    except ValueError:
        return None


def kept(backups: Iterable[Backup]) -> set[Backup]:
    """Return those to keep: the newest of each of the last 12 days, 10 weeks and 9 months that have one."""
    newest_first = sorted(backups, reverse=True)
    rules: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (_DAYS, datetime.date),
        (_WEEKS, lambda at: at.isocalendar()[:2]),
        (_MONTHS, lambda at: (at.year, at.month)),
    )
    stay: set[Backup] = set()
    for most, period in rules:
        newest: dict[object, Backup] = {}
        for backup in newest_first:
            newest.setdefault(period(backup.at), backup)
        stay.update(list(newest.values())[:most])
    return stay
