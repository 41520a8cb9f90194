"""What a page says of itself in JSON-LD, in the words of schema.org."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import unescape
from typing import Any

from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.dates import parse_date
from briefreader.ingest.readings import Head
from briefreader.model.article import Origin

_ARTICLES = frozenset(
    """Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting Report TechArticle ScholarlyArticle
    OpinionNewsArticle BackgroundNewsArticle LiveBlogPosting SocialMediaPosting""".split()
)
_PAGES = frozenset("WebPage ItemPage Product VideoObject Event Recipe Review Course Dataset PodcastEpisode".split())
_SITES = frozenset("WebSite NewsMediaOrganization".split())
_LARGEST = 500_000
_MOST_SCRIPTS = 20
_DEEPEST = 6
_LONGEST_NAME = 200
_Thing = Mapping[str, Any]


def read_json_ld(page: Any, head: Head) -> None:  # noqa: ANN401 - lxml ships no types
    """Note what the first article described in a page's JSON-LD says; of a page of another kind, its day and site."""
    things = [thing for data in _scripts(page) for thing in _things(data, 0)]
    known = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    article = next((thing for thing in things if _is_a(thing, _ARTICLES)), None)
    if article:
        _note(article, known, head)
        return
    for thing in things:
        if _is_a(thing, _PAGES):
            head.date(parse_date(_text(thing.get("datePublished"))), "page metadata", 0.7)
        if _is_a(thing, _SITES):
            head.publisher(_words(thing.get("name")), "page metadata", 0.6)


def _scripts(page: Any) -> Iterator[object]:  # noqa: ANN401 - lxml ships no types
    for script in page.xpath("//script[@type='application/ld+json']")[:_MOST_SCRIPTS]:
        with suppress(ValueError, RecursionError):
            yield json.loads((script.text or "")[:_LARGEST])


def _things(data: object, depth: int) -> Iterator[_Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _things(one, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"), depth + 1)


def _is_a(thing: _Thing, wanted: frozenset[str]) -> bool:
    kinds = thing.get("@type")
    return any(kind in wanted for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str))


def _note(thing: _Thing, known: Mapping[str, _Thing], head: Head) -> None:
    based_on = _first(thing.get("isBasedOn"))
    url = clean_url(_text(based_on) or (_text(based_on.get("url")) if isinstance(based_on, dict) else ""))
    name = _name(based_on, known)
    authors = thing.get("author")
    names = [_name(one, known) or _words(one) for one in (authors if isinstance(authors, list) else [authors])]
    names = [name for name in names if name and not re.match("https?:", name)]
    head.title(_words(thing.get("headline")), "page metadata", 0.85)
    head.publisher(_name(_first(thing.get("publisher")), known), "page metadata", 0.8)
    head.byline(", ".join(dict.fromkeys(names)), "page metadata", 0.9)
    head.origin(Origin(name or (url or "").split("/")[2], url) if url else None, "page metadata", 0.9)
    head.date(parse_date(_text(thing.get("datePublished"))), "page metadata", 0.95)


def _first(value: object) -> Any:  # noqa: ANN401 - JSON of any kind
    return value[0] if isinstance(value, list) and value else value


def _name(value: object, known: Mapping[str, _Thing]) -> str | None:
    """Return the name of a thing, which may stand elsewhere in the page under its id."""
    if not isinstance(value, dict):
        return None
    described = known.get(_text(value.get("@id")), {})
    return _words(value.get("name") or described.get("name"))[:_LONGEST_NAME] or None


def _words(value: object) -> str:
    """Return a text without the references of HTML, which many write into JSON."""
    return clean_line(unescape(_text(value)))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
