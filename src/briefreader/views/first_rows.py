"""The top of the inbox for the first frame: loads no more than it needs."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefreader.store.first_rows import read_first_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """What a row of the feed says."""

    title: str | None
    opening: str
    publisher: str | None
    origin_name: str | None
    published_on: date | None
    is_read: bool
    words: int
    claims: int
    progress: float
    notes: int
    similar: int


def first_rows(path: Path, today: date, most: int) -> list[FeedRow] | None:
    """Return the newest articles of the inbox; None when the store has to be made, changed or mended first."""
    rows = read_first_rows(path, today, most)
    if rows is None:
        return None
    return [
        FeedRow(
            title=title,
            opening=opening,
            publisher=publisher,
            origin_name=origin,
            published_on=date.fromisoformat(day) if day else None,
            is_read=bool(is_read),
            words=words,
            claims=claims,
            progress=progress,
            notes=notes,
            similar=max(0, similar),
        )
        for title, opening, publisher, origin, day, is_read, words, claims, progress, notes, similar in rows
    ]
