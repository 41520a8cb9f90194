"""Read EPUB books as they are zipped: nothing is unpacked to the disk, and no entry outside the archive is followed."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from briefreader.ingest.articles import build_article
from briefreader.ingest.clean import clean_line
from briefreader.ingest.dates import parse_date
from briefreader.ingest.decoding import decode
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.html import parse_html
from briefreader.ingest.page import parse_page
from briefreader.ingest.readings import Head
from briefreader.model.article import Article
from briefreader.model.errors import UnreadableError

LARGEST_BOOK = 100_000_000
_LARGEST_ENTRY = 20_000_000
_MOST_ENTRIES = 2_000
_SHORTEST = 20
"""What stands outside the reading order and has fewer letters is the frame of a cover."""
_BARE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)")
"""An ampersand alone, or before a name that only HTML knows."""
_NOTES = frozenset(["footnote", "endnote", "footnotes", "endnotes", "rearnote"])
_EVENTS = ("original-publication", "publication", "", "creation", "modification", "conversion")


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
        raise UnreadableError(place, "not a readable EPUB") from error
    if not any(draft.text or draft.rows for draft in drafts):
        raise UnreadableError(place, "contains no text")
    return replace(build_article(drafts, head), not_read=tuple(book.not_read))


class _Book:
    def __init__(self, archive: zipfile.ZipFile, place: str) -> None:
        self._archive = archive
        self._place = place
        self._left = LARGEST_BOOK
        self.not_read: list[str] = []
        """The chapters that could not be read, in words."""
        if len(archive.namelist()) > _MOST_ENTRIES:
            raise UnreadableError(place, f"more than {_MOST_ENTRIES:,} files in one book")
        self._names = {name.lower(): name for name in reversed(archive.namelist())}
        container = _xml(self._read("META-INF/container.xml"))
        self._at = next((root.get("full-path") or "" for root in _all(container, "rootfile")), "")
        self._package = _xml(self._read(self._at))
        self._locked = self._encrypted()

    def head(self) -> Head:
        """Return what the book says of itself: of several titles the main one, of several days the first edition's."""
        head = Head()
        titles = _all(self._package, "metadata//title")
        kinds = {meta.get("refines", "").lstrip("#"): (meta.text or "").strip() for meta in self._refined("title-type")}
        main = [title for title in titles if kinds.get(title.get("id") or "-", "main") == "main"] or titles
        head.title(next((_words(title) for title in main if _words(title)), None), "book", 0.95)
        creators = (_words(creator) for creator in _all(self._package, "metadata//creator"))
        head.byline(", ".join(dict.fromkeys(filter(None, creators))), "book", 0.95)
        for publisher in _all(self._package, "metadata//publisher")[:1]:
            head.publisher(_words(publisher), "book", 0.95)
        head.date(self._day(), "book", 0.9)
        return head

    def drafts(self) -> Iterator[DraftBlock]:
        """Yield the blocks of all chapters, each under its title; what is outside the reading order comes last."""
        items = {item.get("id"): item for item in _all(self._package, "manifest/item")}
        titles = self._titles([item for item in items.values() if item is not None])
        references = _all(self._package, "spine/itemref")
        self.not_read = [
            f"the chapter {_shown(item, ref)}, which is not in the file"
            for ref in references
            if self._name(item := items.get(ref.get("idref"))) is None
        ]
        names = [(ref.get("linear") == "no", self._name(items.get(ref.get("idref")))) for ref in references]
        if not names:
            names = [(False, self._name(item)) for item in items.values() if "xhtml" in (item.get("media-type") or "")]
        for is_aside, name in sorted(names, key=lambda one: one[0]):
            if name is None:
                continue
            if name.lower() in self._locked:
                raise UnreadableError(self._place, "this book is copy-protected (DRM)")
            try:
                chapter = self._read(name)
            except (zipfile.BadZipFile, zlib.error, EOFError):
                self.not_read.append(f"the chapter {clean_line(titles.get(name) or name, 80)}, which is damaged")
                continue
            yield from _chapter(decode(chapter), titles.get(name), is_aside=is_aside)

    def _titles(self, items: Sequence[Any]) -> dict[str, str]:
        """Return the titles of chapters as the contents have them, by the chapter's name."""
        found: dict[str, str] = {}
        for item in items:
            name = self._name(item)
            is_contents = "nav" in (item.get("properties") or "").split() or "ncx" in (item.get("media-type") or "")
            if not is_contents or name is None:
                continue
            contents = _xml(self._read(name))
            links = [(_words(link), link.get("href")) for link in contents.iterfind(".//{*}nav//{*}a")]
            for point in contents.iterfind(".//{*}navPoint"):
                label, target = point.find("{*}navLabel"), point.find("{*}content")
                if label is not None and target is not None:
                    links.append((_words(label), target.get("src")))
            for words, target in links:
                where = self._there((target or "").partition("#")[0], name)
                if where and words:
                    found.setdefault(where, words)
        return found

    def _day(self) -> date | None:
        days = {
            next(
                (value for key, value in one.attrib.items() if key.rpartition("}")[2].rpartition(":")[2] == "event"), ""
            ): (parse_date(_words(one)[:10]))
            for one in reversed(_all(self._package, "metadata//date"))
        }
        return next((day for event in _EVENTS if (day := days.get(event))), None)

    def _refined(self, name: str) -> list[Any]:
        return [meta for meta in _all(self._package, "metadata//meta") if meta.get("property") == name]

    def _encrypted(self) -> frozenset[str]:
        """Return the names of the files that a shop has locked; fonts are often scrambled, which locks no text."""
        if "meta-inf/encryption.xml" not in self._names:
            return frozenset()
        listed = _xml(self._read("META-INF/encryption.xml"))
        return frozenset(unquote(one.get("URI") or "").lower() for one in listed.iterfind(".//{*}CipherReference"))

    def _name(self, item: Any | None) -> str | None:  # noqa: ANN401 - lxml has no types
        return self._there(item.get("href") or "", self._at) if item is not None else None

    def _there(self, address: str, base: str) -> str | None:
        """Return the entry at an address that counts from another one, in whatever capitals; None without one."""
        name = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(address)))
        return name if name in self._archive.NameToInfo else self._names.get(name.lower())

    def _read(self, name: str) -> bytes:
        """Return an entry; what it says of its size is not believed."""
        with self._archive.open(self._names.get(name.lower(), name)) as entry:
            data = entry.read(min(_LARGEST_ENTRY, self._left) + 1)
        self._left -= len(data)
        if len(data) > _LARGEST_ENTRY or self._left < 0:
            raise UnreadableError(self._place, "too large when unpacked")
        return data


def _shown(item: Any | None, reference: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the name of a chapter that is not there: its file's, else the one that the reading order gives it."""
    named = item.get("href") if item is not None else reference.get("idref")
    return clean_line(named or "without a name", 80)


def _chapter(source: str, title: str | None, *, is_aside: bool) -> Iterator[DraftBlock]:
    """Yield the blocks of a chapter, under the title that the contents give it where it has none of its own."""
    drafts = parse_html(_without_page_numbers(source))
    words = "".join(draft.text for draft in drafts)
    if is_aside and len(words) < _SHORTEST:
        return
    if title and not any(draft.kind == "heading" for draft in drafts[:3]):
        yield DraftBlock(kind="heading", level=1, text=title)
    for draft in drafts:
        draft.role = "furniture" if is_aside else draft.role
        yield draft


def _without_page_numbers(source: str) -> str:
    """Return a chapter without the page numbers of the print edition; marks of notes are raised, notes are text."""
    if "epub:type" not in source and "doc-" not in source:
        return source
    page = parse_page(source)
    for node in page.xpath("//*[@*[name()='epub:type'] or @role]"):
        kinds = f"{node.get('epub:type') or ''} {node.get('role') or ''}".replace("doc-", "").split()
        if "pagebreak" in kinds:
            node.drop_tree()
        elif "noteref" in kinds and node.getparent() is not None and node.getparent().tag != "sup":
            node.tag = "sup"
        elif not _NOTES.isdisjoint(kinds):
            node.tag = "div"
    return str(html.tostring(page, encoding="unicode"))


def _all(tree: Any, path: str) -> list[Any]:  # noqa: ANN401 - lxml has no types
    """Return the elements at a path, whatever their namespace."""
    return list(tree.iterfind(".//" + re.sub(r"(\w+)", r"{*}\1", path)))


def _words(node: Any) -> str:  # noqa: ANN401 - lxml has no types
    return clean_line(unescape("".join(node.itertext())), 300)


def _xml(data: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    """Return the tree of XML, also where it is not quite XML.

    Raises:
        XMLSyntaxError: there is no element in it.

    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    tree = etree.fromstring(_BARE.sub(b"&amp;", data), parser)
    if tree is None:
        raise etree.XMLSyntaxError("no element", 0, 0, 0)
    return tree
