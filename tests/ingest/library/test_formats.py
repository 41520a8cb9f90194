from pathlib import Path

import pytest
from libraries import FILES

from briefreader.ingest.library.formats import parse_library, recognise
from briefreader.model.errors import UnreadableError
from briefreader.model.imports import IMPORTS


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_told_by_what_is_in_it(tmp_path: Path, name: str) -> None:
    format_, make = FILES[name]
    make(tmp_path / "file")

    assert recognise((tmp_path / "file").read_bytes()) == format_
    assert format_ in IMPORTS


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("<opml version='2.0'><body/></opml>", "opml"),
        ('{"id": "1", "table": "theses", "v": 1}\n', "jsonl"),
        ('{"@context": ["http://www.w3.org/ns/anno.jsonld"], "type": "AnnotationCollection"}', "web-annotation"),
        ("Highlight,Title,Author,URL,Note,Location,Date\n", "readwise"),
        ("# A title\n\nJust a text, and no library.", None),
        ("<html><title>Bookmarks</title></html>", None),
        ('{"a": 1}', None),
        ("a,b,c\n1,2,3\n", None),
        ("", None),
        ("PK no archive", None),
    ],
)
def test_other_files_are_told_or_not(text: str, format_: str | None) -> None:
    assert recognise(text.encode()) == format_


@pytest.mark.parametrize("name", ["hypothesis", "karakeep", "wallabag", "web-annotation", "readwise", "pocket"])
@pytest.mark.parametrize(
    "data", [b"", b"{", b"[" * 100_000, b'{"bookmarks": 3, "annotations": {"x": 1}}', b"\xff\0", b"<"]
)
def test_no_file_breaks_a_parser(name: str, data: bytes) -> None:
    try:
        found = parse_library(data, name, "file")
    except UnreadableError:
        return
    assert isinstance(found, list)
