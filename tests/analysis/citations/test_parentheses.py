from datetime import date

from briefreader.analysis.citations.parentheses import Entry, find_in_parentheses
from briefreader.analysis.dates.dates import DateContext

CONTEXT = DateContext(date(2026, 6, 10))


def test_an_entry_is_read_field_by_field() -> None:
    entry = Entry.read("Keefe, Bruyette & Woods, “Mid-caps, a note”, 3 March 2026", CONTEXT)

    assert entry is not None
    assert entry.name == "Keefe, Bruyette & Woods"
    assert entry.work == "“Mid-caps, a note”"
    assert entry.date is not None
    assert entry.date.last == date(2026, 3, 3)


def test_who_passes_a_source_on_is_kept() -> None:
    (citation,) = find_in_parentheses("It fell (Reuters via Yahoo Finance, 28 May 2026).", CONTEXT)

    assert (citation.source, citation.via) == ("Reuters", "Yahoo Finance")


def test_names_joined_by_and_are_two_sources() -> None:
    found = find_in_parentheses("It fell (Reuters and Bloomberg, 16 April).", CONTEXT)

    assert [citation.source for citation in found] == ["Reuters", "Bloomberg"]
