"""Which files were written for other programs, so that a file that a person has changed is known."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportTable:
    """Remembers the last bytes written under each name; of no use to the reader, so that nothing of it is undone."""

    _connection: sqlite3.Connection

    def begin(self, path: str, sha256: str) -> None:
        """Remember what is going to be written, beside what was written before: a power cut may leave either."""
        self._connection.execute("INSERT OR IGNORE INTO exports (path, sha256) VALUES (?, ?)", [path, sha256])

    def end(self, path: str, sha256: str) -> None:
        """Forget what was written before."""
        self._connection.execute("DELETE FROM exports WHERE path = ? AND sha256 <> ?", [path, sha256])

    def wrote(self, path: str, sha256: str) -> bool:
        """Tell whether these bytes are what was last written there."""
        found = self._connection.execute("SELECT 1 FROM exports WHERE path = ? AND sha256 = ?", [path, sha256])
        return found.fetchone() is not None
