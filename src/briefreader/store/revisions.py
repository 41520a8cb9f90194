"""The texts that articles have had, and what was found in them."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from briefreader.model.analysis import Analysis
from briefreader.model.document import Document
from briefreader.model.ids import ArticleId, RevisionId
from briefreader.store.encoding import (
    decode_analysis,
    decode_document,
    encode_analysis,
    encode_layout,
)


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of an article, with what was found in it."""

    id: RevisionId
    number: int
    """1 for the first."""
    document: Document
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class RevisionTable:
    """Reads and writes revisions; they are never changed."""

    _connection: sqlite3.Connection

    def add(
        self,
        article_id: ArticleId,
        document: Document,
        analysis: Analysis,
        version: int,
        at: datetime,
    ) -> bool:
        """Keep a text as the article's newest; False when the article has had it before."""
        import hashlib  # noqa: PLC0415 - 5 ms, not needed to read

        cursor = self._connection.execute(
            """
            INSERT INTO revisions (article_id, number, added_at, sha256, text, layout)
            SELECT :article_id, 1 + count(*), :at, :sha256, :text, :layout
            FROM revisions WHERE article_id = :article_id
            ON CONFLICT (article_id, sha256) DO NOTHING
            """,
            {
                "article_id": article_id,
                "at": at.isoformat(),
                "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
                "text": document.text,
                "layout": encode_layout(document),
            },
        )
        if cursor.rowcount == 0:
            return False
        self._connection.execute(
            "INSERT INTO analyses (revision_id, version, facts) VALUES (:id, :version, :facts)",
            {"id": cursor.lastrowid, "version": version, "facts": encode_analysis(analysis)},
        )
        return True

    def newest(self, article_id: ArticleId) -> Revision:
        """Return the text that the article has now."""
        row = self._connection.execute(
            """
            SELECT revisions.id, number, text, layout, facts
            FROM revisions JOIN analyses ON analyses.revision_id = revisions.id
            WHERE article_id = :article_id ORDER BY number DESC LIMIT 1
            """,
            {"article_id": article_id},
        ).fetchone()
        id_, number, text, layout, facts = row
        return Revision(id_, number, decode_document(text, layout), decode_analysis(facts))
