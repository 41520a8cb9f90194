"""What a page says of itself in JSON-LD, in the words of schema.org."""

import json
from collections.abc import Iterator, Mapping
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


def read_json_ld(page: Any) -> Head:  # noqa: ANN401 - lxml ships no types
    """Return what the first article described in a page's JSON-LD says; nothing where there is none."""
    for script in page.xpath("//script[@type='application/ld+json']")[:_MOST_SCRIPTS]:
        try:
            data = json.loads((script.text or "")[:_LARGEST])
        except (ValueError, RecursionError):
            continue
        for thing in _things(data, 0):
            return _head(thing)
    return Head()


def _things(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _things(one, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if _ARTICLES & set(filter(lambda kind: isinstance(kind, str), kinds if isinstance(kinds, list) else [kinds])):
            yield data
        yield from _things(data.get("@graph"), depth + 1)


def _head(thing: Mapping[str, Any]) -> Head:
    based_on = _first(thing.get("isBasedOn"))
    url = clean_url(_text(based_on) or (_text(based_on.get("url")) if isinstance(based_on, dict) else ""))
    name = _name(based_on) if isinstance(based_on, dict) else None
    authors = thing.get("author")
    names = [_name(one) or _text(one) for one in (authors if isinstance(authors, list) else [authors])]
    return Head(
        title=clean_line(_text(thing.get("headline"))) or None,
        publisher=_name(_first(thing.get("publisher"))),
        byline=clean_line(", ".join(filter(None, names)), 200) or None,
        origin=Origin(name or (url or "").split("/")[2], url) if url else None,
        published_on=parse_date(_text(thing.get("datePublished"))),
    )


def _first(value: object) -> Any:  # noqa: ANN401 - JSON of any kind
    return value[0] if isinstance(value, list) and value else value


def _name(value: object) -> str | None:
    return clean_line(_text(value.get("name")), 200) or None if isinstance(value, dict) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
