import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from briefreader.model.days import day_of, evening_of

MIDNIGHT_UTC = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.fixture(params=["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_a_day_is_the_readers_own(zone: str) -> None:
    before, after = MIDNIGHT_UTC - timedelta(hours=1), MIDNIGHT_UTC + timedelta(hours=1)
    days = {
        "Pacific/Kiritimati": (date(2026, 11, 28), date(2026, 11, 28)),
        "America/Los_Angeles": (date(2026, 11, 27), date(2026, 11, 27)),
        "UTC": (date(2026, 11, 27), date(2026, 11, 28)),
    }

    assert (day_of(before), day_of(after)) == days[zone]


def test_an_evening_is_the_last_moment_of_a_day(zone: str) -> None:  # noqa: ARG001 - in which zone is what counts
    evening = evening_of(date(2026, 11, 27))

    assert day_of(evening) == date(2026, 11, 27)
    assert day_of(evening + timedelta(microseconds=1)) == date(2026, 11, 28)


def test_the_first_and_the_last_day_have_an_evening(zone: str) -> None:  # noqa: ARG001 - as above
    for day in (date.min, date.max):
        assert evening_of(day).year == day.year
