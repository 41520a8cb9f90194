"""What a row of the feed says of an article where there is little room."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from factories import a_listed_article
from fakes import TODAY
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ui.text.feed_lines import StoryLine, meta_line, shortened, shown_day
from briefreader.ui.text.wrapping import width_of

ROW = replace(a_listed_article(1), publisher="Harbour Dispatch", published_on=date(2026, 6, 4))


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (TODAY, "today"),
        (TODAY - timedelta(days=1), "1 d"),
        (TODAY - timedelta(days=6), "6 d"),
        (TODAY - timedelta(days=7), "8 Jun"),
        (TODAY + timedelta(days=2), "17 Jun"),
        (date(2025, 12, 31), "31 Dec 2025"),
        (None, "no date"),
    ],
)
def test_a_day_is_shown_by_how_far_it_is(day: date | None, shown: str) -> None:
    assert shown_day(day, TODAY) == shown


def test_minutes_and_claims_give_way_to_the_outlet_and_the_day() -> None:
    assert meta_line(ROW, 44, TODAY).split() == ["Harbour", "Dispatch", "·", "4", "Jun", "2m", "3○"]
    assert meta_line(ROW, 34, TODAY).split() == ["Harbour", "Dispatch", "·", "4", "Jun", "3○"]
    assert meta_line(ROW, 30, TODAY).split() == ["Harbour", "Dispatch", "·", "4", "Jun"]


@pytest.mark.parametrize(
    ("name", "width", "shown"),
    [
        ("Harbour Dispatch", 16, "Harbour Dispatch"),
        ("National Bureau of Harbour Counts", 20, "National Bureau…"),
        ("The Harbour Street Journal", 20, "The Harbour Street…"),
        ("Hafenschifffahrtsgesellschaft", 20, "Hafenschifffahrtsge…"),
        ("A Hafenschifffahrtsgesellschaft", 20, "A Hafenschifffahrts…"),
    ],
)
def test_an_outlet_is_shortened_by_whole_words_where_they_leave_enough(name: str, width: int, shown: str) -> None:
    assert shortened(name, width) == shown


def test_the_outlet_is_cut_before_the_day() -> None:
    assert meta_line(ROW, 20, TODAY) == "   Harbour… · 4 Jun "


def test_the_other_outlets_of_a_story_stand_behind_the_day() -> None:
    story = StoryLine(("Salt Road Weekly",))

    assert meta_line(ROW, 60, TODAY, story=story).rstrip().endswith("▸2  2m  3○")
    assert "Harbour Dispatch · 4 Jun + Salt Road Weekly" in meta_line(ROW, 60, TODAY, story=story)
    assert "Harbour Dispatch · 4 Jun + Sal… ▸2" in meta_line(ROW, 46, TODAY, story=story)


def test_an_article_without_a_day_says_so() -> None:
    assert "Harbour Dispatch · no date" in meta_line(replace(ROW, published_on=None), 34, TODAY)


@given(
    publisher=st.text(max_size=60) | st.none(),
    width=st.integers(26, 120),
    score=st.floats(-9, 99) | st.none(),
    others=st.lists(st.text(max_size=20) | st.none(), max_size=3),
    day=st.dates(date(1990, 1, 1), date(2030, 1, 1)),
)
def test_a_row_is_as_wide_as_its_list_and_has_its_day(
    publisher: str | None, width: int, score: float | None, others: list[str | None], day: date
) -> None:
    story = StoryLine(tuple(others)) if others else None
    line = meta_line(replace(ROW, publisher=publisher, published_on=day), width, TODAY, "", score, story)

    assert width_of(line) == width
    assert shown_day(day, TODAY) in line
