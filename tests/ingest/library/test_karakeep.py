from libraries import URL, karakeep

from briefreader.ingest.library.karakeep import parse_karakeep


def test_links_and_texts_come_and_what_is_neither_says_nothing() -> None:
    link, text, bad = parse_karakeep(karakeep().decode(), "test")

    assert (link.url, link.state, link.is_read) == (URL, "archive", True)
    assert (link.notes[0].note, link.notes[0].tags) == ("look again", ("chips", "q1"))
    assert "&lt;img" in text.html
    assert (bad.url, bad.notes) == ("javascript:alert(1)", ())
