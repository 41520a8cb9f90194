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
    with pytest.raises(UnreadableError, match="too large when unpacked"):
        parse_epub(book(one="<p>" + "x" * 25_000_000), "x.epub")


def test_no_file_of_this_machine_is_read() -> None:
    package = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + PACKAGE.replace("A Book", "A &x;")

    with suppress(UnreadableError):
        assert "root:" not in str(parse_epub(book(package=package), "x.epub"))


def test_page_numbers_are_left_out_and_notes_are_text() -> None:
    number, mark = '<span epub:type="pagebreak">12</span>', '<a epub:type="noteref" href="#n">1</a>'
    note = '<aside epub:type="footnote"><p>A count.</p></aside>'
    chapter = f"<html><body><p>Its emp{number}ty flats were 42{mark}.</p>{note}</body></html>"

    [article] = parse_articles(book(one=chapter), ".epub", "x.epub")

    assert article.document.text.split("\n\n") == ["Its empty flats were 42¹.", "A count.", "It fell."]
    assert {block.role for block in article.document.blocks} == {"body"}


def test_the_main_title_all_authors_and_the_first_edition_are_taken() -> None:
    said = """<dc:title id="s">Series 4</dc:title><meta refines="#s" property="title-type">collection</meta>
        <dc:title id="m">The Count</dc:title><meta refines="#m" property="title-type">main</meta>
        <dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ray</dc:creator>
        <dc:date opf:event="conversion">2026-05-01</dc:date><dc:date opf:event="publication">2026-04-06</dc:date>"""
    package = PACKAGE.replace("<dc:title>A Book</dc:title><dc:creator>Ann Lee</dc:creator>", said)

    [article] = parse_articles(book(package=package.replace("<dc:date>2026-05-01</dc:date>", "")), ".epub", "x.epub")

    assert (article.title, article.byline) == ("The Count", "Ann Lee, Bo Ray")
    assert str(article.published_on) == "2026-04-06"


def test_a_package_that_is_not_quite_xml_is_read() -> None:
    package = PACKAGE.replace("A Book", "Count & Co&nbsp;of Halden").replace('xmlns="http://www.idpf.org/2007/opf"', "")
    package = package.replace("one%20a.xhtml", "ONE%20a.xhtml")

    [article] = parse_articles(book(package=package), ".epub", "x.epub")

    assert article.title == "Count & Co of Halden"
    assert article.document.text.startswith("First")


def test_chapters_without_a_heading_have_the_one_of_the_contents() -> None:
    nav = """<html><body><nav><a href="two.xhtml#a">The Hill</a></nav></body></html>"""
    package = PACKAGE.replace("</manifest>", '<item id="n" href="one%20a.xhtml" properties="nav"/></manifest>')

    [article] = parse_articles(book(one=nav, package=package), ".epub", "x.epub")

    assert article.document.text.split("\n\n")[-2:] == ["The Hill", "It fell."]


def test_a_cover_outside_the_reading_order_is_left_out() -> None:
    package = PACKAGE.replace('<itemref idref="1"/>', '<itemref idref="1" linear="no"/>')

    [article] = parse_articles(book(one='<body><img alt="Cover"/></body>', package=package), ".epub", "x.epub")

    assert article.document.text == "It fell."


def test_a_locked_book_is_told() -> None:
    listed = '<encryption><x xmlns="urn:x"><CipherReference URI="OEBPS/two.xhtml"/></x></encryption>'
    data = io.BytesIO(book())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("META-INF/encryption.xml", listed)

    with pytest.raises(UnreadableError, match="copy-protected"):
        parse_articles(data.getvalue(), ".epub", "x.epub")


def test_a_missing_and_a_damaged_chapter_are_named_and_the_others_read() -> None:
    whole = book(two="<body><p>It fell.</p></body>")
    name = whole.index(b"two.xhtml") + len(b"two.xhtml")
    damaged = whole[:name] + bytes([whole[name] ^ 0xFF]) + whole[name + 1 :]

    article = parse_epub(damaged, "x.epub")

    assert article.document.text.split("\n\n") == ["First", "It rose by 5%."]
    assert article.not_read == (
        "the chapter ../../etc/passwd, which is not in the file",
        "the chapter 9, which is not in the file",
        "the chapter OEBPS/two.xhtml, which is damaged",
    )
