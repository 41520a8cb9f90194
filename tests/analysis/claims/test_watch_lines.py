from datetime import date

from factories import a_document

from briefreader.analysis.analyse import analyse
from briefreader.analysis.roles.sections import assign_roles
from briefreader.ingest.files import parse_article


def test_developments_and_sentences_that_say_watch_are_watch_lines() -> None:
    document = a_document(
        "It is late. Watch whether Halden hires in the next 90 days.\n\n"
        "Key Developments to Watch\n  • Audit result (July 15, 2026) — decides.\n  • A meeting nobody has dated.\n"
    )

    lines = analyse(document, date(2026, 6, 10)).watch_lines

    assert [(line.span.of(document.text)[:5], line.due and str(line.due.last)) for line in lines] == [
        ("Watch", "2026-09-08"),
        ("Audit", "2026-07-15"),
        ("A mee", None),
    ]


def test_advice_to_watch_is_a_watch_line_although_it_claims_nothing() -> None:
    document = a_document("Rents in Bergen fell by 5% last week, Orrin said.\n\nWatch for the ruling of the court.\n")

    lines = analyse(document, date(2026, 6, 10)).watch_lines

    assert [line.span.of(document.text) for line in lines] == ["Watch for the ruling of the court."]


def test_notes_and_sources_below_the_developments_are_no_developments() -> None:
    page = """# Halden opens a hall

The hall opened [^1], and [^2] agrees.

## What to watch

- A ruling on the lease

[^1]: [orrinpost.com](https://redirect.example/a)
[^2]: [tidewire.com](https://redirect.example/b)
"""
    document = assign_roles(parse_article(page.encode(), ".md", "note.md").document)

    lines = analyse(document, date(2026, 6, 10)).watch_lines

    assert [line.span.of(document.text) for line in lines] == ["A ruling on the lease"]
