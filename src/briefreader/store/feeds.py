"""The feeds in the store, how fetching them goes, and which of their entries is which article."""

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any, NamedTuple

from briefreader.model.addresses import address_key
from briefreader.model.control_characters import on_one_line
from briefreader.model.errors import NotFoundError
from briefreader.model.feed import Feed, FeedState
from briefreader.model.ids import ArticleId, FeedId
from briefreader.store.journal import Batch

_MOMENTS = frozenset(field.name for field in fields(FeedState) if field.name.endswith(("_at", "_since")))


class KnownEntry(NamedTuple):
    """What the store knows of an entry."""

    article_id: ArticleId
    digest: str
    changes: int
    """How often its text has changed since it came."""


class WantedPage(NamedTuple):
    """An article that is still to have the whole text of its page."""

    article_id: ArticleId
    feed_id: FeedId
    url: str
    tries: int
    """How often the page could not be had."""


@dataclass(frozen=True, slots=True)
class FeedTable:
    """Reads and writes feeds."""

    _connection: sqlite3.Connection

    def add(self, batch: Batch, feed: Feed) -> None:
        """Keep a new feed, and that its address was typed if it was."""
        batch.insert("feeds", None, _columns(feed))
        if feed.typed:
            self.trust(feed.url)

    def replace(self, batch: Batch, feed: Feed) -> None:
        """Keep a feed in place of the one with its id.

        Raises:
            NotFoundError: there is no such feed.

        """
        changed = {name: value for name, value in _columns(feed).items() if name != "typed"}  # not a feed's to say
        if not batch.update("feeds", None, feed.id, changed):
            raise NotFoundError("feed", feed.id)

    def delete(self, batch: Batch, feed_id: FeedId) -> None:
        """Take a feed away; its articles stay, and what is known of its entries, should it come back.

        Raises:
            NotFoundError: there is no such feed.

        """
        if not batch.delete("feeds", None, feed_id):
            raise NotFoundError("feed", feed_id)

    def all(self) -> tuple[tuple[Feed, FeedState], ...]:
        """Return every feed by folder and title, with how fetching it goes."""
        rows = self._connection.execute(
            """
            SELECT id, url, title, folder, full_text, url IN (SELECT url FROM typed_addresses), added_at, state
            FROM feeds LEFT JOIN feed_states ON feed_states.feed_id = feeds.id
            ORDER BY folder COLLATE NOCASE, title COLLATE NOCASE, id
            """
        )
        return tuple((_feed_from(row), _state_from(row[7])) for row in rows)

    def trust(self, url: str) -> None:
        """Keep that the reader has typed an address: a permission, which no file brings and no undo takes back."""
        self._connection.execute("INSERT OR IGNORE INTO typed_addresses VALUES (:url)", {"url": url})

    def inbox_counts(self, today: date) -> dict[FeedId, int]:
        """Return how many articles of each feed are in the inbox; a feed without any is left out."""
        rows = self._connection.execute(
            """
            SELECT feed_id, count(DISTINCT article_id) FROM entries JOIN articles ON articles.id = article_id
            WHERE state = 'inbox' AND (snoozed_until IS NULL OR snoozed_until <= :today) GROUP BY 1
            """,
            {"today": today.isoformat()},
        )
        return dict(rows.fetchall())

    def set_state(self, feed_id: FeedId, state: FeedState) -> None:
        """Keep how fetching a feed has gone."""
        told = asdict(state)
        self._connection.execute(
            """
            INSERT INTO feed_states (feed_id, next_at, state) VALUES (:feed_id, :next_at, :state)
            ON CONFLICT (feed_id) DO UPDATE SET next_at = excluded.next_at, state = excluded.state
            """,
            {
                "feed_id": feed_id,
                "next_at": state.next_at and state.next_at.isoformat(),
                "state": json.dumps(
                    {name: value.isoformat() if isinstance(value, datetime) else value for name, value in told.items()}
                ),
            },
        )

    def known(self, feed_id: FeedId, keys: Collection[str]) -> dict[str, KnownEntry]:
        """Return what is known of these entries; those that are new are left out."""
        rows = self._connection.execute(
            """
            SELECT key, article_id, digest, changes FROM entries
            WHERE feed_id = :feed_id AND key IN (SELECT value FROM json_each(:keys))
            """,
            {"feed_id": feed_id, "keys": json.dumps(list(keys))},
        )
        return {key: KnownEntry(ArticleId(article_id), digest, changes) for key, article_id, digest, changes in rows}

    def owner(self, article_id: ArticleId) -> FeedId | None:
        """Return the feed that brought an article first; None for one that no feed brought.

        Where that feed is no more, the one that lists the article under the same key from its address: it was added
        again.
        """
        row = self._connection.execute(
            """
            SELECT heir.feed_id FROM entries AS first
            JOIN entries AS heir ON heir.article_id = first.article_id AND heir.key = first.key
            LEFT JOIN feeds ON feeds.id = heir.feed_id
            WHERE first.article_id = :id AND first.owns AND (heir.feed_id = first.feed_id OR feeds.url IN (
                SELECT json_extract(before, '$.url') FROM journal
                WHERE table_name = 'feeds' AND row_id = first.feed_id AND before IS NOT NULL
            ))
            ORDER BY feeds.id IS NULL, heir.feed_id != first.feed_id, feeds.added_at
            LIMIT 1
            """,
            {"id": article_id},
        ).fetchone()
        return row and FeedId(row[0])

    def keys_of(self, feed_id: FeedId, article_id: ArticleId) -> frozenset[str]:
        """Return the keys under which a feed lists or has listed an article."""
        rows = self._connection.execute(
            "SELECT key FROM entries WHERE article_id = :article_id AND feed_id = :feed_id",
            {"article_id": article_id, "feed_id": feed_id},
        )
        return frozenset(key for (key,) in rows)

    def listed_at(self, url: str, key: str) -> ArticleId | None:
        """Return the article on a page that any feed lists under a key; None without one."""
        row = self._connection.execute(
            """
            SELECT articles.id FROM articles JOIN entries ON article_id = articles.id
            WHERE url_key = :page AND entries.key = :key ORDER BY articles.key LIMIT 1
            """,
            {"page": address_key(url), "key": key},
        ).fetchone()
        return row and ArticleId(row[0])

    def set_entry(self, feed_id: FeedId, key: str, entry: KnownEntry, *, owns: bool) -> None:
        """Keep which article an entry is; ``owns`` says that this feed brought it first. Inside a transaction."""
        self._connection.execute(
            """
            INSERT INTO entries (feed_id, key, article_id, digest, changes, owns)
            VALUES (:feed_id, :key, :article_id, :digest, :changes, :owns)
            ON CONFLICT (feed_id, key) DO UPDATE SET
                article_id = excluded.article_id, digest = excluded.digest, changes = excluded.changes
            """,
            {"feed_id": feed_id, "key": key, "owns": int(owns), **entry._asdict()},
        )

    def want_page(self, feed_id: FeedId, article_id: ArticleId) -> None:
        """Keep that an article is to have the whole text of its page. Inside a transaction."""
        self._connection.execute(
            """
            INSERT INTO wanted_pages (article_id, feed_id) VALUES (:article_id, :feed_id)
            ON CONFLICT (article_id) DO UPDATE SET feed_id = excluded.feed_id, tries = 0
            """,
            {"article_id": article_id, "feed_id": feed_id},
        )

    def wanted_pages(self) -> list[WantedPage]:
        """Return the pages that are still wanted, the longest known first."""
        rows = self._connection.execute(
            """
            SELECT article_id, feed_id, url, tries FROM wanted_pages JOIN articles ON articles.id = article_id
            WHERE url IS NOT NULL ORDER BY articles.key
            """
        )
        return [WantedPage(ArticleId(article_id), FeedId(feed_id), *rest) for article_id, feed_id, *rest in rows]

    def page_failed(self, article_id: ArticleId) -> None:
        """Keep that a page could not be had once more."""
        self._connection.execute("UPDATE wanted_pages SET tries = tries + 1 WHERE article_id = :id", {"id": article_id})

    def page_done(self, article_id: ArticleId) -> None:
        """Want a page no more."""
        self._connection.execute("DELETE FROM wanted_pages WHERE article_id = :id", {"id": article_id})

    def failed_files(self) -> dict[str, str]:
        """Return the stamp of each file of the inbox folder that could not be read."""
        return dict(self._connection.execute("SELECT path, stamp FROM failed_files").fetchall())

    def file_failed(self, path: str, stamp: str) -> None:
        """Keep that a file could not be read as it was then."""
        self._connection.execute(
            """
            INSERT INTO failed_files (path, stamp) VALUES (:path, :stamp)
            ON CONFLICT (path) DO UPDATE SET stamp = excluded.stamp
            """,
            {"path": path, "stamp": stamp},
        )


def _columns(feed: Feed) -> Mapping[str, Any]:
    return {
        "id": feed.id,
        "url": feed.url,
        "title": feed.title,
        "folder": feed.folder,
        "full_text": int(feed.full_text),
        "typed": int(feed.typed),
        "added_at": feed.added_at.isoformat(),
    }


def _feed_from(row: tuple[Any, ...]) -> Feed:
    id_, url, title, folder, full_text, typed, added_at, _ = row
    return Feed(
        id=FeedId(id_),
        url=on_one_line(url),
        title=on_one_line(title),
        folder=on_one_line(folder),
        full_text=bool(full_text),
        typed=bool(typed),
        added_at=datetime.fromisoformat(added_at),
    )


def _state_from(told: str | None) -> FeedState:
    if told is None:
        return FeedState()
    values: dict[str, Any] = json.loads(told)
    values |= {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    for name in _MOMENTS & values.keys():
        values[name] = values[name] and datetime.fromisoformat(values[name])
    return FeedState(**values)
