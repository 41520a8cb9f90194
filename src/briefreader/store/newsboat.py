"""Read newsboat's cache, a database of another program."""

import sqlite3
from contextlib import closing
from pathlib import Path

from briefreader.model.errors import UnreadableError


def newsboat_items(path: Path, first: int, count: int) -> list[tuple[str, str, str, int, str, int]]:
    """Return so many articles from one on: title, author, address, time, content, and whether it is unread.

    Nothing in the file is run: its views and triggers are not trusted, and it is opened for reading only.

    Raises:
        UnreadableError: it is no cache of newsboat's.

    """
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            if connection.execute("SELECT type FROM sqlite_master WHERE name = 'rss_item'").fetchone() != ("table",):
                raise UnreadableError(str(path), "this is no cache of newsboat's")
            rows = connection.execute(
                """
                SELECT substr(CAST(title AS TEXT), 1, 1000), substr(CAST(author AS TEXT), 1, 1000),
                    substr(CAST(url AS TEXT), 1, 8000), CAST(pubDate AS INTEGER),
                    substr(CAST(content AS TEXT), 1, 200000), CAST(unread AS INTEGER)
                FROM rss_item WHERE deleted = 0 ORDER BY id LIMIT ? OFFSET ?
                """,
                [count, first],
            ).fetchall()
    except sqlite3.Error as error:
        raise UnreadableError(str(path), "this is no cache of newsboat's, or it is damaged") from error
    return [tuple(value if value is not None else "" for value in row) for row in rows]  # type: ignore[misc]  # as selected
