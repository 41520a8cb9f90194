from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.typed_days import EXAMPLES, Direction, problem_of, read_days, understood
from briefreader.model.watch import Due

TODAY = date(2026, 12, 1)
TABLE = Path(__file__).with_name("typed_days.md")


def phrases(section: str) -> list[tuple[str, str]]:
    """Return what is typed and what is understood, from a section of the table."""
    lines = TABLE.read_text("utf-8").partition(f"## {section}\n")[2].partition("\n## ")[0]
    typed = (line.rpartition(" = ") for line in lines.splitlines())
    return [(words, days) for words, _, days in typed if words]


def days_in(words: str, direction: Direction = "ahead") -> str:
    due = read_days(words, TODAY, direction)
    if due is None:
        return "none"
    return str(due.first) if due.precision == "day" else f"{due.first} {due.last}"


@pytest.mark.parametrize(("words", "days"), phrases("Ahead"))
def test_what_lies_ahead_is_the_coming_one(words: str, days: str) -> None:
    assert days_in(words) == days


@pytest.mark.parametrize(("words", "days"), phrases("Back"))
def test_what_lies_back_is_the_last_one(words: str, days: str) -> None:
    assert days_in(words, "back") == days


@pytest.mark.parametrize(("words", "days"), phrases("No day"))
@pytest.mark.parametrize("direction", ["ahead", "back"])
def test_what_is_no_day_or_unclear_is_none(words: str, days: str, direction: Direction) -> None:
    assert days_in(words, direction) == days


def test_two_hundred_phrases_are_tried() -> None:
    assert sum(len(phrases(section)) for section in ("Ahead", "Back", "No day")) >= 200


@pytest.mark.parametrize("example", EXAMPLES.replace(" or ", ", ").split(", "))
def test_the_examples_are_days_in(example: str) -> None:
    assert read_days(example, TODAY) is not None


@pytest.mark.parametrize(
    ("words", "precision"),
    [("9 dec", "day"), ("march", "month"), ("q3", "quarter"), ("h1", "half"), ("2027", "year"), ("next week", "range")],
)
def test_a_period_keeps_how_exact_it_is(words: str, precision: str) -> None:
    due = read_days(words, TODAY)

    assert due is not None
    assert due.precision == precision


@given(st.dates(), st.sampled_from(["ahead", "back"]))
def test_an_iso_day_is_that_day_whenever_it_is_typed(day: date, direction: Direction) -> None:
    assert read_days(day.isoformat(), TODAY, direction) == Due(first=day, last=day, precision="day")


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from([words for words, _ in phrases("Ahead")]))
def test_a_phrase_means_days_in_order_on_every_day(today: date, words: str) -> None:
    due = read_days(words, today)

    assert due is None or due.first <= due.last


@given(
    st.lists(
        st.sampled_from(
            "end of the next last in to by - + / . 9 31 2027 dec friday q3 h1 w week month ' and 3d".split()
        ),
        max_size=12,
    )
)
def test_any_words_are_days_in_order_or_none(words: list[str]) -> None:
    for direction in ("ahead", "back"):
        due = read_days(" ".join(words), TODAY, direction)
        assert due is None or due.first <= due.last


@given(st.text(max_size=90))
def test_any_text_is_days_or_none(words: str) -> None:
    read_days(words, TODAY)


def test_what_could_be_two_days_is_named_with_both() -> None:
    assert problem_of("9/12") == "“9/12” could be 9 Dec or 12 Sep. Write the month as a word."
    assert problem_of("12-9-2026") == "“12-9-2026” could be 12 Sep or 9 Dec. Write the month as a word."


@pytest.mark.parametrize("words", ["soon", "0/12", "13/14", "99/1"])
def test_what_is_no_date_is_answered_with_examples(words: str) -> None:
    assert problem_of(words) == f"“{words}” is not a date. Try {EXAMPLES}."


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("today", "Tue 1 Dec 2026, today"),
        ("tomorrow", "Wed 2 Dec 2026, tomorrow"),
        ("yesterday", "Mon 30 Nov 2026, yesterday"),
        ("friday", "Fri 4 Dec 2026, in 3 days"),
        ("3 days ago", "Sat 28 Nov 2026, 3 days ago"),
        ("q1 2027", "1 Jan 2027 to 31 Mar 2027"),
        ("soon", ""),
    ],
)
def test_the_day_that_is_understood_is_shown(words: str, shown: str) -> None:
    assert understood(words, TODAY) == shown
