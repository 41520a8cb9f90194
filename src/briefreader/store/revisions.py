"""The texts that articles have had, and what was found in them."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from briefreader.model.analysis import Analysis
from briefreader.model.document import Document
from briefreader.model.ids import ArticleId, RevisionId
from briefreader.store.analyses import read_analysis, write_analysis
from briefreader.store.encoding import decode_document, encode_layout
from briefreader.store.hashing import text_digest
from briefreader.store.journal import transaction
from briefreader.store.packing import pack, unpack


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
    ) -> RevisionId:
        """Keep a text of the article, and return its id; one that the article has had before keeps its own."""
        sha256 = text_digest(document.text)
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
                "sha256": sha256,
                "text": document.text,
                "layout": pack(encode_layout(document)),
            },
        )
        if cursor.rowcount == 0:
            row = self._connection.execute(
                "SELECT id FROM revisions WHERE article_id = :id AND sha256 = :sha256",
                {"id": article_id, "sha256": sha256},
            ).fetchone()
            return RevisionId(row[0])
        revision_id = RevisionId(cursor.lastrowid or 0)
        write_analysis(self._connection, revision_id, analysis, version)
        return revision_id

    def has_outdated(self, version: int) -> bool:
        """Tell whether some analysis is older than ``version``."""
        row = self._connection.execute(
            "SELECT EXISTS (SELECT 1 FROM analyses WHERE version < :version)", {"version": version}
        ).fetchone()
        return bool(row[0])

    def outdated(self, version: int) -> list[RevisionId]:
        """Return the revisions whose analysis is older than ``version``, those of the newest articles first."""
        rows = self._connection.execute(
            "SELECT revision_id FROM analyses WHERE version < :version ORDER BY revision_id DESC", {"version": version}
        )
        return [RevisionId(row[0]) for row in rows]

    def analysed_on(self, revision_id: RevisionId) -> tuple[ArticleId, Document, date]:
        """Return a revision's article and text, and the day against which it is read: published, else taken in."""
        row = self._connection.execute(
            """
            SELECT article_id, text, layout, coalesce(published_on, substr(revisions.added_at, 1, 10))
            FROM revisions JOIN articles ON articles.id = article_id WHERE revisions.id = :id
            """,
            {"id": revision_id},
        ).fetchone()
        article_id, text, layout, day = row
        return article_id, decode_document(text, unpack(layout)), date.fromisoformat(day)

    def keep_analysis(self, revision_id: RevisionId, version: int) -> None:
        """Let an older analysis count as one of ``version``."""
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE analyses SET version = :version WHERE revision_id = :id",
                {"id": revision_id, "version": version},
            )

    def replace_analysis(self, revision_id: RevisionId, analysis: Analysis, version: int) -> None:
        """Keep another analysis of the same text; nothing that the reader wrote is touched."""
        with transaction(self._connection):
            write_analysis(self._connection, revision_id, analysis, version)
            self._connection.execute(
                """
                UPDATE articles SET claims = :claims
                WHERE revision_id = :id
                """,
                {"id": revision_id, "claims": sum(claim.checkable for claim in analysis.claims)},
            )

    def current(self, article_id: ArticleId) -> Revision:
        """Return the text that the article has now."""
        return self._of("(SELECT revision_id FROM articles WHERE id = :value)", article_id)

    def find(self, revision_id: RevisionId) -> Revision:
        """Return a text that the article has or has had."""
        return self._of(":value", revision_id)

    def ids_of(self, article_id: ArticleId) -> list[RevisionId]:
        """Return all texts that an article has had, the newest first."""
        rows = self._connection.execute(
            "SELECT id FROM revisions WHERE article_id = :id ORDER BY number DESC", {"id": article_id}
        )
        return [RevisionId(row[0]) for row in rows]

    def stamp(self, revision_id: RevisionId) -> tuple[str, datetime]:
        """Return the SHA-256 of a text, and when it was taken in."""
        row = self._connection.execute(
            "SELECT sha256, added_at FROM revisions WHERE id = :id", {"id": revision_id}
        ).fetchone()
        return row[0], datetime.fromisoformat(row[1])

    def with_hashes(self, hashes: Iterable[str]) -> dict[str, tuple[ArticleId, RevisionId]]:
        """Return the article and the revision of each text that an article has or has had, by its SHA-256."""
        rows = self._connection.execute(
            """
            SELECT sha256, article_id, id FROM revisions
            WHERE sha256 IN (SELECT value FROM json_each(:hashes)) ORDER BY id DESC
            """,
            {"hashes": json.dumps(list(hashes))},
        )
        return {sha256: (ArticleId(article_id), RevisionId(id_)) for sha256, article_id, id_ in rows}

    def has_text(self, article_id: ArticleId, sha256: str) -> bool:
        """Tell whether an article has or has had the text of this SHA-256."""
        return bool(
            self._connection.execute(
                "SELECT 1 FROM revisions WHERE article_id = :id AND sha256 = :sha256",
                {"id": article_id, "sha256": sha256},
            ).fetchone()
        )

    def text_of(self, revision_id: RevisionId) -> str:
        """Return the words of a text that the article has or has had."""
        row = self._connection.execute("SELECT text FROM revisions WHERE id = :id", {"id": revision_id}).fetchone()
        text: str = row[0]
        return text

    def _of(self, which: str, value: str | int) -> Revision:
        row = self._connection.execute(
            f"""
            SELECT revisions.id, number, text, layout, facts, statements
            FROM revisions JOIN analyses ON analyses.revision_id = revisions.id WHERE revisions.id = {which}
            """,  # noqa: S608 - ours
            {"value": value},
        ).fetchone()
        id_, number, text, layout, *facts = row
        return Revision(id_, number, decode_document(text, unpack(layout)), read_analysis(*facts))
