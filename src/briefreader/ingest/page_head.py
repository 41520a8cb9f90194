"""What a page says of itself where its readers do not look: who wrote it, when, and where it stands."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any
from urllib.parse import urljoin

from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.dates import parse_date
from briefreader.ingest.hidden import HIDDEN
from briefreader.ingest.html_parts import is_mark_of_a_place
from briefreader.ingest.json_ld import read_json_ld
from briefreader.ingest.labels import BYLINE, is_person
from briefreader.ingest.properties import day_of
from briefreader.ingest.readings import Head
from briefreader.ingest.titles import days_at_end
from briefreader.model.addresses import address_key
from briefreader.model.article import Origin

_AUTHORS = """author article:author parsely-author sailthru.author dc.creator dcterms.creator
    citation_author byl dc.contributor author_name twitter:data1""".split()
_DATES = """article:published_time og:published_time og:article:published_time datepublished
    date_published publishdate publish-date publish_date published_date publication_date publicationdate
    publication-date published pubdate pub_date parsely-pub-date sailthru.date citation_publication_date
    citation_online_date citation_date dc.date.issued dcterms.issued dcterms.created dc.date.created
    dc.date.published dc.issued iso-8601-publish-date article.published article:published
    article_date_original original-publish-date cxenseparse:recs:publishtime bt:pubdate
    rnews:datepublished sort_date displaydate date dc.date dcterms.date""".split()
_PUBLISHERS = ("publisher", "dc.publisher", "dcterms.publisher", "citation_journal_title", "article:publisher")
_SITE_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_SAVED = re.compile(r"saved from url=\(\d{1,5}\)(\S+)|saved with SingleFile\s+url:\s*(\S+)")
_BYLINES = " or ".join(
    [f"contains(concat(' ', @class, ' '), ' {name} ')" for name in ("byline", "author", "author-name")]
    + [f"contains(@class, '{name}')" for name in "byline__ byline- author__name article-author post-author".split()]
)
_SHOWN_AUTHORS = (
    ("//*[@itemprop='author']//*[@itemprop='name'] | //meta[@itemprop='author']", 0.75),
    ("//*[@itemprop='author'][not(.//*[@itemprop='name'])]", 0.7),
    ("//a[contains(concat(' ', @rel, ' '), ' author ')]", 0.7),
    (f"//*[{_BYLINES}]", 0.6),
)
_DAYS = " or ".join(
    f"contains(@class, '{name}')"
    for name in "publish post-date entry-date article-date article__date pubdate dateline timestamp".split()
)
_SHOWN_DATES = (
    ("//*[@itemprop='datePublished'] | //time[@pubdate]", 0.85),
    ("//time[contains(@class, 'publish') or contains(@class, 'entry-date')]", 0.75),
    ("//abbr[contains(@class, 'published') or contains(@class, 'updated') or contains(@class, 'date')]", 0.7),
    (f"//*[{_DAYS}]", 0.6),
    ("//h1/following::time[position() <= 2] | //header//time", 0.5),
    ("(//time[@datetime])[1]", 0.35),
)
_ASIDE = re.compile(
    r"related|recommend|comment|sidebar|most-?read|trending|teaser|card|promo|newsletter|widget|latest|more-",
    re.IGNORECASE,
)
_FEWEST_TITLE_WORDS = 3
_MOST_COMMENTS = 20
_MOST_AUTHORS = 5
_MOST_DATES = 5
_LONGEST_NAME = 60


def read_page_head(page: Any, base: str) -> Head:  # noqa: ANN401 - lxml ships no types
    """Return what a page says; ``base`` is its address where that is known, from which others count.

    A page that names one elsewhere as its own retells that one, which is then its origin.
    """
    head = Head()
    meta = _Meta(page)
    read_json_ld(page, head)
    url, origin = _place(page, meta, base)
    head.url(url, "page metadata", 0.95)
    head.origin(origin, "page metadata", 0.6)
    _read_titles(page, meta, head)
    for name in meta.all(*_SITE_NAMES):
        head.publisher(name if not clean_url(name) else None, "page metadata", 0.7)
    for name in meta.all(*_PUBLISHERS):
        head.publisher(name if not clean_url(name) else None, "page metadata", 0.75)
    head.byline(_of_meta(meta), "page metadata", 0.8)
    _read_bylines(page, head)
    _read_dates(page, meta, head)
    return head


def _read_titles(page: Any, meta: "_Meta", head: Head) -> None:  # noqa: ANN401 - lxml ships no types
    shown = page.xpath(f"//h1[not(ancestor-or-self::*[@{HIDDEN}])]")
    seen = [heading for heading in shown if not _leads_home(heading)]
    for name in [heading for heading in shown if _leads_home(heading)][:1]:
        head.publisher(name.text_content(), "page heading", 0.7)
    headings = [clean_line(_words_of_heading(heading)) for heading in seen]
    for heading in headings if len(headings) == 1 else ():
        is_title = days_at_end(heading) is None and len(heading.split()) >= _FEWEST_TITLE_WORDS
        head.title(heading, "page heading", 0.85 if is_title else 0.25)
    head.title(meta.first("og:title"), "page metadata", 0.8)
    head.title(meta.first("citation_title") or meta.first("dc.title"), "page metadata", 0.8)
    for title in page.xpath("//head/title")[:1] or page.xpath("//title")[:1]:
        head.title(title.text_content(), "page title", 0.75)


def _words_of_heading(heading: Any) -> str:  # noqa: ANN401 - lxml ships no types
    marks = {text for link in heading.iter("a") if is_mark_of_a_place(link) for text in link.xpath(".//text()")}
    return "".join(text for text in heading.itertext() if text not in marks)


def _leads_home(heading: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell a heading that is a link to the first page of its site, and so its name."""
    links = heading.findall(".//a[@href]")
    is_link = len(links) == 1 and clean_line(links[0].text_content()) == clean_line(heading.text_content())
    return is_link and re.fullmatch(r"(?:https?://[^/?#]+)?/?(?:index\.html?)?", links[0].get("href")) is not None


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


def _of_meta(meta: "_Meta") -> str | None:
    return _joined(name for name in meta.all(*_AUTHORS) if not re.match("https?:", name))


def _read_bylines(page: Any, head: Head) -> None:  # noqa: ANN401 - lxml ships no types
    """Note who is shown as the writer: by microdata, by links to writers, by the usual names of classes."""
    for path, sure in _SHOWN_AUTHORS:
        nodes = [node for node in page.xpath(path) if not _is_aside(node)][:_MOST_AUTHORS]
        names = [_person(node.get("content") or _shown(node)) for node in nodes]
        head.byline(_joined(name for name in names if name), "page metadata", sure)


def _person(words: str) -> str | None:
    """Return the names in the words of a by-line, without "By" and what follows them; None where there are none."""
    words = clean_line(words)
    if said := BYLINE.match(words):
        return said["name"]
    begin = re.split(r"\s*[|·•]\s*|\s{2,}", words)[0]
    return begin if is_person(begin) else None


def _shown(node: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """Return the text of an element, its parts apart."""
    return " ".join("  ".join(text.strip() for text in node.itertext() if text.strip()).split(" ")[:40])


def _joined(names: Iterable[str]) -> str | None:
    kept = dict.fromkeys(name for name in names if 0 < len(name) <= _LONGEST_NAME)
    return ", ".join([*kept][:_MOST_AUTHORS]) or None


def _is_aside(node: Any) -> bool:  # noqa: ANN401 - lxml ships no types
    """Tell what stands in a list of other articles, in comments or at the foot of the page."""
    return any(
        holder.tag in ("aside", "footer", "nav") or _ASIDE.search(f"{holder.get('class', '')} {holder.get('id', '')}")
        for holder in (node, *node.iterancestors())
        if holder.tag not in ("body", "html", "main", "article")
    )


def _read_dates(page: Any, meta: "_Meta", head: Head) -> None:  # noqa: ANN401 - lxml ships no types
    for number, day in enumerate(filter(None, map(parse_date, meta.all(*_DATES)))):
        head.date(day, "page metadata", 0.9 if number == 0 else 0.5)
        if number:
            break
    seen: set[date] = set()
    for path, sure in _SHOWN_DATES:
        for node in [node for node in page.xpath(path) if not _is_aside(node)][:_MOST_DATES]:
            said = [node.get("content"), node.get("datetime"), node.get("title"), clean_line(node.text_content()[:200])]
            shown = next(filter(None, (day_of(words) for words in said if words)), None)
            if shown and shown not in seen:
                head.date(shown, "page metadata", sure / (1 + len(seen)))
                seen.add(shown)
