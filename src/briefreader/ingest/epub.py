"""Read EPUB books as they are zipped: nothing is unpacked to the disk, and no entry outside the archive is followed."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from lxml import etree

from briefreader.ingest.articles import build_article
from briefreader.ingest.clean import clean_line
from briefreader.ingest.dates import parse_date
from briefreader.ingest.decoding import decode
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.html import parse_html
from briefreader.ingest.readings import Head
from briefreader.model.article import Article
from briefreader.model.errors import UnreadableError

LARGEST_BOOK = 100_000_000
_LARGEST_ENTRY = 20_000_000
_MOST_ENTRIES = 2_000
_NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
}


def parse_epub(data: bytes, place: str) -> Article:
    """Return a book as one article, its chapters in their order.

    Raises:
        UnreadableError: it is no EPUB, or breaks a limit.

    """
    if len(data) > LARGEST_BOOK:
        raise UnreadableError(place, f"larger than {LARGEST_BOOK // 1_000_000} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            book = _Book(archive, place)
            drafts = list(book.drafts())
            head = book.head()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError, EOFError, etree.XMLSyntaxError) as error:
        raise UnreadableError(place, "this is no EPUB that can be read") from error
    if not any(draft.text or draft.rows for draft in drafts):
        raise UnreadableError(place, "there is no text in it")
    return build_article(drafts, head)


class _Book:
    def __init__(self, archive: zipfile.ZipFile, place: str) -> None:
        self._archive = archive
        self._place = place
        self._left = LARGEST_BOOK
        if len(archive.namelist()) > _MOST_ENTRIES:
            raise UnreadableError(place, f"more than {_MOST_ENTRIES:,} files in one book")
        container = _xml(self._read("META-INF/container.xml"))
        self._at = str(container.xpath("string(//c:rootfile/@full-path)", namespaces=_NAMES))
        self._package = _xml(self._read(self._at))

    def head(self) -> Head:
        """Return what the book says of itself."""
        head = Head()
        head.title(self._said("title"), "book", 0.95)
        head.byline(self._said("creator"), "book", 0.95)
        head.publisher(self._said("publisher"), "book", 0.95)
        head.date(parse_date((self._said("date") or "")[:10]), "book", 0.9)
        return head

    def drafts(self) -> Iterator[DraftBlock]:
        """Yield the blocks of all chapters."""
        places = {item.get("id"): item.get("href") for item in self._package.iterfind(".//o:manifest/o:item", _NAMES)}
        for reference in self._package.iterfind(".//o:spine/o:itemref", _NAMES):
            name = posixpath.normpath(
                posixpath.join(posixpath.dirname(self._at), unquote(places.get(reference.get("idref")) or ""))
            )
            if name in self._archive.NameToInfo:
                yield from parse_html(decode(self._read(name)))

    def _said(self, name: str) -> str | None:
        return clean_line(str(self._package.xpath(f"string(//d:{name}[1])", namespaces=_NAMES)), 300) or None

    def _read(self, name: str) -> bytes:
        """Return an entry; what it says of its size is not believed."""
        with self._archive.open(name) as entry:
            data = entry.read(min(_LARGEST_ENTRY, self._left) + 1)
        self._left -= len(data)
        if len(data) > _LARGEST_ENTRY or self._left < 0:
            raise UnreadableError(self._place, "it unpacks to more than is read")
        return data


def _xml(data: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)
