import io
import zipfile
from datetime import date

import pytest
from libraries import PAGE, URL, omnivore

from briefreader.ingest.library.omnivore import is_omnivore, parse_omnivore
from briefreader.model.errors import UnreadableError


def test_articles_come_with_texts_highlights_and_labels() -> None:
    assert is_omnivore(omnivore())
    (article,) = parse_omnivore(omnivore(), "export.zip")
    assert (article.url, article.html, article.byline) == (URL, PAGE, "A. Writer")
    assert (article.state, article.published_on) == ("archive", date(2026, 4, 13))
    assert [(note.quote, note.note, note.tags) for note in article.notes] == [
        ("cut its bill by 60%", "why?", ("q1",)),
        ("It rents halls.", "", ()),
        ("", "", ("chips",)),
    ]


def test_a_damaged_archive_is_named() -> None:
    data = omnivore()

    with pytest.raises(UnreadableError, match=r"export\.zip: the archive is damaged"):
        parse_omnivore(data[:60] + b"xxxx" + data[64:], "export.zip")
    assert not is_omnivore(b"PK")


def test_an_archive_that_grows_too_much_is_refused_before_it_is_read() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("metadata_0_to_1.json", "[]")
        archive.writestr("content/a.html", bytes(50_000_000))

    with pytest.raises(UnreadableError, match="100 times larger"):
        parse_omnivore(made.getvalue(), "export.zip")
