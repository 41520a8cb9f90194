"""What a page says of itself in JSON-LD, in the words of schema.org."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import unescape
from typing import Any

from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.dates import parse_date
from briefreader.ingest.head import Head
from briefreader.model.article import Origin

_ARTICLES = frozenset(
    """Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting Report TechArticle ScholarlyArticle
    OpinionNewsArticle BackgroundNewsArticle LiveBlogPosting SocialMediaPosting""".split()
)
_LARGEST = 500_000
_MOST_SCRIPTS = 20
_DEEPEST = 6
_LONGEST_NAME = 200
_Thing = Mapping[str, Any]


def read_json_ld(page: Any) -> Head:  # noqa: ANN401 - lxml ships no types
    """Return what the first article described in a page's JSON-LD says; nothing where there is none."""
    things = [thing for data in _scripts(page) for thing in _things(data, 0)]
    known = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    return next((_head(thing, known) for thing in things if _is_article(thing)), Head())


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


def _is_article(thing: _Thing) -> bool:
    kinds = thing.get("@type")
    return any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str))


def _head(thing: _Thing, known: Mapping[str, _Thing]) -> Head:
    based_on = _first(thing.get("isBasedOn"))
    url = clean_url(_text(based_on) or (_text(based_on.get("url")) if isinstance(based_on, dict) else ""))
    name = _name(based_on, known)
    authors = thing.get("author")
    names = [_name(one, known) or _words(one) for one in (authors if isinstance(authors, list) else [authors])]
    return Head(
        title=_words(thing.get("headline")) or None,
        publisher=_name(_first(thing.get("publisher")), known),
        byline=clean_line(", ".join(filter(None, names)), 200) or None,
        origin=Origin(name or (url or "").split("/")[2], url) if url else None,
        published_on=parse_date(_text(thing.get("datePublished"))),
    )


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
