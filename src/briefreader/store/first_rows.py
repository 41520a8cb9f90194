"""The top of the inbox, read with nothing but SQLite: for the first frame, before anything else is loaded."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

from briefreader.store.file_errors import FILE_ERRORS
from briefreader.store.version import SCHEMA_VERSION

_MOST_S = 0.2
_LONGEST_VALUE = 4 * 2**20
"""In bytes: a generated column may compute any value, in one step that no time limit ends."""
_STEPS_BETWEEN_LOOKS = 10_000
_ARE_TABLES = """
    SELECT count(*) FROM sqlite_master
    WHERE name IN ('articles', 'annotations') AND type = 'table' AND sql LIKE 'CREATE TABLE%'
"""
"""A view or a virtual table could do anything, for any time."""

_FIRST_ROWS = """
    SELECT title, opening, publisher, origin_name, published_on, is_read, words, claims, progress,
        (SELECT count(*) FROM annotations WHERE annotations.article_id = articles.id),
        (SELECT json_group_array(publisher) FROM (
            SELECT coalesce(other.publisher, other.origin_name) AS publisher FROM articles AS other
            WHERE other.story = articles.story AND other.state = 'inbox' AND other.key <> articles.key
            AND (other.snoozed_until IS NULL OR other.snoozed_until <= :today)
            ORDER BY other.sort_at DESC, other.key DESC
        ))
    FROM articles WHERE state = 'inbox' AND (snoozed_until IS NULL OR snoozed_until <= :today)
    AND (story IS NULL OR NOT EXISTS (
        SELECT 1 FROM articles AS newer WHERE newer.story = articles.story AND newer.state = 'inbox'
        AND (newer.snoozed_until IS NULL OR newer.snoozed_until <= :today)
        AND (newer.sort_at, newer.key) > (articles.sort_at, articles.key)
    ))
    ORDER BY sort_at DESC, key DESC LIMIT :most
"""


def read_first_rows(path: Path, today: date, most: int) -> list[tuple[Any, ...]] | None:
    """Return the newest articles of the inbox; None when the store has to be made, changed or mended first.

    Each is title, opening, publisher, origin, day, whether it is read, words, claims, progress, notes and, as JSON, the
    publishers of the other articles of its story that the row stands for.
    """
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(path, timeout=0.05)) as connection:
            connection.execute("PRAGMA cell_size_check = ON")
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
            until = monotonic() + _MOST_S  # the schema has not been checked yet, which would delay the first frame
            connection.set_progress_handler(lambda: monotonic() > until, _STEPS_BETWEEN_LOOKS)
            if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
                return None
            if connection.execute(_ARE_TABLES).fetchone()[0] < len(("articles", "annotations")):
                return None
            return connection.execute(
                _FIRST_ROWS,
                {"today": today.isoformat(), "most": most},
            ).fetchall()
    except FILE_ERRORS:
        return None
