"""Compare the schema of a store with the one that this program's migrations make: what else is there could act."""

import re
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from time import monotonic

from briefreader.model.errors import StoreError
from briefreader.store.version import SCHEMA_VERSION

KNOWN = Path(__file__).with_name("known_schema.txt")
"""The schema that the migrations make, as ``schema_text`` writes it: written again with every migration."""

_Objects = Mapping[tuple[str, str], str]
"""The normalized SQL of each object by type and name."""

_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
_QUOTES = re.compile(r"[\[\]\"'`]")
_IS_JSON_HARMLESS = "SELECT EXISTS (SELECT 1 FROM pragma_function_list WHERE name = 'json_valid' AND flags & ?)"
_INNOCUOUS = 0x200000
"""SQLITE_INNOCUOUS, a flag of functions."""
_SEEN: set[tuple[int, str]] = set()
"""Versions and texts of the schemas other than ours that this process has checked: that takes 80 ms."""
_MOST_S = 5.0
_STEPS_BETWEEN_LOOKS = 10_000
_ADVICE = "Use the file only if you know who made it. To restore your last backup, run briefreader restore."
_NO_END = 1_000
_APPLIED = ("table", "_sqlite_migrations")
_INDEX_PART = re.compile(r"\w+_words_(data|idx|content|docsize|config)")
"""Tables that FTS5 makes; another version of SQLite may write them otherwise."""
_VIRTUAL = " CREATE VIRTUAL TABLE "
_COMPUTED = (2, 3)
"""How SQLite marks virtual and stored generated columns."""
_ACTING = re.compile(r"\b(check|default|generated|as|references)\b", re.IGNORECASE)
_STATISTICS = frozenset(
    {
        ("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
        ("table", "sqlite_stat4", "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
    }
)
"""What ``ANALYZE`` makes. The name alone proves nothing: a file can hold a trigger of any name."""
_LONGEST_VALUE = 128 * 2**20
"""In bytes; no value that briefreader writes comes near it, and an expression in a hostile schema could exceed it."""


def distrust(connection: sqlite3.Connection) -> None:
    """Let the schema run nothing that could do harm, bound values, check cells when they are read, protect the file.

    The defensive mode needs Python 3.12. An SQLite that does not count its own ``json_valid``, which our tables use,
    as harmless cannot even read the schema without trust: 3.40.1 calls it "malformed".
    """
    if connection.execute(_IS_JSON_HARMLESS, [_INNOCUOUS]).fetchone()[0]:
        connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # noqa: FBT003 - SQLite's signature


def is_known(connection: sqlite3.Connection) -> bool:
    """Return whether the schema is, to the letter, that of a store of this version.

    The whole text is compared, because loading what computes a digest takes longer than reading it.
    """
    return schema_text(connection) == _known()


@cache
def _known() -> str:
    return KNOWN.read_text("utf-8")


def schema_text(connection: sqlite3.Connection) -> str:
    """Return the names and the SQL of all objects, each on a line of its own, whatever characters a name has."""
    return "".join(f"{one!r}\n" for one in sorted(_objects(connection).items()))


def check_schema(connection: sqlite3.Connection, place: str) -> None:
    """Check that everything in a store, of whatever version, was made by briefreader, and trust it from then on.

    Of a store of a newer version, only what this version also has can be checked: nothing in it may compute. Its
    schema stays distrusted.

    Raises:
        StoreError: something else is there; the message names it.

    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    seen = version, schema_text(connection)
    if seen[1] != _known() and seen not in _SEEN:
        _check_objects(connection, place, version)
        _SEEN.add(seen)
    if version <= SCHEMA_VERSION:
        connection.execute("PRAGMA trusted_schema = ON")


def _check_objects(connection: sqlite3.Connection, place: str, version: int) -> None:
    until = monotonic() + _MOST_S
    connection.set_progress_handler(lambda: monotonic() > until, _STEPS_BETWEEN_LOOKS)
    try:
        foreign = foreign_objects(connection)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        raise StoreError(f"the store {place} takes too long to check: {_ADVICE}") from error
    finally:
        connection.set_progress_handler(None, 0)
    if foreign and version > SCHEMA_VERSION:
        raise StoreError(
            f"the store {place} was not opened: {foreign[0]} is not as this version knows it. Install the briefreader"
            f" that wrote the store. {_ADVICE}"
        )
    if foreign:
        raise StoreError(f"the store {place} was not opened: {foreign[0]} does not belong to briefreader. {_ADVICE}")


def foreign_objects(connection: sqlite3.Connection) -> list[str]:
    """Return what the store's migrations did not make, or made otherwise, as ``trigger "x"``; else what it lacks.

    Views and triggers come first: they act.
    """
    found = _objects(connection)
    if not found:
        return []
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        return _otherwise_in_newer(connection, found)
    made = _made_by(_applied(connection, found))
    foreign = [(kind, name) for (kind, name), sql in found.items() if made.get((kind, name)) != sql]
    missing = [(kind, name) for kind, name in made if (kind, name) not in found and name != _APPLIED[1]]
    return [_named(*one) for one in sorted(foreign, reverse=True) or sorted(missing, reverse=True)]


def _otherwise_in_newer(connection: sqlite3.Connection, found: _Objects) -> list[str]:
    """Return what in a store of a newer version could compute without end where this version has rows.

    A table must be a table without computed columns, and a view or a virtual table must be the one of this version.
    """
    known = {name: (kind, sql) for (kind, name), sql in _made_by(_NO_END).items()}
    return [
        _named(kind, name)
        for (kind, name), sql in found.items()
        if name in known and not _is_harmless(connection, (kind, sql), known[name], name)
    ]


def _is_harmless(connection: sqlite3.Connection, found: tuple[str, str], known: tuple[str, str], name: str) -> bool:
    if found == known or (found[0] == known[0] and found[0] in ("index", "trigger")):  # which reading does not need
        return True
    are_tables = found[0] == known[0] == "table" and _VIRTUAL not in found[1] and _VIRTUAL not in known[1]
    return are_tables and not _has_computed_columns(connection, name)


def _has_computed_columns(connection: sqlite3.Connection, table: str) -> bool:
    columns = connection.execute("SELECT hidden FROM pragma_table_xinfo(?)", [table])
    return any(hidden in _COMPUTED for (hidden,) in columns)


def _applied(connection: sqlite3.Connection, found: _Objects) -> int:
    """Return how many migrations a store has had, as it says itself; a lie shows in what they made."""
    if _APPLIED not in found:
        return 0
    number: int = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0]
    return number


def _made_by(count: int) -> _Objects:
    """Return what the first so many migrations make."""
    from sqlite_utils import Database  # noqa: PLC0415 - 80 ms to load

    from briefreader.store.migrations import migrations  # noqa: PLC0415 - as above

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as ours:
        database = Database(ours, execute_plugins=False)
        names = [one.name for one in migrations.pending(database)]
        migrations.apply(database, stop_before=names[count] if count < len(names) else None)
        return _objects(ours)


def _objects(connection: sqlite3.Connection) -> _Objects:
    rows = connection.execute(_OBJECTS).fetchmany(1_000)
    normal = [_normal(*row) for row in rows]
    return {
        (kind, name): f"{table} {sql}"
        for kind, name, table, sql in normal
        if (kind, name, table, sql) not in _STATISTICS
    }


def _normal(kind: str, name: str, table: str, sql: str | None) -> tuple[str, str, str, str]:
    """Return an object with its SQL as all versions of SQLite and sqlite-utils write it."""
    written = sql or ""
    if name == _APPLIED[1]:
        written = _QUOTES.sub("", written)
    if _INDEX_PART.fullmatch(name) and not _ACTING.search(written):
        written = ""
    return kind, name, table, " ".join(written.split())


def _named(kind: str, name: str) -> str:
    return f'{kind} "{name}"'
