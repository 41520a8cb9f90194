"""What a page says of itself where its readers do not look: who wrote it, when, and where it stands."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import urljoin

from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.dates import parse_date
from briefreader.ingest.head import Head
from briefreader.ingest.hidden import HIDDEN
from briefreader.ingest.json_ld import read_json_ld
from briefreader.model.addresses import address_key
from briefreader.model.article import Origin

_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator")
_DATES = """article:published_time date pubdate publish-date publishdate parsely-pub-date sailthru.date
    dc.date.issued dcterms.issued dc.date dcterms.date""".split()
_SAVED = re.compile(r"saved from url=\(\d{1,5}\)(\S+)|saved with SingleFile\s+url:\s*(\S+)")
_MOST_COMMENTS = 20
_MOST_AUTHORS = 5
_MOST_DATES = 5
_LONGEST_NAME = 60


def read_page_head(page: Any, base: str) -> Head:  # noqa: ANN401 - lxml ships no types
    """Return what a page says; ``base`` is its address where that is known, from which others count.

    A page that names one elsewhere as its own retells that one, which is then its origin.
    """
    meta = _Meta(page)
    said = read_json_ld(page)
    url, origin = _place(page, meta, base)
    seen = page.xpath(f"//h1[not(ancestor-or-self::*[@{HIDDEN}])]")
    headings = [clean_line(heading.text_content()) for heading in seen]
    shown = headings[0] if len(headings) == 1 else "".join(page.xpath("//title/text()"))
    title = said.title or meta.first("og:title") or clean_line(shown)
    return Head(
        title=title or None,
        publisher=meta.first("og:site_name") or said.publisher,
        byline=said.byline or _byline(page, meta),
        origin=said.origin or origin,
        url=url,
        published_on=said.published_on or next(filter(None, map(parse_date, _dates(page, meta))), None),
    )


class _Meta:
    """What the ``meta`` elements of a page say, by name in lower case."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 - lxml ships no types
        self._said: dict[str, list[str]] = {}
        for tag in page.iter("meta"):
            name = (tag.get("property") or tag.get("name") or "").lower()
            self._said.setdefault(name, []).append(clean_line(tag.get("content") or ""))

    def all(self, *names: str) -> Iterator[str]:
        """Yield what is said under these names, those of the first name first."""
        for name in names:
            yield from filter(None, self._said.get(name, []))

    def first(self, name: str) -> str | None:
        return next(self.all(name), None)


def _place(page: Any, meta: _Meta, base: str) -> tuple[str | None, Origin | None]:  # noqa: ANN401 - lxml ships no types
    """Return where a page stands, and the page that it retells."""
    named = _address([*page.xpath("//link[@rel='canonical']/@href"), *meta.all("og:url")], base)
    own = _address([base, *_saved_from(page), *meta.all("og:url")], base)
    if named and own and are_apart(site_of(named), site_of(own)):
        return own, Origin(site_of(named), named)
    return named or own, None


def _address(urls: Iterable[str], base: str) -> str | None:
    """Return the first of these that is the address of a page; a home page is none."""
    for url in urls:
        with suppress(ValueError):
            address = clean_url(urljoin(base, url))
            if address and site_of(address) != address_key(address):
                return address
    return None


def _saved_from(page: Any) -> Iterator[str]:  # noqa: ANN401 - lxml ships no types
    """Yield where a browser says that it has saved the page from."""
    for comment in page.getroottree().xpath("//comment()")[:_MOST_COMMENTS]:
        if found := _SAVED.search(comment.text or ""):
            yield found[1] or found[2]


def site_of(url: str) -> str:
    """Return the host and port of an address, without what differs without a difference."""
    return re.split("[/?#]", address_key(url) or "")[0]


def are_apart(one: str, other: str) -> bool:
    """Tell whether neither of two sites is a part of the other."""
    return not f".{one}".endswith(f".{other}") and not f".{other}".endswith(f".{one}")


def _byline(page: Any, meta: _Meta) -> str | None:  # noqa: ANN401 - lxml ships no types
    names = [name for name in meta.all(*_AUTHORS) if not re.match("https?:", name)]
    shown = page.xpath("//a[contains(concat(' ', @rel, ' '), ' author ')] | //*[@itemprop='author']")
    names = names or [clean_line(node.get("content") or node.text_content()) for node in shown[:_MOST_AUTHORS]]
    kept = dict.fromkeys(name for name in names if 0 < len(name) <= _LONGEST_NAME)
    return ", ".join([*kept][:_MOST_AUTHORS]) or None


def _dates(page: Any, meta: _Meta) -> Iterator[str]:  # noqa: ANN401 - lxml ships no types
    yield from meta.all(*_DATES)
    for node in page.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")[:_MOST_DATES]:
        yield node.get("content") or node.get("datetime") or node.text_content()
    yield from page.xpath("//time/@datetime")[:1]
