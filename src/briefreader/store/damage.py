"""Find what is wrong with a store: what anything but briefreader has changed."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from briefreader.model.errors import StoreError
from briefreader.store.hashing import row_hash, text_digest
from briefreader.store.journal import JOURNALED, Journal, columns_of, undoable
from briefreader.store.line_values import is_moment
from briefreader.store.lines import disordered_entries, misplaced_notes
from briefreader.store.packing import unpack
from briefreader.store.schema import foreign_objects
from briefreader.store.version import SCHEMA_VERSION

_UNJOURNALED = {"articles": frozenset({"claims", "words", "progress", "story", "revision_id"})}
"""Columns that are worked out, or kept without a way back."""

_MENDED_BEFORE, _NEXT_LINE, _MENDED = (3, 50, 7), (3, 51, 0), (3, 51, 3)
"""Where SQLite's error in resetting the WAL file is mended."""


def sqlite_trap(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str | None:
    """Return what a version of SQLite is known to do wrong to a store, in words; None where nothing is."""
    if version >= _MENDED or _MENDED_BEFORE <= version < _NEXT_LINE:
        return None
    name = ".".join(map(str, version))
    return (
        f"SQLite {name} on this machine can, in rare cases, lose a write when two programs write at the same moment. A"
        " Python with SQLite 3.51.3 or newer does not. Backups are made daily."
    )


def damage_in(connection: sqlite3.Connection) -> list[str]:
    """Return what is wrong, in words, the gravest first; nothing when all is as briefreader wrote it.

    SQLite's own check finds broken pages. A row that the reader has written is held against the journal, which has each
    write a second time, a text against its hash, a note against its hash and its words.
    """
    return list(_damage(connection))


def _damage(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        yield from _found(connection)
    except (sqlite3.DatabaseError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        yield f"the file cannot be read: {error}"


def _found(connection: sqlite3.Connection) -> Iterator[str]:
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)").fetchall()]
    yield from (line for line in found if line != "ok")
    if connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
        yield from (f"{what} does not belong to briefreader" for what in foreign_objects(connection))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield f"row {row} of {table} refers to a missing row of {parent}"
    for id_, text, sha256 in connection.execute("SELECT id, text, sha256 FROM revisions"):
        if text_digest(text) != sha256:
            yield f"text {id_} differs from the text that was added"
    yield from _unreadable(connection)
    foreign = list(_foreign_entries(connection))
    yield from foreign or _changed_rows(connection)
    for row in _rows(connection, "annotations"):
        if row["hash"] != row_hash(row):
            yield f"annotation {row['id']} was changed by another program"
    yield from (f"annotation {id_} does not match its words" for id_ in misplaced_notes(connection))


def _unreadable(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what cannot be unpacked: a checksum in it tells."""
    query = "SELECT id, layout, facts, statements FROM revisions JOIN analyses ON revision_id = id"
    for id_, *packed in connection.execute(query):
        try:
            for one in packed:
                unpack(one)
        except StoreError:
            yield f"the layout or the analysis of text {id_} is damaged"


def _foreign_entries(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the entries of the journal that name what this program does not write, which undo must never follow."""
    columns = {table: columns_of(connection, table) for table in JOURNALED}
    entries = connection.execute("SELECT id, at, table_name, row_id, before, after FROM journal")
    for id_, at, table, row_id, before, after in entries:
        if undoable(table, row_id, before, after, columns) is None:
            yield f"entry {id_} of the journal refers to data that briefreader does not write"
        elif not is_moment(at):
            yield f"entry {id_} of the journal has no valid time"
    yield from (f"entry {id_} of the journal is out of order" for id_ in disordered_entries(connection))


def _changed_rows(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the rows that are not as the journal has them."""
    for table, written in Journal(connection).replay().items():
        rows = {row["id"]: row for row in _rows(connection, table)}
        skipped = _UNJOURNALED.get(table, frozenset())
        for id_, columns in written.items():
            row = rows.get(id_)
            if row is None:
                yield f"row {id_} of {table} is missing"
                continue
            other = [name for name, value in columns.items() if name not in skipped and row.get(name) != value]
            if other:
                yield f"row {id_} of {table} has a different {', '.join(other)} from what was written"


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - the journal's tables were held against ours
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
