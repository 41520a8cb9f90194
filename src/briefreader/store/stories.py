"""Which articles are about one event."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from briefreader.model.addresses import address_key
from briefreader.model.control_characters import on_one_line
from briefreader.model.ids import ArticleId, ArticleKey, StoryId
from briefreader.store.encoding import decode_document
from briefreader.store.journal import Batch
from briefreader.store.packing import unpack

_STATING = "SELECT count(*) FROM (SELECT 1 FROM statements WHERE key = ? LIMIT ?)"
_HAVING = "SELECT count(*) FROM (SELECT 1 FROM named WHERE name = ? LIMIT ?)"


class Told(NamedTuple):
    """What of an article tells which event it is about."""

    title: str
    publisher: str | None
    url: str | None
    published_on: str | None
    text: str
    names: frozenset[str]
    stated: frozenset[str]
    """The keys of its statements."""
    norm: float
    """The length of its lead as a vector; 0 when it was never compared."""


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

    def keep_marks(self, key: ArticleKey, day: str, marks: Sequence[str], norm: float) -> None:
        """Keep by what an article is found; ``day`` is empty for what is the same on whatever day."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO story_marks (mark, day, key) VALUES (?, ?, ?)", [(mark, day, key) for mark in marks]
        )
        self._connection.execute("INSERT OR REPLACE INTO story_leads (key, norm) VALUES (?, ?)", [key, norm])

    def sharing(self, marks: Sequence[str], first: str, last: str, least: int, most: int) -> list[ArticleKey]:
        """Return the articles of some days that share the most marks, ``least`` at least; none from the trash."""
        rows = self._connection.execute(
            """
            SELECT found.key FROM story_marks AS found JOIN articles ON articles.key = found.key
            WHERE found.mark IN (SELECT value FROM json_each(:marks)) AND found.day BETWEEN :first AND :last
                AND articles.state <> 'trash'
            GROUP BY found.key HAVING count(*) >= :least ORDER BY count(*) DESC, found.key LIMIT :most
            """,
            {"marks": json.dumps(list(marks)), "first": first, "last": last, "least": least, "most": most},
        )
        return [ArticleKey(key) for (key,) in rows]

    def holding(self, marks: Sequence[str], most: int) -> dict[str, int]:
        """Return how many articles have each mark, whatever their day, counted no further than ``most``."""
        return {
            mark: self._connection.execute(
                "SELECT count(*) FROM (SELECT 1 FROM story_marks WHERE mark = ? LIMIT ?)", [mark, most]
            ).fetchone()[0]
            for mark in marks
        }

    def linked(self, key: ArticleKey) -> set[ArticleKey]:
        """Return the articles whose pages an article links to, or whose origin is its page."""
        [(text, layout, origin)] = self._of(
            """
            SELECT text, layout, origin_url FROM articles JOIN revisions ON revisions.id = articles.revision_id
            WHERE key = ?
            """,
            key,
        )
        inlines = decode_document(text, unpack(layout)).inlines
        urls = {origin, *(inline.target for inline in inlines if inline.style == "link")}
        keys = sorted({found for url in urls if url and (found := address_key(url))})
        pages = self._connection.execute(
            "SELECT key FROM articles WHERE url_key IN (SELECT value FROM json_each(:keys)) AND key <> :key",
            {"keys": json.dumps(keys), "key": key},
        )
        return {ArticleKey(other) for (other,) in pages}

    def told(self, keys: Sequence[int], longest: int) -> dict[ArticleKey, "Told"]:
        """Return of articles what tells which event they are about; ``longest``: how much of their texts."""
        rows = self._connection.execute(
            """
            SELECT articles.key, coalesce(title, ''), publisher, url, published_on, substr(text, 1, :longest),
                (SELECT json_group_array(name) FROM named WHERE named.revision_id = articles.revision_id),
                (SELECT json_group_array(statements.key) FROM statements
                    WHERE statements.revision_id = articles.revision_id AND statements.key NOT GLOB 'figure: *'),
                coalesce((SELECT norm FROM story_leads WHERE story_leads.key = articles.key), 0.0)
            FROM articles JOIN revisions ON revisions.id = articles.revision_id
            WHERE articles.key IN (SELECT value FROM json_each(:keys))
            """,
            {"keys": json.dumps(list(keys)), "longest": longest},
        )
        return {
            ArticleKey(key): Told(
                title, publisher, url, day, text, frozenset(json.loads(names)), frozenset(json.loads(stated)), norm
            )
            for key, title, publisher, url, day, text, names, stated, norm in rows
        }

    def rare_names(self, names: Iterable[str], most: int) -> frozenset[str]:
        """Return which of the names no more than ``most`` articles have."""
        return frozenset(name for name in names if self._of(_HAVING, name, most + 1)[0][0] <= most)

    def rarely_stated(self, stated: Iterable[str], most: int) -> frozenset[str]:
        """Return which of the statements' keys no more than ``most`` articles have."""
        return frozenset(key for key in stated if self._of(_STATING, key, most + 1)[0][0] <= most)

    def stating(self, stated: Iterable[str], least: int, most: int) -> list[ArticleKey]:
        """Return the articles that state the most of the same, ``least`` things at least; none from the trash."""
        rows = self._connection.execute(
            """
            SELECT articles.key FROM statements JOIN articles ON articles.revision_id = statements.revision_id
            WHERE statements.key IN (SELECT value FROM json_each(:stated)) AND articles.state <> 'trash'
            GROUP BY articles.key HAVING count(*) >= :least ORDER BY count(*) DESC, articles.key LIMIT :most
            """,
            {"stated": json.dumps([*stated]), "least": least, "most": most},
        )
        return [ArticleKey(key) for (key,) in rows]

    def keep_edges(self, key: ArticleKey, edges: Mapping[ArticleKey, Sequence[str]], kind: str) -> None:
        """Keep why an article is about the same event as others, or about the same matter (``related``)."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO story_edges (key, other, why, kind) VALUES (?, ?, ?, ?)",
            [(*sorted((key, other)), json.dumps(why, ensure_ascii=False), kind) for other, why in edges.items()],
        )

    def edges_among(self, keys: Sequence[int]) -> dict[tuple[ArticleKey, ArticleKey], tuple[str, ...]]:
        """Return why articles are about the same event, by two of them, the older key first."""
        rows = self._connection.execute(
            """
            SELECT key, other, why FROM story_edges
            WHERE key IN (SELECT value FROM json_each(:keys)) AND other IN (SELECT value FROM json_each(:keys))
                AND kind = 'same'
            ORDER BY key, other
            """,
            {"keys": json.dumps(list(keys))},
        )
        return {(ArticleKey(key), ArticleKey(other)): tuple(json.loads(why)) for key, other, why in rows}

    def kin(self, keys: Sequence[int]) -> dict[tuple[ArticleKey, ArticleKey], tuple[str, tuple[str, ...]]]:
        """Return what articles are to one another (``same`` or ``related``) and why, the older key first.

        Articles of one story are the same, also where the reader has joined them. Those of two stories are related,
        whatever they share. Those that the reader has parted are nothing to one another.
        """
        rows = self._connection.execute(
            """
            WITH wanted AS MATERIALIZED (SELECT value AS key FROM json_each(:keys))
            SELECT edge.key, edge.other, iif(one.story <> other.story, 'related', edge.kind), edge.why
            FROM story_edges AS edge
            JOIN articles AS one ON one.key = edge.key JOIN articles AS other ON other.key = edge.other
            WHERE edge.key IN (SELECT key FROM wanted) AND edge.other IN (SELECT key FROM wanted) AND NOT EXISTS (
                SELECT 1 FROM story_vetoes WHERE id IN (one.id || '-' || other.id, other.id || '-' || one.id)
            )
            UNION ALL
            SELECT one.key, other.key, 'same', '[]' FROM articles AS one JOIN articles AS other USING (story)
            WHERE one.key IN (SELECT key FROM wanted) AND other.key IN (SELECT key FROM wanted) AND one.key < other.key
            ORDER BY 3, 4 DESC -- the last one counts: an edge that has a reason, then the story, then one matter
            """,
            {"keys": json.dumps(list(keys))},
        )
        return {(ArticleKey(key), ArticleKey(other)): (kind, tuple(json.loads(why))) for key, other, kind, why in rows}

    def vetoed(self, key: ArticleKey) -> set[ArticleKey]:
        """Return the articles of which the reader has said that they are not about the same event as this one."""
        rows = self._connection.execute(
            """
            SELECT others.key FROM articles AS mine
            JOIN story_vetoes ON mine.id IN (story_vetoes.article_id, story_vetoes.other_id)
            JOIN articles AS others ON others.id IN (story_vetoes.article_id, story_vetoes.other_id)
            WHERE mine.key = ? AND others.key <> mine.key
            """,
            [key],
        )
        return {ArticleKey(other) for (other,) in rows}

    def veto(self, batch: Batch, article_id: ArticleId, other_id: ArticleId) -> None:
        """Keep that two articles are not about the same event."""
        id_ = _veto_id(article_id, other_id)
        if not self._of("SELECT 1 FROM story_vetoes WHERE id = ?", id_):
            batch.insert("story_vetoes", article_id, {"id": id_, "article_id": article_id, "other_id": other_id})

    def allow(self, batch: Batch, article_id: ArticleId, other_id: ArticleId) -> None:
        """Take back that two articles are not about the same event."""
        batch.delete("story_vetoes", article_id, _veto_id(article_id, other_id))

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

    def put(self, keys: Sequence[int], story: StoryId, batch: Batch | None = None) -> None:
        """Make articles one story; ``batch``: what to undo it with. Undo does not count them as articles it touched."""
        for key in keys:
            if batch:
                [(id_,)] = self._of("SELECT id FROM articles WHERE key = ?", key)
                batch.update("articles", None, id_, {"story": story})
            else:
                self._of("UPDATE articles SET story = ? WHERE key = ?", story, key)

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

    def all(self, first: date | None = None, last: date | None = None) -> list[StoryId]:
        """Return the stories of more than one article, that with the newest article first.

        ``first``, ``last``: only those whose articles are all of these days.
        """
        rows = self._connection.execute(
            """
            SELECT story FROM articles WHERE story IS NOT NULL AND state <> 'trash' GROUP BY 1 HAVING count(*) > 1
                AND (:first IS NULL OR min(coalesce(published_on, substr(added_at, 1, 10))) >= :first)
                AND (:last IS NULL OR max(coalesce(published_on, substr(added_at, 1, 10))) <= :last)
            ORDER BY max(sort_at) DESC, story
            """,
            {"first": first and first.isoformat(), "last": last and last.isoformat()},
        )
        return [StoryId(story) for (story,) in rows]


def _veto_id(article_id: ArticleId, other_id: ArticleId) -> str:
    return "-".join(sorted((article_id, other_id)))
