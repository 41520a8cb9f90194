"""Entries of lists of sources."""

from datetime import date

import pytest

from briefreader.analysis.citations.entries import day_in, is_day, is_plain_name, known_start, plain_times, read_entry
from briefreader.analysis.dates.dates import DateContext

CONTEXT = DateContext(date(2026, 6, 10), 2026)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Orrin Partners, Halls in the north, 2025", "Orrin Partners"),
        ("Halls of the north and their rents, Orrin Partners, 3 May 2026", "Orrin Partners"),
        ("“Halls in the north,” Reuters https://www.reuters.com/a", "Reuters"),
        ("Reuters — Halls in the north", "Reuters"),
        ("Goldman Sachs June 2026 forecast", "Goldman Sachs"),
        ("https://orrin.example/halls", "orrin.example"),
        ("@orrin", "@orrin"),
        ("情報源 路透社", "情報源 路透社"),
    ],
)
def test_the_source_of_an_entry_is_who_publishes_it(words: str, name: str) -> None:
    assert read_entry(words, CONTEXT).name == name


def test_an_entry_has_its_day_and_its_address() -> None:
    entry = read_entry("Reuters, Halls, Jun. 3 2026: https://www.reuters.com/a", CONTEXT)

    assert entry.url == "https://www.reuters.com/a"
    assert entry.date is not None
    assert entry.date.last == date(2026, 6, 3)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("9 Mar 1800 UTC", date(2026, 3, 9)),
        ("2025-10-31T05:45:52.000Z", date(2025, 10, 31)),
        ("2026年4月3日", date(2026, 4, 3)),
        ("Jun. 5 2026", date(2026, 6, 5)),
    ],
)
def test_a_time_of_day_is_no_year(words: str, day: date) -> None:
    found = day_in(words, CONTEXT)

    assert found is not None
    assert found.last == day


def test_an_impossible_date_is_none() -> None:
    assert day_in("2026年13月3日", CONTEXT) is None
    assert day_in("no day", CONTEXT) is None


@pytest.mark.parametrize("words", ["3 May 2026", "May 3", "2026-05-03", "filed Jun. 3 2026", "Q1 2026", "(2025)"])
def test_days_alone_are_told(words: str) -> None:
    assert is_day(words)


@pytest.mark.parametrize("words", ["Gartner, 2023", "Orrin 2023", "May", "3 ships"])
def test_names_with_years_are_no_days(words: str) -> None:
    assert not is_day(words)


def test_a_known_name_at_the_beginning_is_enough() -> None:
    assert known_start("Reuters report") == "Reuters"
    assert known_start("Ships rise") is None


def test_a_plain_name_is_short_and_a_name() -> None:
    assert [*map(is_plain_name, ("Orrin Partners", "IDC data", "路透社", "Ships that rise", "The"))] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_times_are_blotted_out_in_place() -> None:
    assert len(plain_times("9 Mar 1800 UTC")) == len("9 Mar 1800 UTC")
