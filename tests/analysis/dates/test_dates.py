from datetime import date
from itertools import pairwise

import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.dates.dates import DateContext, dominant_year, find_dates

CONTEXT = DateContext(date(2026, 6, 10))


@cases("dates")
def test_dates(text: str, expected: list[str]) -> None:
    found = []
    for mention in find_dates(text, CONTEXT):
        days = dict.fromkeys(map(str, (mention.interval.first, mention.interval.last)))
        found.append(f"{mention.span.of(text)} = {'/'.join(days)} {mention.kind}")

    assert found == expected


def test_the_articles_own_year_counts_for_dates_without_one() -> None:
    context = DateContext(date(2026, 6, 10), year=2024)

    assert find_dates("on 3 March", context)[0].interval.first == date(2024, 3, 3)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("May 2024, Q1 2024, July 2024 and June 3, 2025", 2024, id="the one named most"),
        pytest.param("May 2024, Q1 2024 and June 3, 2025", 2025, id="what is new stands beside its background"),
        pytest.param("It holds 2024 machines.", None, id="none where no date has one"),
    ],
)
def test_the_year_that_a_text_is_about(text: str, year: int | None) -> None:
    assert dominant_year(text) == year


@given(st.text(alphabet="0123456789 May.Q1-–/,in next days month by early'", max_size=60))
def test_dates_stand_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [mention.span for mention in find_dates(text, CONTEXT)]

    assert all(span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
