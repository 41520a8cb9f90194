from datetime import date

from fakes import noon
from hypothesis import given
from hypothesis import strategies as st

from briefreader.export.calendar import render_calendar
from briefreader.model.ids import WatchItemId
from briefreader.model.watch import Due, WatchItem

DUE = Due(first=date(2026, 7, 1), last=date(2026, 9, 30), precision="quarter")


def calendar(question: str) -> str:
    item = WatchItem(id=WatchItemId("w1"), question=question, due=DUE, created_at=noon())
    return render_calendar([item])


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_an_item_is_an_event_of_whole_days() -> None:
    lines = unfolded(calendar("Will it open; or, not?"))

    assert lines[4:10] == [
        "BEGIN:VEVENT",
        "UID:w1@briefreader",
        "DTSTAMP:20260615T120000Z",
        "DTSTART;VALUE=DATE:20260701",
        "DTEND;VALUE=DATE:20261001",
        "SUMMARY:Will it open\\; or\\, not?",
    ]
    assert lines[-2:] == ["END:VCALENDAR", ""]


@given(st.text(max_size=200))
def test_no_question_can_break_out_of_its_line(question: str) -> None:
    text = calendar(question)
    lines = unfolded(text)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert len(lines) == 14
    assert lines[9].startswith("SUMMARY:")
    assert "\n" not in text.replace("\r\n", "")
