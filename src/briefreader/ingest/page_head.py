"""What a page says of itself where its readers do not look: who wrote it, when, and where it stands."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.dates import parse_date
from briefreader.ingest.head import Head
from briefreader.ingest.json_ld import read_json_ld

_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator")
_DATES = """article:published_time date pubdate publish-date publishdate parsely-pub-date sailthru.date
    dc.date.issued dcterms.issued dc.date dcterms.date""".split()
_MOST_AUTHORS = 5
_MOST_DATES = 5
_LONGEST_NAME = 60


def read_page_head(page: Any, base: str) -> Head:  # noqa: ANN401 - lxml ships no types
    """Return what a page says; ``base`` is its address, from which others count."""
    meta = _Meta(page)
    said = read_json_ld(page)
    headings = [clean_line(heading.text_content()) for heading in page.iter("h1")]
    shown = headings[0] if len(headings) == 1 else "".join(page.xpath("//title/text()"))
    title = said.title or meta.first("og:title") or clean_line(shown)
    return Head(
        title=title or None,
        publisher=meta.first("og:site_name") or said.publisher,
        byline=said.byline or _byline(page, meta),
        origin=said.origin,
        url=_canonical(page, meta, base),
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


def _canonical(page: Any, meta: _Meta, base: str) -> str | None:  # noqa: ANN401 - lxml ships no types
    named = [*page.xpath("//link[@rel='canonical']/@href"), *meta.all("og:url")]
    for url in named:
        try:
            address = clean_url(urljoin(base, url))
        except ValueError:
            continue
        if address and urlsplit(address).path.strip("/"):  # a home page is none
            return address
    return None


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
