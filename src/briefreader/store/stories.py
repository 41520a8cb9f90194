"""Which articles are about one event."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefreader.model.ids import ArticleKey, StoryId


class Neighbour(NamedTuple):
    """An article that may be about the same event."""

    key: ArticleKey
    story: StoryId | None
    statements: int
    """How many statements it shares."""
    names: int
    """How many rare names it shares."""


@dataclass(frozen=True, slots=True)
class StoryTable:
    """Reads and writes the story of each article."""

    _connection: sqlite3.Connection

    def neighbours(self, key: ArticleKey, days: int, rare: int) -> list[Neighbour]:
        """Return what was here before an article, shares statements or rare names with it, and is of the same days.

        A name is rare when no more than ``rare`` articles have it. What is in the trash is left out.
        """
        rows = self._connection.execute(
            """
            WITH mine AS (SELECT revision_id, sort_at FROM articles WHERE key = :key),
            rare AS (
                SELECT name FROM named WHERE revision_id = (SELECT revision_id FROM mine)
                AND (SELECT count(*) FROM (SELECT 1 FROM named AS n WHERE n.name = named.name LIMIT :beyond)) < :beyond
            ),
            shared AS (
                SELECT s.revision_id, 1 AS stated, 0 AS named FROM statements AS s
                WHERE s.key IN (SELECT key FROM statements WHERE revision_id = (SELECT revision_id FROM mine))
                UNION ALL
                SELECT n.revision_id, 0, 1 FROM named AS n WHERE n.name IN (SELECT name FROM rare)
            )
            SELECT articles.key, story, sum(stated), sum(shared.named) FROM shared
            JOIN articles ON articles.revision_id = shared.revision_id
            JOIN mine WHERE articles.key < :key AND state <> 'trash'
                AND abs(julianday(substr(articles.sort_at, 1, 10)) - julianday(substr(mine.sort_at, 1, 10))) <= :days
            GROUP BY articles.key ORDER BY 3 DESC, 4 DESC, articles.key
            """,
            {"key": key, "days": days, "beyond": rare + 1},
        )
        return [Neighbour(*row) for row in rows]

    def with_similar(self, keys: Sequence[int]) -> list[int]:
        """Return articles with those of their stories that are on the same list."""
        rows = self._connection.execute(
            """
            WITH chosen AS (SELECT key, story, state FROM articles WHERE key IN (SELECT value FROM json_each(:keys)))
            SELECT key FROM chosen UNION
            SELECT articles.key FROM chosen JOIN articles ON articles.story = chosen.story
            AND articles.state = chosen.state ORDER BY 1
            """,
            {"keys": json.dumps(list(keys))},
        )
        return [key for (key,) in rows]

    def put(self, keys: Sequence[int], story: StoryId) -> None:
        """Make articles one story; done by the program, and nothing to undo."""
        for key in keys:
            self._connection.execute(
                "UPDATE articles SET story = :story WHERE key = :key", {"story": story, "key": key}
            )

    def of(self, key: ArticleKey) -> StoryId | None:
        """Return the story of an article; None for one of its own."""
        row = self._connection.execute("SELECT story FROM articles WHERE key = :key", {"key": key}).fetchone()
        return row[0] if row else None

    def members(self, story: StoryId) -> list[ArticleKey]:
        """Return the articles of a story, the newest first; not those in the trash."""
        rows = self._connection.execute(
            "SELECT key FROM articles WHERE story = :story AND state <> 'trash' ORDER BY sort_at DESC, key DESC",
            {"story": story},
        )
        return [ArticleKey(key) for (key,) in rows]

    def all(self) -> list[StoryId]:
        """Return the stories of more than one article, that with the newest article first."""
        rows = self._connection.execute(
            """
            SELECT story FROM articles WHERE story IS NOT NULL AND state <> 'trash'
            GROUP BY 1 HAVING count(*) > 1 ORDER BY max(sort_at) DESC, story
            """
        )
        return [StoryId(story) for (story,) in rows]
