"""All that the store holds but what can be worked out again, row by row, and back."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from briefreader.model.analysis import Analysis
from briefreader.model.errors import StoreError
from briefreader.model.ids import ArticleId, RevisionId
from briefreader.model.store_row import TABLES, StoreRow
from briefreader.store.analyses import write_analysis
from briefreader.store.encoding import decode_document
from briefreader.store.hashing import text_digest
from briefreader.store.journal import columns_of, transaction, undoable
from briefreader.store.line_values import check_value
from briefreader.store.packing import pack, unpack

_ORDERS = {"articles": "key", "entries": "feed_id, key", "feed_states": "feed_id"}
_ABOUT = ("annotations", "corrections", "refusals", "silences", "watch_items", "verdicts", "story_vetoes")
_OF_ARTICLES = {
    "articles": "id IN (SELECT value FROM json_each(:ids))",
    **dict.fromkeys(
        ("revisions", *_ABOUT),
        "article_id IN (SELECT value FROM json_each(:ids))",
    ),
    "anchors": "annotation_id IN (SELECT id FROM annotations WHERE article_id IN (SELECT value FROM json_each(:ids)))",
    "theses": """
        id IN (SELECT thesis_id FROM annotations WHERE article_id IN (SELECT value FROM json_each(:ids))
               UNION SELECT thesis_id FROM watch_items WHERE article_id IN (SELECT value FROM json_each(:ids)))
    """,
}
"""Which rows go with some articles; of the other tables none does."""
_ABSENT_BEFORE = {"annotations": frozenset({"is_foreign"})}
"""Columns that files written by an earlier version do not have."""
_ENDLESS = 2**53
"""More entries than any journal will have, and few enough to count on."""
_NOT_ANALYSED = 0
"""The version of the analysis of a text that is still to be analysed."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Reads all rows, and writes them into an empty store."""

    _connection: sqlite3.Connection

    def rows(self, articles: Collection[ArticleId] | None = None) -> Iterator[StoreRow]:
        """Yield all rows, or those that go with some articles; the same rows in the same order each time."""
        with self._snapshot():
            for table in TABLES:
                if articles is None:
                    yield from self._rows(table)
                elif table in _OF_ARTICLES:
                    yield from self._rows(table, articles)

    def authored(self) -> Iterator[StoreRow]:
        """Yield what the reader has written, with the articles that it is about; not what was done before."""
        with self._snapshot():
            columns = {**dict.fromkeys(_ABOUT, "article_id"), "claim_edits": "without"}
            about = [
                f"SELECT {column} FROM {table} WHERE {column} NOT NULL"  # noqa: S608 - the names above
                for table, column in columns.items()
            ]
            articles = {ArticleId(id_) for (id_,) in self._connection.execute(" UNION ".join(about))}
            for table in TABLES:
                if table in ("articles", "revisions"):
                    yield from self._rows(table, articles)
                elif table not in ("entries", "feed_states", "journal"):
                    yield from self._rows(table)

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Read all that is read inside as it was at one moment, whatever another program writes meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def _rows(self, table: str, articles: Collection[ArticleId] | None = None) -> Iterator[StoreRow]:
        where = "1" if articles is None else _OF_ARTICLES[table]
        cursor = self._connection.execute(
            f"SELECT * FROM {table} WHERE {where} ORDER BY {_ORDERS.get(table, 'id')}",  # noqa: S608 - one of TABLES
            {} if articles is None else {"ids": json.dumps(sorted(articles))},
        )
        names = [column[0] for column in cursor.description]
        for row in cursor:
            columns = dict(zip(names, row, strict=True))
            yield StoreRow(table, {**columns, "layout": unpack(columns["layout"])} if "layout" in columns else columns)

    def restore(self, rows: Iterable[StoreRow]) -> dict[str, int]:
        """Write rows into an empty store, all or none; return how many of each table.

        Raises:
            StoreError: a row is not of this store's making: it has other columns, points at nothing, or a note does not
                stand on its words.

        """
        columns = {table: columns_of(self._connection, table) for table in TABLES}
        count = dict.fromkeys(TABLES, 0)
        with transaction(self._connection):
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            for row in rows:
                check_row(row, columns)
                insert_row(self._connection, row.table, row.columns)
                count[row.table] += 1
            self._connection.execute("INSERT INTO article_words (article_words) VALUES ('rebuild')")
            if disordered_entries(self._connection):
                raise StoreError("its journal is out of order. Nothing was imported.")
            if misplaced := misplaced_notes(self._connection):
                raise StoreError(f"note {misplaced[0]} does not match its words. Nothing was imported.")
        return {table: number for table, number in count.items() if number}


def insert_row(connection: sqlite3.Connection, table: str, columns: Mapping[str, Any]) -> int:
    """Add a row that has been checked, a text as one that is still to be analysed; return its number."""
    names = ", ".join(columns)
    values = ", ".join(f":{name}" for name in columns)
    cursor = connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({values})",  # noqa: S608 - checked: one of TABLES, with its columns
        {**columns, "layout": pack(columns["layout"])} if "layout" in columns else dict(columns),
    )
    number = cursor.lastrowid or 0
    if table == "revisions":
        write_analysis(connection, RevisionId(number), Analysis(), _NOT_ANALYSED)
    return number


def misplaced_notes(connection: sqlite3.Connection) -> list[str]:
    """Return the notes that do not stand on their words."""
    query = "SELECT revision_id, id, start, end, exact FROM annotations WHERE start IS NOT NULL ORDER BY revision_id"
    misplaced: list[str] = []
    for revision_id, notes in groupby(connection.execute(query), key=itemgetter(0)):
        row = connection.execute("SELECT text FROM revisions WHERE id = ?", [revision_id]).fetchone()
        text = row[0] if row else None  # each text is read once: SQLite counts characters from its start
        misplaced += [id_ for _, id_, start, end, exact in notes if text is not None and text[start:end] != exact]
    return sorted(misplaced)


def disordered_entries(connection: sqlite3.Connection) -> list[int]:
    """Return the entries of the journal that are in an earlier batch than the one before them, or in none."""
    rows = connection.execute(
        """
        SELECT id FROM (SELECT id, batch, lag(batch, 1, 1) OVER (ORDER BY id) AS last FROM journal)
        WHERE batch < last OR batch > id OR id >= :endless
        """,
        {"endless": _ENDLESS},
    )
    return [id_ for (id_,) in rows]


def check_row(row: StoreRow, columns: Mapping[str, frozenset[str]]) -> None:
    """Check that a row could have been written by this program.

    Raises:
        StoreError: it could not; the message names it.

    """
    if columns[row.table] - _ABSENT_BEFORE.get(row.table, frozenset()) - row.columns.keys() or (
        row.columns.keys() - columns[row.table]
    ):
        raise _refused(row, "has columns that this version does not know")
    try:
        for name, value in row.columns.items():
            check_value(name, value)
        if row.table == "revisions":
            _check_text(row)
        if row.table == "journal":
            _check_entry(row, columns)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError) as error:
        raise _refused(row, f"has an invalid value ({error})") from error


def _check_text(row: StoreRow) -> None:
    text = row.columns["text"]
    if text_digest(text) != row.columns["sha256"]:
        raise _refused(row, "does not match its hash")
    document = decode_document(text, row.columns["layout"])
    places = [(block.start, block.end) for block in document.blocks]
    places += [(inline.span.start, inline.span.end) for inline in document.inlines]
    places += [cell for block in document.blocks for cells in block.rows for cell in cells]
    if any(not 0 <= start <= end <= len(text) for start, end in places):
        raise _refused(row, "has a layout that exceeds its text")


def _check_entry(row: StoreRow, columns: Mapping[str, frozenset[str]]) -> None:
    """Check what undo would write, and that what is written later comes after it."""
    entry = row.columns
    if not 0 < entry["batch"] <= entry["id"] < _ENDLESS:
        raise _refused(row, "is out of order")
    parts = undoable(entry["table_name"], entry["row_id"], entry["before"], entry["after"], columns)
    if parts is None:
        raise _refused(row, "refers to data that this version does not write")
    for part in parts:
        for name, value in (part or {}).items():
            check_value(name, value)


def _refused(row: StoreRow, why: str) -> StoreError:
    name = row.columns.get("id") or row.columns.get("feed_id")
    return StoreError(f"row {str(name)[:40]!r} of {row.table} {why}. Nothing was imported.")
