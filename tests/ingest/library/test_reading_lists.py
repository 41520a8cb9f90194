import pytest
from libraries import URL, instapaper_csv, instapaper_html, pocket_csv, pocket_html

from briefreader.ingest.library.reading_lists import parse_instapaper_csv, parse_links_page, parse_pocket_csv
from briefreader.model.errors import UnreadableError


def test_pocket_in_a_table() -> None:
    archived, unread, evil = parse_pocket_csv(pocket_csv().decode(), "test")

    assert (archived.url, archived.title, archived.state) == (URL, "Halden", "archive")
    assert archived.notes[0].tags == ("chips", "q1")
    assert (unread.title, unread.state, unread.notes) == ("", "inbox", ())
    assert evil.url == "javascript:alert(1)"  # refused where articles are made


def test_pocket_in_a_page() -> None:
    unread, archived, _ = parse_links_page(pocket_html().decode(), "test")

    assert (unread.title, unread.state) == ("B & more", "inbox")
    assert (archived.url, archived.state, archived.notes[0].tags) == (URL, "archive", ("chips", "q1"))


def test_instapaper_in_a_table_and_in_a_page() -> None:
    first, second = parse_instapaper_csv(instapaper_csv().decode(), "test")
    unread, archived = parse_links_page(instapaper_html().decode(), "test")

    assert (first.notes[0].quote, first.notes[0].tags, first.state) == ("cut its bill by 60%", ("chips",), "archive")
    assert second.state == "shortlist"
    assert [(one.url, one.state) for one in (unread, archived)] == [("https://b.example/x", "inbox"), (URL, "archive")]


def test_a_page_with_nothing_in_it_is_named() -> None:
    with pytest.raises(UnreadableError):
        parse_links_page("", "test")
