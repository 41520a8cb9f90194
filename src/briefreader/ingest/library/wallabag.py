"""Articles as wallabag exports them (JSON and CSV)."""

from collections.abc import Iterator, Mapping
from typing import Any

from briefreader.ingest.bounded_json import load_json
from briefreader.ingest.library.saved import (
    SavedArticle,
    SavedNote,
    moment,
    objects_of,
    rows_of,
    saved_note,
    text_at,
    texts_at,
)


def parse_wallabag(text: str, place: str) -> list[SavedArticle]:
    """Return the articles of a JSON export, with their annotations."""
    return [_article(one) for one in objects_of(load_json(text, place))]


def parse_wallabag_csv(text: str, _place: str) -> list[SavedArticle]:
    """Return the articles of a CSV export."""
    _, rows = rows_of(text)
    return [
        SavedArticle(
            title=row.get("Title", ""),
            url=row.get("URL") or None,
            html=row.get("Content", ""),
            notes=(saved_note("", "", row["Tags"].split(",")),) if row.get("Tags") else (),
        )
        for row in rows
    ]


def _article(one: Mapping[str, Any]) -> SavedArticle:
    authors = one.get("published_by")
    published = moment(one.get("published_at"))
    is_archived = one.get("is_archived") in (1, True)
    return SavedArticle(
        title=text_at(one, "title"),
        url=text_at(one, "url") or text_at(one, "given_url") or None,
        byline=", ".join(part for part in authors if isinstance(part, str)) if isinstance(authors, list) else None,
        published_on=published.date() if published else None,
        html=text_at(one, "content"),
        state="archive" if is_archived else "shortlist" if one.get("is_starred") in (1, True) else "inbox",
        is_read=is_archived,
        notes=tuple(_notes(one)),
    )


def _notes(one: Mapping[str, Any]) -> Iterator[SavedNote]:
    for note in objects_of(one.get("annotations")):
        yield saved_note(text_at(note, "quote"), text_at(note, "text"), (), moment(note.get("created_at")))
    if tags := texts_at(one, "tags"):
        yield saved_note("", "", tags)
