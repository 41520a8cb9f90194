from datetime import date
from pathlib import Path

import pytest
from libraries import PAGE, URL, omnivore

from briefreader.ingest.library.omnivore import is_omnivore, parse_omnivore
from briefreader.model.errors import UnreadableError


def test_articles_come_with_texts_highlights_and_labels(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(omnivore())

    assert is_omnivore(path)
    (article,) = parse_omnivore(path)
    assert (article.url, article.html, article.byline) == (URL, PAGE, "A. Writer")
    assert (article.state, article.published_on) == ("archive", date(2026, 4, 13))
    assert [(note.quote, note.note, note.tags) for note in article.notes] == [
        ("cut its bill by 60%", "why?", ("q1",)),
        ("It rents halls.", "", ()),
        ("", "", ("chips",)),
    ]
    assert not (tmp_path.parent / "escaped.txt").exists()


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    data = omnivore()
    path.write_bytes(data[:60] + b"xxxx" + data[64:])

    with pytest.raises(UnreadableError, match="damaged"):
        parse_omnivore(path)
    path.write_bytes(b"PK")
    assert not is_omnivore(path)
