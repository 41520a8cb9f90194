"""Every write as before and after, in batches that can be undone and redone, across restarts."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

from briefreader.model.control_characters import on_one_line
from briefreader.model.errors import StoreError
from briefreader.model.ids import ArticleId
from briefreader.model.journal import LoggedBatch, Undone
from briefreader.store.hashing import row_hash
from briefreader.store.open_file import StoreConnection

JournaledTable = Literal[
    "articles",
    "annotations",
    "anchors",
    "corrections",
    "silences",
    "refusals",
    "theses",
    "watch_items",
    "feeds",
    "saved_views",
    "verdicts",
    "claim_edits",
    "story_vetoes",
]
JOURNALED: frozenset[str] = frozenset(get_args(JournaledTable))
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Batch:
    """Writes that are undone together; each goes to its table and to the journal."""

    _connection: sqlite3.Connection
    _number: int
    _at: str
    _verb: str

    def insert(self, table: JournaledTable, article_id: ArticleId | None, row: Row) -> None:
        """Add a row; it must have an ``id``. ``article_id``: the article that it is about; None for none."""
        _insert(self._connection, table, row)
        self._record(table, article_id, row["id"], None, row)

    def update(self, table: JournaledTable, article_id: ArticleId | None, row_id: str, changes: Row) -> bool:
        """Change the columns named; False when no row has this id."""
        before = row_of(self._connection, table, row_id)
        if before is None:
            return False
        old = {column: before[column] for column in changes}
        if old != dict(changes):
            _update(self._connection, table, row_id, changes)
            self._record(table, article_id, row_id, old, changes)
        return True

    def update_articles(self, keys: Sequence[int], changes: Row) -> int:
        """Change the columns named of many articles at once, ten thousand in a third of a second; return of how many.

        Those that are so already are left alone.
        """
        columns = ", ".join(f"'{column}', {column}" for column in changes)
        settings = ", ".join(f"{column} = :{column}" for column in changes)
        differs = " OR ".join(f"{column} IS NOT :{column}" for column in changes)
        chosen = f"key IN (SELECT value FROM json_each(:keys)) AND ({differs})"  # noqa: S608 - names of ours
        values = {**changes, "keys": json.dumps(list(keys))}
        self._forget_redo()
        self._connection.execute(
            f"""
            INSERT INTO journal (batch, at, verb, article_id, table_name, row_id, before, after)
            SELECT :batch, :at, :verb, id, 'articles', id, json_object({columns}), :after
            FROM articles WHERE {chosen} ORDER BY sort_at DESC, key DESC
            """,  # noqa: S608 - names of ours
            {
                **values,
                "batch": self._number,
                "at": self._at,
                "verb": self._verb,
                "after": json.dumps(dict(changes)),
            },
        )
        return self._connection.execute(f"UPDATE articles SET {settings} WHERE {chosen}", values).rowcount  # noqa: S608 - as above

    def delete(self, table: JournaledTable, article_id: ArticleId | None, row_id: str) -> bool:
        """Remove a row, which the journal keeps; False when no row has this id."""
        before = row_of(self._connection, table, row_id)
        if before is None:
            return False
        _delete(self._connection, table, row_id)
        self._record(table, article_id, row_id, before, None)
        return True

    def is_at(self, last: tuple[int, str] | None) -> bool:
        """Return whether the journal's newest entry is of this batch and done; ``last``: its number and status."""
        return last == (self._number, "done")

    def _record(
        self,
        table: JournaledTable,
        article_id: ArticleId | None,
        row_id: str,
        before: Row | None,
        after: Row | None,
    ) -> None:
        self._forget_redo()
        self._connection.execute(
            """
            INSERT INTO journal (batch, at, verb, article_id, table_name, row_id, before, after)
            VALUES (:batch, :at, :verb, :article_id, :table, :row_id, :before, :after)
            """,
            {
                "batch": self._number,
                "at": self._at,
                "verb": self._verb,
                "article_id": article_id,
                "table": table,
                "row_id": row_id,
                "before": None if before is None else json.dumps(dict(before)),
                "after": None if after is None else json.dumps(dict(after)),
            },
        )

    def _forget_redo(self) -> None:
        self._connection.execute("UPDATE journal SET status = 'superseded' WHERE status = 'undone'")


@dataclass(frozen=True, slots=True)
class Journal:
    """Opens batches, and takes them back."""

    _connection: sqlite3.Connection
    done_here: list[str] = field(default_factory=list)
    """What was written, undone and redone by this journal and nobody else, as undo names it, the newest last."""

    @contextmanager
    def batch(self, verb: str, at: datetime) -> Iterator[Batch]:
        """Write in one transaction, all or nothing; ``verb`` says what is done, as undo will name it.

        The first write of a batch ends what could be redone.
        """
        with transaction(self._connection):
            last = self.last_batch()
            yield Batch(self._connection, last + 1, at.isoformat(), verb)
            is_written = self.last_batch() > last
        if is_written:
            self.done_here.append(verb)

    @contextmanager
    def more_of(self, batch: Batch | None) -> Iterator[Batch | None]:
        """Write in one transaction what undo takes back together with an earlier batch.

        Yields None if that batch is not the last one, or was undone: what is written then cannot be undone.
        """
        with transaction(self._connection):
            last = self._connection.execute("SELECT batch, status FROM journal ORDER BY id DESC LIMIT 1").fetchone()
            yield batch if batch and batch.is_at(last) else None

    def last_batch(self) -> int:
        """Return the number of the newest batch; 0 when nothing was ever done."""
        last: int = self._connection.execute("SELECT coalesce(max(batch), 0) FROM journal").fetchone()[0]
        return last

    def last_change(self) -> int:
        """Return a number that grows with each write that can be undone, and is another after undo."""
        last: int = self._connection.execute(
            """
            SELECT (SELECT coalesce(max(id), 0) FROM journal) * 2
                + (SELECT count(*) FROM journal WHERE status = 'undone')
            """
        ).fetchone()[0]
        return last

    def undo(self) -> Undone | None:
        """Take back the last batch that is not undone; None when there is none."""
        return self._move("done", "undone")

    def redo(self) -> Undone | None:
        """Do the last undone batch again; None when there is none."""
        return self._move("undone", "done")

    def log(self, most: int) -> list[LoggedBatch]:
        """Return the last batches, the newest first."""
        rows = self._connection.execute(
            """
            SELECT batch, min(at), min(verb), min(status), count(*) FROM journal
            GROUP BY batch ORDER BY batch DESC LIMIT :most
            """,
            {"most": most},
        )
        return [
            LoggedBatch(number=number, at=datetime.fromisoformat(at), verb=on_one_line(verb), status=status, rows=count)
            for number, at, verb, status, count in rows
        ]

    def replay(self, until: datetime | None = None) -> dict[JournaledTable, dict[str, dict[str, Any]]]:
        """Return the rows of each table as they stood after ``until``, or stand now, made from the journal alone.

        Of articles, only the columns that were ever changed. What was undone since counts as never done.
        """
        tables: dict[JournaledTable, dict[str, dict[str, Any]]] = {}
        entries = self._connection.execute(
            """
            SELECT table_name, row_id, after FROM journal
            WHERE status = 'done' AND (:until IS NULL OR at <= :until) ORDER BY id
            """,
            {"until": until and until.isoformat()},
        )
        for table, row_id, after in entries:
            rows = tables.setdefault(table, {})
            if after is None:
                rows.pop(row_id, None)
            else:
                rows[row_id] = {**rows.get(row_id, {}), **json.loads(after)}
        return tables

    def _move(self, status: Literal["done", "undone"], to: Literal["done", "undone"]) -> Undone | None:
        """Set the newest done, or the oldest undone, batch to the other status."""
        newest = to == "undone"
        with transaction(self._connection):
            number = self._connection.execute(
                f"SELECT {'max' if newest else 'min'}(batch) FROM journal WHERE status = :status",  # noqa: S608 - one of two words
                {"status": status},
            ).fetchone()[0]
            if number is None:
                return None
            entries = self._connection.execute(
                f"""
                SELECT verb, article_id, table_name, row_id, before, after
                FROM journal WHERE batch = :batch ORDER BY id {"DESC" if newest else "ASC"}
                """,  # noqa: S608 - one of two words
                {"batch": number},
            ).fetchall()
            columns = {table: columns_of(self._connection, table) for table in {entry[2] for entry in entries}}
            for _, _, table, row_id, before, after in entries:
                parts = undoable(table, row_id, before, after, columns)
                if parts is None:
                    raise StoreError("nothing was undone: another program changed the journal. Run briefreader doctor.")
                old, new = reversed(parts) if newest else parts
                self._restore(table, row_id, old, new)
            self._connection.execute(
                "UPDATE journal SET status = :status WHERE batch = :batch",
                {"status": to, "batch": number},
            )
        self.done_here.append(entries[0][0])
        ids = dict.fromkeys(ArticleId(entry[1]) for entry in entries if entry[1])
        return Undone(entries[0][0], tuple(ids), number)

    def _restore(self, table: JournaledTable, row_id: str, old: Row | None, new: Row | None) -> None:
        if new is None:
            _delete(self._connection, table, row_id)
        elif old is None:
            _insert(self._connection, table, new)
        else:
            _update(self._connection, table, row_id, new)
        if table == "annotations" and new and "hash" not in new:  # written before rows had hashes
            self._connection.execute(
                "UPDATE annotations SET hash = :hash WHERE id = :id",
                {"id": row_id, "hash": row_hash(row_of(self._connection, table, row_id) or {})},
            )


def changed_columns(before: Row, after: Row) -> dict[str, Any]:
    """Return the columns that differ, as they are afterwards."""
    return {column: value for column, value in after.items() if before[column] != value}


def row_of(connection: sqlite3.Connection, table: JournaledTable, row_id: str) -> dict[str, Any] | None:
    """Return a row; None when no row has this id."""
    cursor = connection.execute(
        f"SELECT * FROM {table} WHERE id = :id",  # noqa: S608 - one of our names
        {"id": row_id},
    )
    row = cursor.fetchone()
    names = [column[0] for column in cursor.description]
    return dict(zip(names, row, strict=True)) if row else None


def columns_of(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    """Return the names of a table's columns."""
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", [table])
    return frozenset(name for (name,) in rows)


def undoable(
    table: str, row_id: str, before: str | None, after: str | None, columns: Mapping[str, frozenset[str]]
) -> tuple[Row | None, Row | None] | None:
    """Return what an entry of the journal has written, as it was before and after; None where undo must not follow it.

    The names of its table and columns go into SQL as they stand there, and nothing gives a row another id.
    ``columns``: those of each table that there is.
    """
    try:
        old, new = (None if part is None else json.loads(part) for part in (before, after))
    except (ValueError, RecursionError):
        return None
    rows = [row for row in (old, new) if row is not None]
    if table not in JOURNALED or table not in columns or not rows:
        return None
    otherwise = row_id if len(rows) > 1 else None  # what is added or deleted is told whole
    for row in rows:
        if not isinstance(row, dict) or not columns[table].issuperset(row) or row.get("id", otherwise) != row_id:
            return None
    return old, new


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is written inside, or none of it.

    Raises:
        StoreError: the database could not take it (locked, disk full); nothing was written.
        StoreLostError: the file that is open is no longer the store's.

    """
    files = connection if isinstance(connection, StoreConnection) else None
    if files:
        files.check_files()
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
        if files:
            files.confirm()
    except BaseException as error:
        if connection.in_transaction:  # a full disk makes SQLite roll back by itself
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            raise StoreError(f"could not save: {_in_words(error, connection)}") from error
        raise


def _in_words(error: sqlite3.Error, connection: sqlite3.Connection) -> str:
    if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_READONLY:
        return str(error)
    if connection.execute("PRAGMA query_only").fetchone()[0]:
        return "the store was written by a newer briefreader and is read-only here. Install the newer version."
    path: str = connection.execute("PRAGMA database_list").fetchone()[2]
    return f"the store {path} is write-protected. Allow writing to the file and its folder, or use a copy."


def _insert(connection: sqlite3.Connection, table: JournaledTable, row: Row) -> None:
    columns = ", ".join(row)
    values = ", ".join(f":{column}" for column in row)
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({values})", dict(row))  # noqa: S608 - ours, or checked


def _update(connection: sqlite3.Connection, table: JournaledTable, row_id: str, changes: Row) -> None:
    settings = ", ".join(f"{column} = :{column}" for column in changes)
    connection.execute(
        f"UPDATE {table} SET {settings} WHERE id = :row_id",  # noqa: S608 - ours, or checked
        {**changes, "row_id": row_id},
    )


def _delete(connection: sqlite3.Connection, table: JournaledTable, row_id: str) -> None:
    connection.execute(f"DELETE FROM {table} WHERE id = :id", {"id": row_id})  # noqa: S608 - ours, or checked
