from datetime import UTC, date, datetime

import pytest
from fakes import noon

from briefreader.ingest.dates import believed, days_in, parse_date, parse_moment


@pytest.mark.parametrize(
    "words",
    [
        "2026-05-12T06:30:00Z",
        "2026-05-12T23:30:00-05:00",
        "Tuesday, 12 May 2026",
        "Tue, 12 May 2026 23:30:00 -0500",
        "May 12, 2026",
        "2026/05/12",
        "2026年5月12日",
        "12.05.2026",
    ],
)
def test_a_day_is_read_as_it_is_written(words: str) -> None:
    assert parse_date(words) == date(2026, 5, 12)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "in 2026",
        "05/12/2026",
        "31.02.2026",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:00-10:00",
        "1780565400",
    ],
)
def test_what_is_no_day_or_more_than_one_is_none(words: str) -> None:
    assert parse_moment(words) is None


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("Sept 12, 2025 10:00 PM", 22),
        ("Friday, Sept. 12, 2025 at 12:00 a.m.", 0),
        ("12.9.2025 - 10:00", 10),
        ("13/9/2025", 0),
        ("9/13/2025", 0),
    ],
)
def test_the_time_of_a_day_is_read(words: str, hour: int) -> None:
    assert parse_moment(words) == datetime(2025, 9, 13 if "13" in words else 12, hour, tzinfo=UTC)


def test_days_of_the_future_and_from_before_the_web_are_not_believed() -> None:
    days = [date(1989, 12, 31), date(1990, 1, 1), date(2026, 6, 17), date(2026, 6, 18), date(2099, 1, 1), None]

    assert [believed(day, noon()) for day in days] == [None, days[1], days[2], None, None, None]


@pytest.mark.parametrize(
    "words",
    [
        "Ter, 12 Mai 2026 08:00:00 -0300",
        "mar., 12 mai 2026 08:00:00 +0200",
        "Di, 12 Mai 2026 08:00:00 +0200",
        "martes, 12 de mayo de 2026",
        "le 12 mai 2026",
        "12. Mai 2026, 10:15 Uhr",
        "Tue, 12th May 2026 13:16:28 GMT",
        "Tue, May 12, 2026 at 01:11 PM EDT",
        "May 12 2026 - 6:05 am PT",
        "05/12/26 21:55:58",
        "5/12/2026, 10 am PST",
        "12-May-2026",
        "Tue May 12 2026 08:00:00 GMT+0200 (CEST)",
        "2026年5月12日 08:00",
    ],
)
def test_a_day_is_read_in_other_languages_and_with_its_time(words: str) -> None:
    assert parse_date(words) == date(2026, 5, 12)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("HALDEN, May 12, 2026 (LEDGER WIRE) -", [date(2026, 5, 12)]),
        ("Halden, den 12. Mai 2026", [date(2026, 5, 12)]),
        ("日期 2026年5月12日", [date(2026, 5, 12)]),
        ("Version 1.12.2026.3 of 2.05.2026/4", []),
        ("It may 12, 2026 or not" * 40, []),
    ],
)
def test_days_are_found_in_a_line(line: str, days: list[date]) -> None:
    assert [found.day for found in days_in(line)] == days
