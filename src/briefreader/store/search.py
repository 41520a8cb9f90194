"""Find articles by what is in them and what is known of them."""

import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefreader.model.article import ListName
from briefreader.model.ids import ArticleKey
from briefreader.model.query import Order, Query, Words, mentions
from briefreader.store.file_errors import FILE_ERRORS, message_of
from briefreader.store.journal import transaction
from briefreader.store.query_sql import Condition, phrase_of

_ORDERS: dict[Order, str] = {
    "newest": "sort_at DESC, key DESC",
    "shortest": "words, sort_at DESC, key DESC",
}

BEGIN, END = "\x02", "\x03"
"""What stands round each of the words looked for in a marked text; no text has it."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Asks for articles by query."""

    _connection: sqlite3.Connection

    def keys(self, query: Query, today: date, *, within: ListName | None, order: Order = "newest") -> "array[int]":
        """Return the keys of the articles that a query asks for, in one list or anywhere.

        Anywhere is not in the trash, unless the query says which list it means.
        """
        condition = Condition(today)
        where = [condition.of(query)]
        if within:
            where.append(condition.in_list(within))
        elif not mentions(query, "is"):
            where.append("state <> 'trash'")
        rows = self._connection.execute(
            f"SELECT key FROM articles WHERE {' AND '.join(where)} ORDER BY {_ORDERS[order]}",  # noqa: S608 - as above
            condition.parameters,
        )
        return array("q", (row[0] for row in rows))

    def ranked(self, words: Sequence[Words]) -> dict[ArticleKey, float]:
        """Return how well texts fit some of the words, the lower the better; BM25, a title counting eight times."""
        if not words:
            return {}
        rows = self._connection.execute(
            "SELECT rowid, bm25(article_words, 8.0, 1.0) FROM article_words WHERE article_words MATCH :words",
            {"words": " OR ".join(map(phrase_of, words))},
        )
        return dict(rows.fetchall())

    def marked_texts(self, keys: Sequence[int], words: Sequence[Words]) -> dict[ArticleKey, str]:
        """Return each text that has some of the words, marked."""
        rows = self._connection.execute(
            """
            SELECT rowid, highlight(article_words, 1, :begin, :end) FROM article_words
            WHERE article_words MATCH :words AND rowid BETWEEN :first AND :last
                AND +rowid IN (SELECT value FROM json_each(:keys))
            """,  # + so that the index is gone through once, and not for each key
            {**_marking(keys, words), "first": min(keys, default=0), "last": max(keys, default=0)},
        )
        return {ArticleKey(key): text for key, text in rows if BEGIN in text}

    def marked_notes(self, keys: Sequence[int], words: Sequence[Words]) -> dict[ArticleKey, dict[str, str]]:
        """Return of each article that has some of the words in a note what has them, marked.

        Of several notes, the last; by where it stands: ``note``, ``tags`` or ``quote``.
        """
        rows = self._connection.execute(
            """
            SELECT articles.key, highlight(note_words, 0, :begin, :end), highlight(note_words, 2, :begin, :end),
                highlight(note_words, 1, :begin, :end)
            FROM json_each(:keys) CROSS JOIN articles ON articles.key = value
            CROSS JOIN note_keys ON note_keys.article_id = articles.id
            CROSS JOIN note_words ON note_words.rowid = note_keys.key
            WHERE note_words MATCH :words
            """,
            _marking(keys, words),
        )
        places = ("note", "tags", "quote")
        return {
            ArticleKey(key): {place: text for place, text in zip(places, texts, strict=True) if BEGIN in (text or "")}
            for key, *texts in rows
        }

    def texts(self, keys: Sequence[int], longest: int) -> dict[ArticleKey, str]:
        """Return how the texts of articles begin."""
        rows = self._connection.execute(
            """
            SELECT key, substr(text, 1, :longest) FROM articles JOIN revisions ON revisions.id = articles.revision_id
            WHERE key IN (SELECT value FROM json_each(:keys))
            """,
            {"keys": json.dumps(list(keys)), "longest": longest},
        )
        return dict(rows.fetchall())

    def texts_with(self, words: Iterable[str], most: int) -> dict[str, int]:
        """Return how many texts have each word, counted no further than ``most``."""
        return {
            word: self._connection.execute(
                "SELECT count(*) FROM (SELECT 1 FROM article_words WHERE article_words MATCH :word LIMIT :most)",
                {"word": phrase_of(Words(word)), "most": most},
            ).fetchone()[0]
            for word in words
        }

    def nearest(self, words: Sequence[str], most: int) -> list[ArticleKey]:
        """Return the articles that fit some of the words best, by BM25, the best first; also those in the trash."""
        if not words:
            return []
        rows = self._connection.execute(
            """
            SELECT rowid FROM article_words
            WHERE article_words MATCH :words AND rank MATCH 'bm25(8.0, 1.0)' ORDER BY rank LIMIT :most
            """,
            {"words": " OR ".join(phrase_of(Words(word)) for word in words), "most": most},
        )
        return [ArticleKey(key) for (key,) in rows]

    def total(self) -> int:
        """Return how many articles there are."""
        count: int = self._connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        return count

    def damage(self) -> str | None:
        """Return what is wrong with the index of words; None when it fits the texts."""
        try:
            self._connection.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
        except FILE_ERRORS as error:
            why = message_of(error)
            return f"the search index does not match the articles ({why}). Run briefreader doctor --rebuild."
        return None

    def rebuild(self) -> None:
        """Make the index of words anew from the texts; all of it, or nothing."""
        with transaction(self._connection):
            self._connection.execute("INSERT INTO article_words (article_words) VALUES ('rebuild')")


def _marking(keys: Sequence[int], words: Sequence[Words]) -> dict[str, str]:
    asked = " OR ".join(map(phrase_of, words))
    return {"keys": json.dumps(list(keys)), "words": asked, "begin": BEGIN, "end": END}


def add_functions(connection: sqlite3.Connection) -> None:
    """Let SQL compare names whatever their case, accents aside."""
    connection.create_function("folded", 1, folded, deterministic=True)
    connection.create_function("folded_in", 2, folded_in, deterministic=True)


@lru_cache(maxsize=4096)
def folded(text: str | None) -> str:
    """Return a name without case, for comparing."""
    return (text or "").casefold()


def folded_in(part: str, text: str | None) -> bool:
    """Tell whether a name holds a part, whatever their case."""
    return text is not None and folded(part) in folded(text)
