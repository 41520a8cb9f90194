"""The articles in the store."""

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

from briefreader.model.addresses import address_key
from briefreader.model.article import STATES, Article, ArticleRow, ListName, Origin, State
from briefreader.model.control_characters import on_one_line
from briefreader.model.errors import NotFoundError
from briefreader.model.ids import ArticleId, ArticleKey, RevisionId
from briefreader.store.encoding import decode_evidence, encode_evidence
from briefreader.store.journal import Batch

_COLUMNS = """
    key, id, title, opening, publisher, byline, origin_name, origin_url, url, published_on, added_at,
    state, is_read, words, claims, progress, snoozed_until, evidence,
    (SELECT count(*) FROM annotations WHERE annotations.article_id = articles.id)
"""


_IN_LIST: dict[ListName, str] = {
    **dict.fromkeys(STATES, "state = :state"),
    "inbox": "state = 'inbox' AND (snoozed_until IS NULL OR snoozed_until <= :today)",
    "snoozed": "state = 'inbox' AND snoozed_until > :today",
}

_IS_HEAD = """(story IS NULL OR NOT EXISTS (
    SELECT 1 FROM articles AS newer WHERE newer.story = articles.story AND newer.state = articles.state
    AND (newer.snoozed_until IS NULL OR newer.snoozed_until <= :today)
    AND (newer.sort_at, newer.key) > (articles.sort_at, articles.key)
))"""
"""The newest article of its story in a list, which stands there for all of them."""


class Provenance(NamedTuple):
    """Whose word an article is, and when it came."""

    origin: str | None
    """The origin that it declares, else its publisher; None when neither is known."""
    day: date
    """Its publication, else when it was added."""
    is_dated: bool = True
    """Whether the day is that of its publication."""


def sort_key(published: date | None, added_at: datetime) -> str:
    """Return a moment as text by which lists are sorted: that of publication, or of arrival where that is earlier.

    An article without a date comes after all others of the day on which it was added. The shorter form of that
    midnight sorts before the longer one.
    """
    if published is None:
        return datetime.combine(added_at.astimezone(UTC), time(), UTC).isoformat(timespec="hours")
    return min(datetime.combine(published, time(), UTC), added_at).isoformat()


@dataclass(frozen=True, slots=True)
class ArticleTable:
    """Reads and writes articles."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, article: Article, *, claims: int, at: datetime) -> None:
        """Keep a new article, unread, in the inbox; undoing that moves it to the trash."""
        self.insert(article, claims=claims, at=at, state="trash")
        batch.update("articles", article.id, article.id, {"state": "inbox"})

    def insert(self, article: Article, *, claims: int, at: datetime, state: State = "inbox") -> None:
        """Keep a new article, unread, as no act of the reader's; inside a transaction."""
        published = article.published_on
        self._connection.execute(
            """
            INSERT INTO articles (
                id, title, opening, publisher, byline, origin_name, origin_url, url, published_on,
                added_at, sort_at, state, words, claims, url_key, evidence
            ) VALUES (
                :id, :title, :opening, :publisher, :byline, :origin_name, :origin_url, :url,
                :published_on, :added_at, :sort_at, :state, :words, :claims, :url_key, :evidence
            )
            """,
            {
                "id": article.id,
                "title": article.title,
                "opening": article.opening,
                "publisher": article.publisher,
                "byline": article.byline,
                "origin_name": article.origin.name if article.origin else None,
                "origin_url": article.origin.url if article.origin else None,
                "url": article.url,
                "published_on": published.isoformat() if published else None,
                "added_at": at.isoformat(),
                "sort_at": sort_key(published, at),
                "words": len(article.document.text.split()),
                "claims": claims,
                "state": state,
                "url_key": address_key(article.url) if article.url else None,
                "evidence": encode_evidence(article.evidence),
            },
        )

    def begin_with(self, article_id: ArticleId, revision_id: RevisionId) -> None:
        """Say which text a new article has."""
        self._connection.execute(
            "UPDATE articles SET revision_id = :revision_id WHERE id = :id",
            {"id": article_id, "revision_id": revision_id},
        )

    def set_text(self, batch: Batch, article: Article, revision_id: RevisionId, *, claims: int) -> None:
        """Say that an article has another text now."""
        words = len(article.document.text.split())
        batch.update("articles", article.id, article.id, {"revision_id": revision_id, "claims": claims, "words": words})

    def text_now(self, article_id: ArticleId) -> RevisionId | None:
        """Return which text an article has now; None when there is no such article."""
        row = self._connection.execute("SELECT revision_id FROM articles WHERE id = :id", {"id": article_id}).fetchone()
        return row and RevisionId(row[0])

    def set_state(self, batch: Batch, article_id: ArticleId, state: State) -> None:
        """Move an article to another list; one that was put off is put off no more.

        Raises:
            NotFoundError: there is no such article.

        """
        if not batch.update("articles", article_id, article_id, {"state": state, "snoozed_until": None}):
            raise NotFoundError("article", article_id)

    def set_read(self, batch: Batch, article_id: ArticleId, *, is_read: bool) -> None:
        """Mark an article read or unread.

        Raises:
            NotFoundError: there is no such article.

        """
        if not batch.update("articles", article_id, article_id, {"is_read": int(is_read)}):
            raise NotFoundError("article", article_id)

    def set_progress(self, article_id: ArticleId, progress: float) -> None:
        """Note how much has been read; like where a text is scrolled to, it is nothing to undo."""
        self._connection.execute(
            "UPDATE articles SET progress = :progress WHERE id = :id", {"progress": progress, "id": article_id}
        )

    def keys_in(self, name: ListName, today: date, most: int | None = None, *, by_story: bool = False) -> "array[int]":
        """Return the keys of a list, newest first, only the first ``most`` when given; what is snoozed by its day.

        ``by_story``: only the newest article of each story; of what is snoozed, each.
        """
        where = _rows_of(name, by_story=by_story)
        order = "snoozed_until, sort_at DESC, key DESC" if name == "snoozed" else "sort_at DESC, key DESC"
        rows = self._connection.execute(
            f"SELECT key FROM articles WHERE {where} ORDER BY {order} LIMIT :most",  # noqa: S608 - conditions of ours
            {"state": name, "today": today.isoformat(), "most": -1 if most is None else most},
        )
        return array("q", (row[0] for row in rows))

    def place(
        self, article_id: ArticleId, name: ListName, today: date, *, by_story: bool = False
    ) -> tuple[ArticleKey, int | None]:
        """Return an article's key, and its row in a list; None when it has none there.

        Raises:
            NotFoundError: there is no such article.

        """
        where = _rows_of(name, by_story=by_story)
        values = {"id": article_id, "state": name, "today": today.isoformat()}
        row = self._connection.execute(
            f"SELECT key, {where}, sort_at, snoozed_until FROM articles WHERE id = :id",  # noqa: S608 - conditions of ours
            values,
        ).fetchone()
        if row is None:
            raise NotFoundError("article", article_id)
        if not row[1]:
            return row[0], None
        is_before = "(sort_at, key) > (:sort_at, :key)"
        if name == "snoozed":
            is_before = f"(snoozed_until < :until OR (snoozed_until = :until AND {is_before}))"
        before = self._connection.execute(
            f"SELECT count(*) FROM articles WHERE {where} AND {is_before}",  # noqa: S608 - conditions of ours
            {**values, "sort_at": row[2], "key": row[0], "until": row[3]},
        ).fetchone()
        return row[0], before[0]

    def keys_of(self, ids: Sequence[ArticleId]) -> "array[int]":
        """Return the keys of articles, in no order; an id without one is left out."""
        rows = self._connection.execute(
            "SELECT key FROM articles WHERE id IN (SELECT value FROM json_each(:ids))", {"ids": json.dumps(list(ids))}
        )
        return array("q", (row[0] for row in rows))

    def ids_between(self, first: date, last: date) -> list[ArticleId]:
        """Return the articles of some days, published then or else taken in; not those in the trash."""
        rows = self._connection.execute(
            """
            SELECT id FROM articles WHERE state <> 'trash'
                AND coalesce(published_on, substr(added_at, 1, 10)) BETWEEN :first AND :last ORDER BY key
            """,
            {"first": first.isoformat(), "last": last.isoformat()},
        )
        return [ArticleId(id_) for (id_,) in rows]

    def last_key(self) -> int:
        """Return the key of the article that was added last; 0 when there is none."""
        key: int = self._connection.execute("SELECT coalesce(max(key), 0) FROM articles").fetchone()[0]
        return key

    def rows(self, keys: Sequence[int]) -> dict[ArticleKey, ArticleRow]:
        """Return the articles under these keys, in no order; keys without one are left out."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM articles WHERE key IN (SELECT value FROM json_each(:keys))",  # noqa: S608 - ours
            {"keys": json.dumps(list(keys))},
        )
        return {row[0]: _row_from(row) for row in rows}

    def provenances(self, keys: Sequence[int]) -> dict[ArticleKey, "Provenance"]:
        """Return whose word articles are, and of which day."""
        rows = self._connection.execute(
            """
            SELECT key, coalesce(origin_name, publisher), sort_at, published_on IS NOT NULL FROM articles
            WHERE key IN (SELECT value FROM json_each(:keys))
            """,
            {"keys": json.dumps(list(keys))},
        )
        return {
            key: Provenance(origin and on_one_line(origin), date.fromisoformat(sort_at[:10]), bool(is_dated))
            for key, origin, sort_at, is_dated in rows
        }

    def read_origins(self) -> frozenset[str]:
        """Return the origins, or else publishers, of what has been read."""
        rows = self._connection.execute(
            "SELECT DISTINCT coalesce(origin_name, publisher) FROM articles WHERE is_read = 1"
        )
        return frozenset(origin for (origin,) in rows if origin)

    def by_id(self, ids: Collection[ArticleId]) -> dict[ArticleId, ArticleRow]:
        """Return the articles under these ids, in no order; ids without one are left out."""
        marks = ",".join("?" * len(ids))
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM articles WHERE id IN ({marks})",  # noqa: S608 - question marks only
            list(ids),
        )
        return {row[1]: _row_from(row) for row in rows}

    def with_urls(self, urls: Iterable[str]) -> dict[str, ArticleId]:
        """Return the articles at these addresses, however they are written; addresses without one are left out."""
        keys = {url: key for url in urls if (key := address_key(url))}
        rows = self._connection.execute(
            "SELECT url_key, id FROM articles WHERE url_key IN (SELECT value FROM json_each(:keys)) ORDER BY key DESC",
            {"keys": json.dumps(list(keys.values()))},
        )
        found = {key: ArticleId(id_) for key, id_ in rows}
        return {url: found[key] for url, key in keys.items() if key in found}

    def only_titled(self, title: str) -> ArticleId | None:
        """Return the article with this title, or without one and with this opening; None when there is not just one."""
        rows = self._connection.execute(
            "SELECT id FROM articles WHERE coalesce(title, '“' || opening || '”', '') IN (:title, :cut) LIMIT 2",
            {"title": title, "cut": title.removesuffix("…”") + "”"},
        ).fetchall()
        return ArticleId(rows[0][0]) if len(rows) == 1 else None

    def annotated(self) -> list[ArticleRow]:
        """Return all articles that the reader has annotated, newest first, whatever list they are in."""
        rows = self._connection.execute(
            f"""
            SELECT {_COLUMNS} FROM articles
            WHERE id IN (SELECT article_id FROM annotations) ORDER BY sort_at DESC, key DESC
            """  # noqa: S608
        )
        return [_row_from(row) for row in rows]

    def find(self, prefix: str) -> ArticleRow:
        """Return the article whose id begins with ``prefix``.

        Raises:
            NotFoundError: no article's id does, or more than one.

        """
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM articles WHERE id >= :low AND id < :low || 'g' LIMIT 2",  # noqa: S608
            {"low": prefix},
        ).fetchall()
        if len(rows) != 1 or not prefix:
            raise NotFoundError("article" if not rows else "single article", prefix)
        return _row_from(rows[0])

    def counts(self, today: date) -> dict[ListName, int]:
        """Return how many articles each list holds; a list without any is left out."""
        rows = self._connection.execute(
            """
            SELECT CASE WHEN state = 'inbox' AND snoozed_until > :today THEN 'snoozed' ELSE state END, count(*)
            FROM articles GROUP BY 1
            """,
            {"today": today.isoformat()},
        )
        return dict(rows.fetchall())


def _rows_of(name: ListName, *, by_story: bool) -> str:
    # what is snoozed is ordered by the day on which each article comes back, so each has a row there
    return f"{_IN_LIST[name]} AND {_IS_HEAD}" if by_story and name != "snoozed" else _IN_LIST[name]


def _row_from(row: tuple[Any, ...]) -> ArticleRow:
    (
        key,
        id_,
        title,
        opening,
        publisher,
        byline,
        origin,
        origin_url,
        url,
        published,
        added,
        *rest,
    ) = row
    state, is_read, words, claims, progress, snoozed, evidence, notes = rest
    return ArticleRow(
        key=key,
        id=id_,
        title=title and on_one_line(title),
        opening=on_one_line(opening),
        publisher=publisher and on_one_line(publisher),
        byline=byline and on_one_line(byline),
        origin=Origin(on_one_line(origin), origin_url and on_one_line(origin_url)) if origin else None,
        url=url and on_one_line(url),
        published_on=date.fromisoformat(published) if published else None,
        added_at=datetime.fromisoformat(added),
        state=state,
        is_read=bool(is_read),
        words=words,
        claims=claims,
        progress=progress,
        snoozed_until=date.fromisoformat(snoozed) if snoozed else None,
        evidence=decode_evidence(evidence),
        notes=notes,
    )
