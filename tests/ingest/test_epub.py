import io
import zipfile
from contextlib import suppress

import pytest

from briefreader.ingest.epub import parse_epub
from briefreader.ingest.files import parse_articles
from briefreader.model.errors import UnreadableError

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
    <rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
    <dc:title>A Book</dc:title><dc:creator>Ann Lee</dc:creator><dc:date>2026-05-01</dc:date></metadata>
    <manifest><item id="2" href="two.xhtml"/><item id="1" href="one%20a.xhtml"/><item id="3" href="../../etc/passwd"/>
    </manifest><spine><itemref idref="1"/><itemref idref="2"/><itemref idref="3"/><itemref idref="9"/></spine>
    </package>"""


def book(**files: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", files.get("container", CONTAINER))
        archive.writestr("OEBPS/book.opf", files.get("package", PACKAGE))
        archive.writestr("OEBPS/one a.xhtml", files.get("one", "<body><h1>First</h1><p>It rose by 5%.</p></body>"))
        archive.writestr("OEBPS/two.xhtml", "<body><p>It fell.</p></body>")
    return data.getvalue()


def test_chapters_come_in_the_order_of_the_book() -> None:
    [article] = parse_articles(book(), "", "standard input")

    assert (article.title, article.byline, str(article.published_on)) == ("A Book", "Ann Lee", "2026-05-01")
    assert article.document.text.split("\n\n") == ["First", "It rose by 5%.", "It fell."]


def test_no_part_of_a_chapter_is_furniture() -> None:
    chapter = """<html><head><title>1</title></head><body><section><h1>Chapter One</h1><p>A short epigraph.</p>
        </section><section><p>It rose by 5% in May, which is what this long chapter of a book is about.</p></section>"""

    [article] = parse_articles(book(one=chapter), ".epub", "x.epub")

    assert [block.role for block in article.document.blocks] == ["body"] * 4


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", book(container="<x/>"), book(package="no xml")])
def test_what_is_no_book_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"x\.epub"):
        parse_epub(data, "x.epub")


def test_a_bomb_ends_at_the_limit() -> None:
    with pytest.raises(UnreadableError, match="unpacks to more"):
        parse_epub(book(one="<p>" + "x" * 25_000_000), "x.epub")


def test_no_file_of_this_machine_is_read() -> None:
    package = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + PACKAGE.replace("A Book", "A &x;")

    with suppress(UnreadableError):
        assert "root:" not in str(parse_epub(book(package=package), "x.epub"))
