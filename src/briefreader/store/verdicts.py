"""What the reader holds true where articles disagree."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from briefreader.model.ids import ArticleId, VerdictId
from briefreader.model.verdict import Verdict
from briefreader.store.journal import Batch


@dataclass(frozen=True, slots=True)
class VerdictTable:
    """Reads and writes verdicts, one a claim."""

    _connection: sqlite3.Connection

    def put(self, batch: Batch, verdict: Verdict) -> None:
        """Keep a verdict in place of the one that the claim has."""
        self.take_back(batch, verdict.key)
        row = {
            "id": verdict.id,
            "key": verdict.key,
            "article_id": verdict.article_id,
            "created_at": verdict.created_at.isoformat(),
        }
        batch.insert("verdicts", verdict.article_id, row)

    def take_back(self, batch: Batch, key: str) -> None:
        """Have no verdict on a claim; nothing when there is none."""
        known = self.all().get(key)
        if known:
            batch.delete("verdicts", known.article_id, known.id)

    def all(self) -> dict[str, Verdict]:
        """Return all verdicts, by the key of their claim."""
        rows = self._connection.execute("SELECT id, key, article_id, created_at FROM verdicts ORDER BY created_at, id")
        return {
            key: Verdict(
                id=VerdictId(id_),
                key=key,
                article_id=ArticleId(article) if article else None,
                created_at=datetime.fromisoformat(at),
            )
            for id_, key, article, at in rows
        }
