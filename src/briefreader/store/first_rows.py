"""The top of the inbox, read with nothing but SQLite: for the first frame, before anything else is loaded."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from briefreader.store.schema import distrust, is_known
from briefreader.store.version import SCHEMA_VERSION


def read_first_rows(path: Path, today: date, most: int) -> list[tuple[Any, ...]] | None:
    """Return the newest articles of the inbox; None when the store has to be made, changed or mended first.

    Each is title, opening, publisher, origin, day, whether it is read, words, claims, progress, notes and how many
    other articles are about the same event.
    """
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(path, timeout=0.05)) as connection:
            distrust(connection)
            if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION or not is_known(connection):
                return None
            return connection.execute(
                """
                SELECT title, opening, publisher, origin_name, published_on, is_read, words, claims, progress,
                    (SELECT count(*) FROM annotations WHERE annotations.article_id = articles.id),
                    (SELECT count(*) - 1 FROM articles AS o WHERE o.story = articles.story AND o.state <> 'trash')
                FROM articles WHERE state = 'inbox' AND (snoozed_until IS NULL OR snoozed_until <= :today)
                AND (story IS NULL OR NOT EXISTS (
                    SELECT 1 FROM articles AS newer WHERE newer.story = articles.story AND newer.state = 'inbox'
                    AND (newer.snoozed_until IS NULL OR newer.snoozed_until <= :today)
                    AND (newer.sort_at, newer.key) > (articles.sort_at, articles.key)
                ))
                ORDER BY sort_at DESC, key DESC LIMIT :most
                """,
                {"today": today.isoformat(), "most": most},
            ).fetchall()
    except sqlite3.Error:
        return None
