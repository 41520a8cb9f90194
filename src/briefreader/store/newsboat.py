"""Read newsboat's cache, a database of another program."""

import sqlite3
from contextlib import closing

from briefreader.model.errors import UnreadableError
from briefreader.store.file_errors import FILE_ERRORS


def newsboat_items(data: bytes, place: str, first: int, count: int) -> list[tuple[str, str, str, int, str, int]]:
    """Return so many articles from one on: title, author, address, time, content, and whether it is unread.

    Nothing in the file is run: its views and triggers are not trusted, and it is read from memory.

    Raises:
        UnreadableError: it is no cache of newsboat's.

    """
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(_without_journal(data))
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            if connection.execute("SELECT type FROM sqlite_master WHERE name = 'rss_item'").fetchone() != ("table",):
                raise UnreadableError(place, "this is not a newsboat cache")
            rows = connection.execute(
                """
                SELECT substr(CAST(title AS TEXT), 1, 1000), substr(CAST(author AS TEXT), 1, 1000),
                    substr(CAST(url AS TEXT), 1, 8000), CAST(pubDate AS INTEGER),
                    substr(CAST(content AS TEXT), 1, 200000), CAST(unread AS INTEGER)
                FROM rss_item WHERE deleted = 0 ORDER BY id LIMIT ? OFFSET ?
                """,
                [count, first],
            ).fetchall()
    except FILE_ERRORS as error:
        raise UnreadableError(place, "this is not a newsboat cache, or it is damaged") from error
    return [tuple(value if value is not None else "" for value in row) for row in rows]  # type: ignore[misc]  # as selected


def _without_journal(data: bytes) -> bytes:
    """Return a database whose header does not ask for a write-ahead log, which memory has not."""
    return data[:18] + b"\1\1" + data[20:]
