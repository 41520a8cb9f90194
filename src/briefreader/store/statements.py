"""Which articles state what: by the keys of their statements."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefreader.model.ids import ArticleId, ArticleKey


@dataclass(frozen=True, slots=True)
class StatementTable:
    """Asks for statements; the analysis writes them. What is in the trash states nothing."""

    _connection: sqlite3.Connection

    def shared(self, article_ids: Sequence[ArticleId] | None = None) -> list[str]:
        """Return the keys that more than one article states, of some articles' or of all, in order."""
        of_some = (
            """
            WHERE statements.key IN (
                SELECT s.key FROM statements AS s JOIN articles AS a ON a.revision_id = s.revision_id
                WHERE a.id IN (SELECT value FROM json_each(:ids))
            ) AND
            """
            if article_ids is not None
            else "WHERE"
        )
        rows = self._connection.execute(
            f"""
            SELECT statements.key FROM statements JOIN articles ON articles.revision_id = statements.revision_id
            {of_some} state <> 'trash' GROUP BY 1 HAVING count(*) > 1 ORDER BY 1
            """,  # noqa: S608 - ours
            {"ids": json.dumps(article_ids)},
        )
        return [key for (key,) in rows]

    def contradicting(self, article_ids: Sequence[ArticleId] | None = None) -> list[ArticleKey]:
        """Return the articles that contradict themselves, of some or of all, the newest first."""
        rows = self._connection.execute(
            """
            SELECT key FROM articles JOIN found_rules ON found_rules.revision_id = articles.revision_id
            WHERE rule = 'INTERNAL_CONFLICT' AND state <> 'trash'
                AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
            ORDER BY sort_at DESC, key DESC
            """,
            {"ids": None if article_ids is None else json.dumps(list(article_ids))},
        )
        return [ArticleKey(key) for (key,) in rows]

    def named_between(self, first: date, last: date) -> dict[str, int]:
        """Return in how many articles of some days each name stands, in the order of names."""
        rows = self._connection.execute(
            """
            SELECT name, count(*) FROM articles JOIN named ON named.revision_id = articles.revision_id
            WHERE state <> 'trash' AND substr(sort_at, 1, 10) BETWEEN :first AND :last GROUP BY 1 ORDER BY 1
            """,
            {"first": first.isoformat(), "last": last.isoformat()},
        )
        return dict(rows.fetchall())

    def stating(self, keys: Sequence[str], most: int) -> dict[str, list[ArticleKey]]:
        """Return the articles that state each of these, the newest first, at most so many of each."""
        found: dict[str, list[ArticleKey]] = {}
        for key in keys:
            rows = self._connection.execute(
                """
                SELECT articles.key FROM statements JOIN articles ON articles.revision_id = statements.revision_id
                WHERE statements.key = :key AND state <> 'trash' ORDER BY sort_at DESC, articles.key DESC LIMIT :most
                """,
                {"key": key, "most": most},
            )
            found[key] = [ArticleKey(article) for (article,) in rows]
        return found
