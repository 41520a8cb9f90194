"""Bookmarks as karakeep (Hoarder) exports them (JSON)."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from briefreader.ingest.bounded_json import load_json
from briefreader.ingest.library.saved import (
    SavedArticle,
    SavedNote,
    moment,
    objects_of,
    saved_note,
    text_at,
    texts_at,
)


def parse_karakeep(text: str, place: str) -> list[SavedArticle]:
    """Return the links and texts; files of other kinds are not in the export."""
    told = load_json(text, place)
    return [_article(one) for one in objects_of(told.get("bookmarks") if isinstance(told, dict) else None)]


def _article(one: Mapping[str, Any]) -> SavedArticle:
    content = one.get("content")
    content = content if isinstance(content, dict) else {}
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text_at(content, "text").split("\n\n") if part.strip())
    is_archived = one.get("archived") is True
    return SavedArticle(
        title=text_at(one, "title"),
        url=text_at(content, "url") or None,
        html=paragraphs,
        state="archive" if is_archived else "inbox",
        is_read=is_archived,
        notes=tuple(_notes(one)),
    )


def _notes(one: Mapping[str, Any]) -> Iterator[SavedNote]:
    if text_at(one, "note") or texts_at(one, "tags"):
        yield saved_note("", text_at(one, "note"), texts_at(one, "tags"), moment(one.get("createdAt")))
