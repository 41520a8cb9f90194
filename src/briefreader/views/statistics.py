"""How reading goes: read a day, how old the inbox is, bull against bear, and whose word the evidence is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefreader.store.store import Store

DAYS = 14
_AGES = {"today": 0, "a week": 7, "a month": 30, "a year": 365}
_MOST_ORIGINS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts, as of a day."""

    read_by_day: Mapping[date, int]
    """The last fourteen days, every one named, the oldest first."""
    inbox_by_age: Mapping[str, int]
    """How many came in within a time, and not within the one before it."""
    stances: Mapping[str, int]
    origins: Mapping[str, int]
    """The origins of most evidence, the most first."""


def statistics(store: Store, today: date) -> Statistics:
    """Count; what was undone counts as never done."""
    days = [today - timedelta(days=days) for days in range(DAYS - 1, -1, -1)]
    read = store.statistics.read_by_day(days[0])
    ages = dict.fromkeys((*_AGES, "older"), 0)
    for day, count in store.statistics.added_days_in_inbox(today).items():
        age = (today - date.fromisoformat(day)).days
        ages[next((name for name, most in _AGES.items() if age <= most), "older")] += count
    stances = store.statistics.stances()
    return Statistics(
        read_by_day={day: read.get(day.isoformat(), 0) for day in days},
        inbox_by_age=ages,
        stances={stance: stances.get(stance, 0) for stance in ("bull", "bear", "neutral")},
        origins=store.statistics.origins(_MOST_ORIGINS),
    )
