"""Hostile archives and PDF files; bombs are packed when the tests run."""

import gzip
import io
import zipfile
import zlib
from functools import cache

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PACKAGE = (
    '{before}<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></metadata>'
    '<manifest><item id="one" href="{chapter}" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="one"/></spine></package>'
)
ONE_PAGE = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[KID 0 R]/Count 1>>endobj\n"


def book(entries: dict[str, bytes], *, chapter: str = "one.xhtml", before: str = "", title: str = "t") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("book.opf", PACKAGE.format(before=before, title=title, chapter=chapter))
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            if data == b"/etc/passwd":
                entry.external_attr = 0o120777 << 16
            archive.writestr(entry, data)
    return made.getvalue()


@cache
def packed() -> dict[str, bytes]:
    once = gzip.compress(b"\0" * 60_000_000, mtime=0)
    entity = '<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return {
        "zip/bomb.gz": once,
        "zip/double_bomb.gz": gzip.compress(once, mtime=0),
        "zip/bomb.epub": book({"one.xhtml": b" " * 40_000_000}),
        "zip/traversal.epub": book({"../../PWNED_ZIP": b"x"}, chapter="../../../etc/passwd"),
        "zip/symlink.epub": book({"one.xhtml": b"/etc/passwd"}),
        "zip/entity.epub": book({"one.xhtml": b"<p>x</p>"}, before=entity, title="&x;"),
        "zip/entries.epub": book({f"e{number}": b"" for number in range(3_000)}),
    }


@cache
def pdf() -> dict[str, bytes]:
    stream = zlib.compress(b"\0" * 50_000_000)
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    contents = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream endobj\n" % (len(stream), stream)
    end = b"trailer<</Root 1 0 R>>\n%%EOF"
    return {
        "pdf/loop.pdf": ONE_PAGE.replace(b"KID", b"2") + end,
        "pdf/bomb.pdf": ONE_PAGE.replace(b"KID", b"3") + page + contents + end,
    }
