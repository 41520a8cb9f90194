from datetime import date

import pytest

from briefreader.analysis.dates.dates import DateContext, find_dates
from briefreader.analysis.dates.horizons import horizon_of
from briefreader.model.span import Span

DAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        pytest.param("It will end by late 2027.", None, "2027-12-31", id="a deadline is open at its beginning"),
        pytest.param("It will end before year-end.", None, "2026-12-31", id="the end of this year"),
        pytest.param("It runs through 2030.", None, "2030-12-31", id="through a year"),
        pytest.param("It will open in Q3 2026.", "2026-07-01", "2026-09-30", id="a period ahead"),
        pytest.param("It will open in the next 90 days.", "2026-06-10", "2026-09-08", id="a stretch from today"),
        pytest.param("It will open within 12 to 18 months.", "2026-06-10", "2027-12-10", id="its far end counts"),
        pytest.param("It opens later this year.", "2026-06-10", "2026-12-31", id="what is left of the year"),
        pytest.param("It applies from January 2027.", "2027-01-01", None, id="open at its end"),
    ],
)
def test_horizons(words: str, first: str | None, last: str | None) -> None:
    dates = tuple(find_dates(words, DateContext(DAY)))

    horizon = horizon_of(words, Span(0, len(words)), dates, DAY)

    assert horizon is not None
    assert [day and str(day) for day in (horizon.first, horizon.last)] == [first, last]


def test_the_coming_months_are_a_horizon_without_days() -> None:
    horizon = horizon_of("The coming months will tell.", Span(0, 28), (), DAY)

    assert horizon is not None
    assert (horizon.first, horizon.last) == (None, None)


@pytest.mark.parametrize("words", ["It fell in March 2026.", "It fell two weeks ago.", "It slips by 12 to 18 months."])
def test_what_is_past_or_a_delay_is_no_horizon(words: str) -> None:
    dates = tuple(find_dates(words, DateContext(DAY)))

    assert horizon_of(words, Span(0, len(words)), dates, DAY) is None
