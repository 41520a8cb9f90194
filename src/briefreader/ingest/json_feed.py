"""Read JSON Feed 1.0 and 1.1."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urljoin

from briefreader.ingest.clean import LONGEST_URL, clean_body, clean_line
from briefreader.ingest.dates import parse_moment
from briefreader.model.errors import UnreadableError
from briefreader.model.feed import Enclosure, Entry, FeedDocument

_MOST_TAGS = 64


def is_json(data: bytes) -> bool:
    """Tell whether the data is an object of JSON, which no other kind of feed is."""
    return re.match(rb"(?:\xef\xbb\xbf)?\s*\{", data[:1000]) is not None


def parse_json_feed(data: bytes, place: str, most: int) -> FeedDocument:
    """Return what a JSON Feed says, at most so many entries; an entry that cannot be read is left out and noted.

    Raises:
        UnreadableError: it is no JSON, or no feed.

    """
    try:
        feed = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(place, f"not JSON: {clean_line(str(error), 120)}") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise UnreadableError(place, "not a feed: this JSON has no items")
    home = _address(feed, "home_page_url", place)
    read = [_entry(item, place, home or place) if isinstance(item, dict) else None for item in items[:most]]
    entries = tuple(entry for entry in read if entry)
    notes = [f"{len(read) - len(entries)} entries cannot be read"] if len(entries) < len(read) else []
    notes += [f"only the first {most:,} entries were read"] if len(items) > most else []
    return FeedDocument(title=_line(feed, "title"), url=home, entries=entries, notes=tuple(notes))


def _entry(item: Mapping[str, Any], place: str, home: str) -> Entry | None:
    html, text, summary = (_text(item, key) for key in ("content_html", "content_text", "summary"))
    guid, url = item.get("id"), _address(item, "url", place)
    if not (guid or html or text or summary or item.get("title")):
        return None
    moment = parse_moment(_text(item, "date_published")) or parse_moment(_text(item, "date_modified"))
    return Entry(
        guid=clean_line(str(guid), 2000) if isinstance(guid, str | int | float) and guid != "" else None,
        url=url or _address(item, "external_url", place),
        title=_line(item, "title"),
        byline=_byline(item),
        published_at=moment,
        published_on=moment and moment.date(),
        content=html or text or summary,
        base=url or home,
        content_type="html" if html else "text",
        is_summary=not (html or text),
        tags=tuple(clean_line(tag, 100) for tag in _listed(item, "tags", str)[:_MOST_TAGS]),
        enclosures=tuple(_enclosures(item)),
    )


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return clean_body(value) if isinstance(value, str) else ""


def _line(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return clean_line(value) or None if isinstance(value, str) else None


def _address(item: Mapping[str, Any], key: str, place: str) -> str | None:
    value = item.get(key)
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        return clean_line(urljoin(place, value.strip()), LONGEST_URL) or None
    except ValueError:
        return clean_line(value, LONGEST_URL) or None


def _listed(item: Mapping[str, Any], key: str, kind: type) -> Sequence[Any]:
    value = item.get(key)
    return [one for one in value if isinstance(one, kind)] if isinstance(value, list) else []


def _byline(item: Mapping[str, Any]) -> str | None:
    author = item.get("author")
    authors = _listed(item, "authors", dict) or ([author] if isinstance(author, dict) else [])
    return ", ".join(filter(None, (_line(one, "name") for one in authors))) or None


def _enclosures(item: Mapping[str, Any]) -> Iterator[Enclosure]:
    for one in _listed(item, "attachments", dict)[:_MOST_TAGS]:
        length = one.get("size_in_bytes")
        if isinstance(one.get("url"), str):
            known = length if isinstance(length, int) and length >= 0 else None
            yield Enclosure(clean_line(one["url"], 8192), _line(one, "mime_type") or "", known)
