"""Which articles state what: by the keys of their statements."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.model.statement import Statement
from briefreader.store.encoding import decode_said
from briefreader.store.packing import unpack

_MINE = """
    WITH mine AS MATERIALIZED (
        SELECT key, revision_id, story FROM articles WHERE state <> 'trash'
            AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
        ORDER BY sort_at DESC, key DESC LIMIT :newest
    )
"""
_ON_ONE_MATTER = f"""
    {_MINE}, near AS MATERIALIZED (
        SELECT mine.key AS one, mine.revision_id AS text, other.key AS other, other.revision_id AS other_text
        FROM mine JOIN story_edges AS edge ON edge.key = mine.key JOIN articles AS other ON other.key = edge.other
        WHERE other.state <> 'trash'
        UNION SELECT mine.key, mine.revision_id, other.key, other.revision_id
        FROM mine JOIN story_edges AS edge ON edge.other = mine.key JOIN articles AS other ON other.key = edge.key
        WHERE other.state <> 'trash'
        UNION SELECT mine.key, mine.revision_id, other.key, other.revision_id
        FROM mine JOIN articles AS other ON other.story = mine.story
        WHERE other.state <> 'trash' AND other.key <> mine.key
    )
    SELECT said.key, near.one, near.other FROM near
    JOIN statements AS said ON said.revision_id = near.text
    JOIN statements AS other ON other.key = said.key AND other.revision_id = near.other_text
"""  # noqa: S608 - ours
# CROSS JOIN keeps the order of the tables: SQLite would read the statements of all articles first.
_ON_ANY = f"""
    {_MINE}
    SELECT DISTINCT said.key FROM mine CROSS JOIN statements AS said ON said.revision_id = mine.revision_id
    WHERE (said.key GLOB '* + *' OR said.key GLOB '*/????-??-??') AND EXISTS (
        SELECT 1 FROM statements AS other JOIN articles ON articles.revision_id = other.revision_id
        WHERE other.key = said.key AND other.revision_id <> said.revision_id AND state <> 'trash'
    )
"""  # noqa: S608 - ours


class SaidRow(NamedTuple):
    """A statement of an article, with what of its claim is shown."""

    article: ArticleKey
    statement: Statement
    words: str
    """Of the text, those that say it."""
    worth: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementTable:
    """Asks for statements; the analysis writes them. What is in the trash states nothing."""

    _connection: sqlite3.Connection

    def comparable(self, article_ids: Sequence[ArticleId] | None, newest: int, most: int) -> dict[str, set[ArticleKey]]:
        """Return the keys that can be compared, and the articles that state them, of the newest articles or of some.

        Articles on one matter share any key. Keys with a period or two parties are shared by articles on any matter,
        at most ``most`` of each.
        """
        given = {"ids": None if article_ids is None else json.dumps(list(article_ids)), "newest": newest}
        found: dict[str, set[ArticleKey]] = {}
        for key, one, other in self._connection.execute(_ON_ONE_MATTER, given):
            found.setdefault(key, set()).update((one, other))
        for (key,) in self._connection.execute(_ON_ANY, given).fetchall():
            found.setdefault(key, set()).update(self.stating(key, most))
        return found

    def stating(self, key: str, most: int) -> list[ArticleKey]:
        """Return the articles that state something, the newest first, at most so many."""
        rows = self._connection.execute(
            """
            SELECT articles.key FROM statements JOIN articles ON articles.revision_id = statements.revision_id
            WHERE statements.key = :key AND state <> 'trash' ORDER BY sort_at DESC, articles.key DESC LIMIT :most
            """,
            {"key": key, "most": most},
        )
        return [ArticleKey(article) for (article,) in rows]

    def said(self, articles: Iterable[ArticleKey]) -> list[SaidRow]:
        """Return all that articles state, in the order of their keys and texts."""
        given = {"keys": json.dumps(sorted(articles))}
        rows = self._connection.execute(
            """
            SELECT key, text, statements FROM articles
            JOIN revisions ON revisions.id = articles.revision_id
            JOIN analyses ON analyses.revision_id = articles.revision_id
            WHERE key IN (SELECT value FROM json_each(:keys)) AND state <> 'trash' ORDER BY key
            """,
            given,
        )
        found = []
        for key, text, kept in rows:
            decoded = sorted(decode_said(unpack(kept)), key=lambda one: (one[0].span, one[0].key))
            for statement, worth, sources in decoded:
                words = (statement.words or statement.span).of(text)
                found.append(SaidRow(ArticleKey(key), statement, words, worth, sources))
        return found

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
        """Return in how many articles of some days each name stands, a story counted once, in the order of names."""
        rows = self._connection.execute(
            """
            SELECT name, count(DISTINCT coalesce(story, id))
            FROM articles JOIN named ON named.revision_id = articles.revision_id
            WHERE state <> 'trash' AND substr(sort_at, 1, 10) BETWEEN :first AND :last GROUP BY 1 ORDER BY 1
            """,
            {"first": first.isoformat(), "last": last.isoformat()},
        )
        return dict(rows.fetchall())
