from datetime import date
from itertools import pairwise

import pytest
from factories import a_document
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.analyse import analyse

DAY = date(2026, 8, 17)  # a Monday
TITLE = "Here stands a title of no consequence"


def watched(text: str) -> list[tuple[str, str | None]]:
    document = a_document(f"{TITLE}\n\n{text}\n")
    lines = analyse(document, DAY).watch_lines
    return [(line.span.of(document.text), str(line.due.last) if line.due else None) for line in lines]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The next decision of the bank is due on 17 September.", "2026-09-17"),
        ("Halden and Orrin will meet on 7 September in Bergen.", "2026-09-07"),
        ("Deadline: Tuesday, August 25, 2026", "2026-08-25"),
        ("The court is scheduled to hear Halden's case on Friday.", "2026-08-21"),
        ("New rents take effect on 1 October 2026 in all halls.", "2026-10-01"),
        ("Sales of the new hall pass start on August 24 in Norway.", "2026-08-24"),
        ("Nobody expects a cut at the August 26 meeting of the bank.", "2026-08-26"),
        ("Northlight summit (28 August 2026): Halden shows its plans there.", "2026-08-28"),
    ],
)
def test_what_is_scheduled_is_to_watch_by_its_day(text: str, due: str) -> None:
    assert watched(text) == [(text, due)]


@pytest.mark.parametrize(
    "text",
    [
        "The halls were due to open on 3 August 2026 in Bergen.",
        "Patches are available since August 28 in all halls.",
        "Rents are expected to rise by 8% in 2027 in the north.",
        "Halden said on Friday that it will sell the hall in Bergen.",
        "Halden has sold its hall in Bergen to the city.",
    ],
)
def test_what_has_passed_or_has_no_day_is_not_scheduled(text: str) -> None:
    assert watched(text) == []


def test_a_calendar_has_a_line_for_each_day() -> None:
    found = watched("Wed: minutes of the bank; Tue: Halden reports; Fri: sentiment survey")

    assert found == [
        ("Wed: minutes of the bank", "2026-08-19"),
        ("Tue: Halden reports", "2026-08-18"),
        ("Fri: sentiment survey", "2026-08-21"),
    ]


def test_a_review_of_past_days_is_no_calendar() -> None:
    assert watched("Mon: stocks rose on hopes; Tue: stocks fell again") == []


@pytest.mark.parametrize(
    "text", ["- 28 August 2026 — Halden opens its books", "- Halden opens its books — 28 August 2026"]
)
def test_a_dash_parts_a_day_from_what_happens_on_it(text: str) -> None:
    assert [due for _, due in watched(text)] == ["2026-08-28"]


def test_of_key_developments_only_those_to_come_are_to_watch() -> None:
    text = "## Key Developments\n\n- Halden sold its hall.\n- The sale closes on 28 August 2026."

    assert watched(text) == [("The sale closes on 28 August 2026.", "2026-08-28")]
    assert len(watched(text.replace("Developments", "Developments to Watch"))) == 2


@given(
    st.lists(
        st.sampled_from(["Wed: ", "; ", "28 August 2026", " — ", "will meet on ", "\n", "Deadline: "]), max_size=30
    )
)
def test_lines_to_watch_lie_in_the_text_in_order_and_apart(parts: list[str]) -> None:
    document = a_document(f"{TITLE}\n\n{''.join(parts)}\n")

    spans = [line.span for line in analyse(document, DAY).watch_lines]

    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
