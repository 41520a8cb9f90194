"""Which articles are about one event."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from briefreader.model.control_characters import on_one_line
from briefreader.model.ids import ArticleKey, StoryId

_NEWEST = 100
_STATING = "SELECT revision_id FROM statements WHERE key = ? ORDER BY revision_id DESC LIMIT ?"
_NAMING = "SELECT revision_id FROM named WHERE name = ? ORDER BY revision_id DESC LIMIT ?"
_HAVING = "SELECT count(*) FROM (SELECT 1 FROM named WHERE name = ? LIMIT ?)"


class Neighbour(NamedTuple):
    """An article that may be about the same event."""

    key: ArticleKey
    story: StoryId | None
    statements: int
    """How many statements it shares."""
    names: int
    """How many rare names it shares."""


class Shown(NamedTuple):
    """The articles of a story that are on one list, the newest first: at least two."""

    story: StoryId
    keys: list[ArticleKey]
    publishers: list[str | None]
    """Of each; None where none is known."""


@dataclass(frozen=True, slots=True)
class StoryTable:
    """Reads and writes the story of each article."""

    _connection: sqlite3.Connection

    def neighbours(self, key: ArticleKey, days: int, rare: int) -> list[Neighbour]:
        """Return what was here before an article, shares statements or rare names with it, and is of the same days.

        A name is rare when no more than ``rare`` articles have it. Of what states the same, or has the same name, the
        newest are looked at. What is in the trash is left out.
        """
        revision = self._connection.execute("SELECT revision_id FROM articles WHERE key = ?", [key]).fetchone()[0]
        stated = Counter(
            other
            for (same,) in self._of("SELECT key FROM statements WHERE revision_id = ?", revision)
            for (other,) in self._of(_STATING, same, _NEWEST)
        )
        named = Counter(
            other
            for (name,) in self._of("SELECT name FROM named WHERE revision_id = ?", revision)
            if self._of(_HAVING, name, rare + 1)[0][0] <= rare
            for (other,) in self._of(_NAMING, name, _NEWEST)
        )
        rows = self._connection.execute(
            """
            SELECT articles.key, articles.story, articles.revision_id FROM articles
            JOIN articles AS mine ON mine.key = :key
            WHERE articles.revision_id IN (SELECT value FROM json_each(:revisions))
                AND articles.key < :key AND articles.state <> 'trash'
                AND abs(julianday(substr(articles.sort_at, 1, 10)) - julianday(substr(mine.sort_at, 1, 10))) <= :days
            """,
            {"key": key, "days": days, "revisions": json.dumps([*stated.keys() | named.keys()])},
        )
        found = [Neighbour(other, story, stated[text], named[text]) for other, story, text in rows]
        return sorted(found, key=lambda one: (-one.statements, -one.names, one.key))

    def _of(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(statement, values).fetchall()

    def shown_together(self, keys: Sequence[int], today: date) -> dict[ArticleKey, "Shown"]:
        """Return for articles of a story what is on the same list of it; others, and what is snoozed, are left out."""
        rows = self._connection.execute(
            """
            SELECT mine.key, mine.story, other.key, coalesce(other.publisher, other.origin_name)
            FROM articles AS mine JOIN articles AS other ON other.story = mine.story AND other.state = mine.state
            WHERE mine.key IN (SELECT value FROM json_each(:keys))
                AND (mine.snoozed_until IS NULL OR mine.snoozed_until <= :today)
                AND (other.snoozed_until IS NULL OR other.snoozed_until <= :today)
            ORDER BY other.sort_at DESC, other.key DESC
            """,
            {"keys": json.dumps(list(keys)), "today": today.isoformat()},
        )
        found: dict[ArticleKey, Shown] = {}
        for key, story, other, publisher in rows:
            shown = found.setdefault(ArticleKey(key), Shown(StoryId(story), [], []))
            shown.keys.append(ArticleKey(other))
            shown.publishers.append(on_one_line(publisher) if publisher else None)
        return {key: shown for key, shown in found.items() if len(shown.keys) > 1}

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
