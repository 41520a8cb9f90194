from datetime import date

from factories import a_document

from briefreader.analysis.analyse import analyse
from briefreader.analysis.dates import DateContext, find_dates
from briefreader.analysis.watch_lines import find_watch_lines


def test_developments_and_sentences_that_say_watch_are_watch_lines() -> None:
    document = a_document(
        "It is late. Watch whether Halden hires in the next 90 days.\n\n"
        "Key Developments to Watch\n  • Audit result (July 15, 2026) — decides.\n  • A meeting nobody has dated.\n"
    )
    dates = tuple(find_dates(document.text, DateContext(date(2026, 6, 10))))

    claims = analyse(document, date(2026, 6, 10)).claims

    lines = list(find_watch_lines(document, claims, dates, date(2026, 6, 10)))

    assert [(line.span.of(document.text)[:5], line.due and str(line.due.last)) for line in lines] == [
        ("Watch", "2026-09-08"),
        ("Audit", "2026-07-15"),
        ("A mee", None),
    ]
