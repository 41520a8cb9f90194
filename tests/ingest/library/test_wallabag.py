from datetime import date

from libraries import PAGE, URL, wallabag, wallabag_csv

from briefreader.ingest.library.wallabag import parse_wallabag, parse_wallabag_csv


def test_articles_come_with_texts_annotations_and_tags() -> None:
    (article,) = parse_wallabag(wallabag().decode(), "test")

    assert (article.url, article.html, article.byline) == (URL, PAGE, "A. Writer")
    assert (article.state, article.is_read, article.published_on) == ("archive", True, date(2026, 4, 13))
    assert [(note.quote, note.note, note.tags) for note in article.notes] == [
        ("cut its bill by 60%", "why?", ()),
        ("words that stand nowhere", "", ()),
        ("", "", ("chips",)),
    ]


def test_the_table_has_texts_and_tags() -> None:
    (article,) = parse_wallabag_csv(wallabag_csv().decode(), "test")

    assert (article.url, article.html, article.notes[0].tags) == (URL, PAGE, ("chips", "q1"))
