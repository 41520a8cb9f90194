"""Rows of another store, brought into one that is in use."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from briefreader.model.article import FEWEST_WORDS_OF_ITS_OWN
from briefreader.model.errors import StoreError
from briefreader.model.ids import AnnotationId, ArticleId
from briefreader.model.store_row import TABLES, StoreRow, Taken
from briefreader.store.hashing import row_hash
from briefreader.store.journal import Batch, columns_of
from briefreader.store.lines import check_row, insert_row

_UNIQUE = {"feeds": "url", "verdicts": "key", "saved_views": "name"}
"""Besides its id, by what a row is known."""
_LEFT = frozenset({"journal", "feed_states"})
"""What the other store did before is its own; a feed that is new here is asked anew."""


@dataclass(slots=True)
class MergedLines:
    """Takes in rows, in their order, in one batch; what is here stays as it is."""

    _connection: sqlite3.Connection
    batch: Batch
    is_mine: bool
    """Notes keep the marks that they have; otherwise all of them become foreign."""
    homes: dict[str, ArticleId] = field(default_factory=dict)
    """Where the articles of the other store are in this one."""
    added: set[ArticleId] = field(default_factory=set)
    """Those that are new here."""
    notes: list[AnnotationId] = field(default_factory=list)
    """Those that are new here."""
    _waiting: dict[str, StoreRow] = field(default_factory=dict)
    _texts: dict[int, int] = field(default_factory=dict)
    _new: Counter[str] = field(default_factory=Counter)
    _known: Counter[str] = field(default_factory=Counter)
    _refused: list[str] = field(default_factory=list)
    _last_text: tuple[int, str] = (0, "")

    def take(self, rows: Iterable[StoreRow]) -> Taken:
        """Take rows in; what is known by its id, or as what it is, is left alone."""
        columns = {table: columns_of(self._connection, table) for table in TABLES}
        for row in rows:
            if row.table in _LEFT:
                continue
            try:
                check_row(row, columns)
                is_new = self._take(row)
            except (StoreError, sqlite3.IntegrityError, _HomelessError) as error:
                self._refused.append(str(error).removesuffix(". Nothing was imported."))
                continue
            if is_new is not None:
                (self._new if is_new else self._known)[row.table] += 1
        return Taken(dict(self._new), dict(self._known), tuple(self._refused))

    def _take(self, row: StoreRow) -> bool | None:
        """Take a row in; return whether it is new, None for one that is told with another."""
        if row.table == "articles":
            self._waiting[row.columns["id"]] = row
            return None
        if row.table == "revisions":
            return self._take_text(row)
        if row.table == "entries":
            return self._take_entry(row)
        if row.table == "anchors":
            return self._take_anchor(row)
        if self._is_known(row):
            return False
        self._insert(row)
        return True

    def _take_text(self, row: StoreRow) -> bool:
        theirs, text = row.columns["article_id"], row.columns
        home = self.homes.get(theirs) or self._home(theirs, text["sha256"])
        self.homes[theirs] = home
        same = self._one("SELECT id FROM revisions WHERE article_id = ? AND sha256 = ?", home, text["sha256"])
        if same is None:
            number = self._one("SELECT 1 + count(*) FROM revisions WHERE article_id = ?", home)
            columns = {name: value for name, value in text.items() if name != "id"}
            same = insert_row(self._connection, "revisions", {**columns, "article_id": home, "number": number})
        self._texts[text["id"]] = same
        if home in self.added and self._waiting[theirs].columns["revision_id"] == text["id"]:
            self._connection.execute("UPDATE articles SET revision_id = ? WHERE id = ?", [same, home])
        return home in self.added

    def _home(self, theirs: str, sha256: str) -> ArticleId:
        """Return the article that another store's is here: the same one, the same page or text; else add it."""
        article = self._waiting.get(theirs)
        if article is None:
            raise _HomelessError(f"a text belongs to an article {theirs!r} that is not in the file")
        found = self._known_as(article, sha256)
        if found:
            self._known["articles"] += 1
            return ArticleId(found)
        columns = {name: value for name, value in article.columns.items() if name not in ("key", "story")}
        insert_row(self._connection, "articles", {**columns, "revision_id": None, "state": "trash"})
        self.batch.update("articles", ArticleId(theirs), theirs, {"state": article.columns["state"]})
        self._new["articles"] += 1
        self.added.add(ArticleId(theirs))
        return ArticleId(theirs)

    def _known_as(self, article: StoreRow, sha256: str) -> str | None:
        """Return the article that was here before the import and is this one; a short text makes nothing the same."""
        text = sha256 if article.columns["words"] >= FEWEST_WORDS_OF_ITS_OWN else None
        candidates = (
            ("SELECT id FROM articles WHERE id = ?", article.columns["id"]),
            ("SELECT article_id FROM revisions WHERE sha256 = ? ORDER BY id", text),
            ("SELECT id FROM articles WHERE url_key = ? ORDER BY key", article.columns["url_key"]),
        )
        for query, value in candidates:
            for (found,) in self._connection.execute(query, [value]):
                if found not in self.added:
                    return str(found)
        return None

    def _take_anchor(self, row: StoreRow) -> bool | None:
        """Keep where a new note stands in a later text; where that text is an article's of ours, it is found anew."""
        note, text = row.columns["annotation_id"], self._texts.get(row.columns["revision_id"])
        article = self._one("SELECT article_id FROM annotations WHERE id = ?", note)
        if note in self.notes and text is not None and article in self.added:
            moved = {**row.columns, "id": f"{note}:{text}", "revision_id": text}
            self.batch.insert("anchors", ArticleId(article), moved)
            return True
        return None

    def _take_entry(self, row: StoreRow) -> bool | None:
        home = self.homes.get(row.columns["article_id"])
        if home is None or self._one("SELECT 1 FROM feeds WHERE id = ?", row.columns["feed_id"]) is None:
            return None
        self._connection.execute(
            """
            INSERT OR IGNORE INTO entries (feed_id, key, article_id, digest, changes, owns)
            VALUES (:feed_id, :key, :home, :digest, :changes, :owns)
            """,
            {**row.columns, "home": home},
        )
        return None

    def _is_known(self, row: StoreRow) -> bool:
        other = _UNIQUE.get(row.table, "id")
        return (
            self._one(
                f"SELECT 1 FROM {row.table} WHERE id = ? OR {other} = ?",  # noqa: S608 - checked: one of TABLES
                row.columns["id"],
                row.columns[other],
            )
            is not None
        )

    def _insert(self, row: StoreRow) -> None:
        columns: dict[str, Any] = dict(row.columns)
        for name in ("article_id", "without"):
            if theirs := columns.get(name):
                columns[name] = self.homes.get(theirs) or self._missing(row, "an article")
        if text := columns.get("revision_id"):
            columns["revision_id"] = self._texts.get(text) or self._missing(row, "a text")
        if row.table == "annotations":
            self._check_words(row, columns)
            columns["is_foreign"] = int(not self.is_mine or bool(columns.get("is_foreign")))
            columns["hash"] = row_hash(columns)
        article_id = columns.get("article_id")
        self.batch.insert(row.table, article_id, columns)  # type: ignore[arg-type]  # the others are taken elsewhere
        if row.table == "annotations":
            self.notes.append(columns["id"])

    def _check_words(self, row: StoreRow, columns: dict[str, Any]) -> None:
        json.loads(columns["tags"])
        if columns["start"] is not None:
            text = self._text_of(columns["revision_id"])
            if text[columns["start"] : columns["end"]] != columns["exact"]:
                raise _HomelessError(f"note {row.columns['id']!r} does not match its words")

    def _text_of(self, revision_id: int) -> str:
        """Return a text; the last one is kept, since notes on one text follow one another."""
        if self._last_text[0] != revision_id:
            self._last_text = (revision_id, self._one("SELECT text FROM revisions WHERE id = ?", revision_id))
        return self._last_text[1]

    def _missing(self, row: StoreRow, what: str) -> NoReturn:
        raise _HomelessError(f"row {row.columns['id']!r} of {row.table} refers to {what} that is not in the file")

    def _one(self, query: str, *values: object) -> Any:  # noqa: ANN401 - whatever the column holds
        found = self._connection.execute(query, values).fetchone()
        return found[0] if found else None


class _HomelessError(Exception):
    """A row has no place in this store."""
