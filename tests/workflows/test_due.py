from datetime import date

import pytest

from briefreader.model.date_mention import DateKind
from briefreader.model.interval import Interval
from briefreader.workflows.due import due_of, parse_due, parse_since

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("2026-07-01", "2026-07-01", "2026-07-01", "day"),
        ("1 July", "2026-07-01", "2026-07-01", "day"),
        ("28 Apr", "2027-04-28", "2027-04-28", "day"),
        ("by 30 Jun 2026", "2026-06-30", "2026-06-30", "day"),
        ("Q3 2026", "2026-07-01", "2026-09-30", "quarter"),
        ("H2 2026", "2026-07-01", "2026-12-31", "half"),
        ("November 2026", "2026-11-01", "2026-11-30", "month"),
        ("2027", "2027-01-01", "2027-12-31", "year"),
        ("late 2027", "2027-09-01", "2027-12-31", "range"),
    ],
)
def test_a_due_date_is_read_as_people_write_it(words: str, first: str, last: str, precision: str) -> None:
    due = parse_due(words, TODAY)

    assert due is not None
    assert (due.first.isoformat(), due.last.isoformat(), due.precision) == (first, last, precision)


@pytest.mark.parametrize("words", ["next 90 days", "in 3 weeks", "12 to 18 months"])
def test_a_stretch_of_time_counts_from_today(words: str) -> None:
    due = parse_due(words, TODAY)

    assert due is not None
    assert due.last > TODAY


@pytest.mark.parametrize("words", ["", "soon", "when it is done", "99999"])
def test_no_date_is_none(words: str) -> None:
    assert parse_due(words, TODAY) is None


@pytest.mark.parametrize("kind", ["horizon", None])
def test_an_open_beginning_is_today(kind: DateKind | None) -> None:
    due = due_of(Interval(None, date(2026, 9, 1)), kind, TODAY)

    assert due is not None
    assert (due.first, due.precision) == (TODAY, "range")
    assert due_of(Interval(TODAY, None), kind, TODAY) is None


def test_a_day_or_two_days_in_order_are_a_stretch_of_the_past() -> None:
    assert parse_since("1 May", TODAY) == (date(2026, 5, 1), TODAY)
    assert parse_since("2026-03-01 to 31 May", TODAY) == (date(2026, 3, 1), date(2026, 5, 31))
    assert parse_since("31 May to 1 May", TODAY) is None
    assert parse_since("15 June", TODAY) is None
    assert parse_since("soon to never", TODAY) is None
