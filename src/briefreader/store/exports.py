"""Which files were written for other programs, so that a file that a person has changed is known."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportTable:
    """Remembers the last bytes written under each name; of no use to the reader, so that nothing of it is undone."""

    _connection: sqlite3.Connection

    @contextmanager
    def writing(self, path: str, sha256: str) -> Iterator[None]:
        """Remember what is going to be written beside what was written before, as a power cut may leave either."""
        if self._connection.execute("PRAGMA query_only").fetchone()[0]:
            yield
            return
        self._connection.execute("INSERT OR IGNORE INTO exports (path, sha256) VALUES (?, ?)", [path, sha256])
        yield
        self._connection.execute("DELETE FROM exports WHERE path = ? AND sha256 <> ?", [path, sha256])

    def wrote(self, path: str, sha256: str) -> bool:
        """Tell whether these bytes are what was last written there."""
        found = self._connection.execute("SELECT 1 FROM exports WHERE path = ? AND sha256 = ?", [path, sha256])
        return found.fetchone() is not None
