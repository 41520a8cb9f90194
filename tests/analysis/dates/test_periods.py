from datetime import date

import pytest

from briefreader.analysis.dates import periods
from briefreader.model.interval import Interval


def test_a_month_has_all_its_days() -> None:
    assert periods.month(2028, 2) == Interval(date(2028, 2, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (3, "day", date(2026, 2, 3)),
        (2, "week", date(2026, 2, 14)),
        (1, "month", date(2026, 2, 28)),
        (-1, "quarter", date(2025, 10, 31)),
        (1, "decade", date(2036, 1, 31)),
    ],
)
def test_a_day_that_its_month_lacks_becomes_the_last(count: int, unit: str, day: date) -> None:
    assert periods.shifted(date(2026, 1, 31), count, unit) == day


def test_the_week_around_a_day_runs_from_monday_to_sunday() -> None:
    assert periods.around(date(2026, 6, 10), "week", 0) == Interval(date(2026, 6, 8), date(2026, 6, 14))
