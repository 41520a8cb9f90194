from datetime import date
from pathlib import Path

import pytest
from libraries import PAGE, URL, omnivore

from briefreader.ingest.library.omnivore import is_omnivore, parse_omnivore
from briefreader.model.errors import UnreadableError


def test_articles_come_with_texts_highlights_and_labels(tmp_path: Path) -> None:
    assert is_omnivore(omnivore())
    (article,) = parse_omnivore(omnivore(), "export.zip")
    assert (article.url, article.html, article.byline) == (URL, PAGE, "A. Writer")
    assert (article.state, article.published_on) == ("archive", date(2026, 4, 13))
    assert [(note.quote, note.note, note.tags) for note in article.notes] == [
        ("cut its bill by 60%", "why?", ("q1",)),
        ("It rents halls.", "", ()),
        ("", "", ("chips",)),
    ]
    assert not (tmp_path.parent / "escaped.txt").exists()


def test_a_damaged_archive_is_named() -> None:
    data = omnivore()

    with pytest.raises(UnreadableError, match=r"export\.zip: the archive is damaged"):
        parse_omnivore(data[:60] + b"xxxx" + data[64:], "export.zip")
    assert not is_omnivore(b"PK")
