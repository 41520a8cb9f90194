"""What the reader has joined and parted among the claims across articles."""

import sqlite3
from dataclasses import asdict, dataclass

from briefreader.model.claim_edit import ClaimEdit
from briefreader.model.ids import ArticleId, ClaimEditId
from briefreader.store.journal import Batch


@dataclass(frozen=True, slots=True)
class ClaimEditTable:
    """Reads and writes edits; undo takes them back."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, edit: ClaimEdit) -> None:
        """Keep an edit."""
        batch.insert("claim_edits", edit.without, asdict(edit))

    def all(self) -> list[ClaimEdit]:
        """Return all edits, in no order that counts."""
        rows = self._connection.execute("SELECT id, key, same_as, without FROM claim_edits ORDER BY id")
        return [
            ClaimEdit(id=ClaimEditId(id_), key=key, same_as=same_as, without=ArticleId(article) if article else None)
            for id_, key, same_as, article in rows
        ]
