"""The top of the inbox for the first frame: loads no more than it needs."""

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

from briefreader.store.first_rows import read_first_rows


class FeedRow(NamedTuple):
    """What a row of the feed says; dataclasses would take 7 ms before the first frame."""

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
    others: tuple[str | None, ...]
    """The publishers of the other articles that the row stands for; None where none is known."""


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
            others=tuple(json.loads(others)),
        )
        for title, opening, publisher, origin, day, is_read, words, claims, progress, notes, others in rows
    ]
