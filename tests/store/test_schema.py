"""A file that holds more than briefreader makes, as a stranger could send it."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from factories import added
from fakes import TODAY, a_workspace, noon

from briefreader.model.errors import StoreError
from briefreader.settings import Settings
from briefreader.store.first_rows import read_first_rows
from briefreader.store.schema import KNOWN, is_known, schema_text
from briefreader.store.store import Store, open_store
from briefreader.store.version import SCHEMA_VERSION

_ENDLESS = "WITH RECURSIVE r (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x AS id, x AS {} FROM r"
HOSTILE = {
    'trigger "acts"': ["CREATE TRIGGER acts AFTER INSERT ON annotations BEGIN UPDATE articles SET title = 'x'; END"],
    'trigger "note_words_gone"': [
        "DROP TRIGGER note_words_gone",
        "CREATE TRIGGER note_words_gone AFTER DELETE ON annotations BEGIN DELETE FROM journal; END",
    ],
    'view "silences"': [
        "ALTER TABLE silences RENAME TO elsewhere",
        f"CREATE VIEW silences AS {_ENDLESS.format('rule')}",
    ],
    'view "articles"': ["ALTER TABLE articles RENAME TO aside", f"CREATE VIEW articles AS {_ENDLESS.format('title')}"],
    'index "slow"': ["CREATE INDEX slow ON articles (length(hex(zeroblob(words))))"],
    'table "more"': ["CREATE TABLE more (x)"],
    'table "theses"': ["ALTER TABLE theses ADD COLUMN more TEXT DEFAULT (hex(zeroblob(10)))"],
    'table "verdicts"': ["DROP TABLE verdicts"],
}


def a_hostile_store(path: Path, statements: Sequence[str]) -> None:
    with open_store(path):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA legacy_alter_table = ON")  # views and triggers keep the name that they mean
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("kind", "sql"),
    [
        ("trigger", "CREATE TRIGGER sqlite_stat1 AFTER UPDATE ON articles BEGIN DELETE FROM annotations; END"),
        ("view", "CREATE VIEW sqlite_stat1 AS SELECT hex(zeroblob(9))"),
        ("table", "CREATE TABLE sqlite_stat1(tbl,idx,stat DEFAULT (hex(zeroblob(9))))"),
    ],
)
def test_a_reserved_name_vouches_for_nothing(tmp_path: Path, kind: str, sql: str) -> None:
    path = tmp_path / "s.db"
    on = "articles" if kind == "trigger" else "sqlite_stat1"
    with open_store(path):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        row = [kind, "sqlite_stat1", on, 0, sql]
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)

    with pytest.raises(StoreError, match='"sqlite_stat1" does not belong to briefreader'), open_store(path):
        pass


def test_the_first_rows_hold_no_value_that_a_schema_computes(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    made = "CREATE TABLE articles (title GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL, {})"
    with open_store(path) as store:
        added(a_workspace(store, Settings(), noon))
        columns = [str(row[1]) for row in store._connection.execute("PRAGMA table_info(articles)")]
    others = ", ".join(name for name in columns if name != "title")
    a_hostile_store(
        path,
        [
            "PRAGMA foreign_keys = OFF",
            "ALTER TABLE articles RENAME TO aside",
            made.format(others),
            f"INSERT INTO articles ({others}) SELECT {others} FROM aside",  # noqa: S608 - ours
        ],
    )

    assert read_first_rows(path, TODAY, 10) is None


def test_an_expression_of_a_newer_store_makes_no_value_of_any_length(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    more = "CREATE TABLE more (id TEXT, made TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL)"
    a_hostile_store(path, [more, "INSERT INTO more VALUES ('x')", f"PRAGMA user_version = {SCHEMA_VERSION + 1}"])

    with open_store(path) as store, pytest.raises(sqlite3.DataError, match="too big"):
        store._connection.execute("SELECT * FROM more").fetchall()


def test_the_known_schema_is_the_one_that_the_migrations_make(store: Store) -> None:
    if "UPDATE_GOLDENS" in os.environ:
        KNOWN.write_text(schema_text(store._connection), "utf-8")

    assert KNOWN.read_text("utf-8") == schema_text(store._connection)


def test_a_name_that_reads_like_two_objects_is_foreign(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    first, second = KNOWN.read_text("utf-8").splitlines()[:2]
    name = f"{first}\n{second}".replace('"', '""')
    a_hostile_store(path, [f'CREATE TABLE "{name}" (x)'])

    with pytest.raises(StoreError, match="does not belong to briefreader"), open_store(path):
        pass


@pytest.mark.parametrize("named", HOSTILE)
def test_a_store_with_anything_foreign_in_it_is_not_opened_and_the_thing_is_named(tmp_path: Path, named: str) -> None:
    path = tmp_path / "s.db"
    a_hostile_store(path, HOSTILE[named])
    before = path.read_bytes()

    with pytest.raises(StoreError, match=f"{named} does not belong to briefreader") as refused, open_store(path):
        pass

    assert "briefreader restore" in str(refused.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize("named", HOSTILE)
def test_an_older_store_with_anything_foreign_in_it_is_not_upgraded(tmp_path: Path, named: str) -> None:
    path = tmp_path / "s.db"
    a_hostile_store(path, [*HOSTILE[named], f"PRAGMA user_version = {SCHEMA_VERSION - 1}"])

    with pytest.raises(StoreError, match=f"{named} does not belong to briefreader"), open_store(path):
        pass


@pytest.mark.parametrize("named", HOSTILE)
def test_the_first_rows_are_read_at_once_or_not_at_all(tmp_path: Path, named: str) -> None:
    path = tmp_path / "s.db"
    a_hostile_store(path, HOSTILE[named])

    assert read_first_rows(path, TODAY, 10) == (None if named == 'view "articles"' else [])


def test_a_newer_store_with_a_view_for_a_table_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    a_hostile_store(path, [*HOSTILE['view "articles"'], f"PRAGMA user_version = {SCHEMA_VERSION + 1}"])

    with pytest.raises(StoreError, match='view "articles"'), open_store(path):
        pass


@pytest.mark.parametrize(
    ("named", "statements"),
    [
        (
            'table "articles"',
            [
                "ALTER TABLE articles RENAME COLUMN title TO aside",
                "ALTER TABLE articles ADD COLUMN title TEXT AS (hex(zeroblob(30000000)))",
            ],
        ),
        ('table "articles"', ["ALTER TABLE articles ADD COLUMN more TEXT AS (hex(zeroblob(30000000)))"]),
        ('view "article_text"', ["DROP VIEW article_text", f"CREATE VIEW article_text AS {_ENDLESS.format('text')}"]),
        (
            'table "silences"',
            ["DROP TABLE silences", "CREATE VIRTUAL TABLE silences USING fts5 (id, rule, content = 'article_text')"],
        ),
        (
            'table "note_words"',
            ["DROP TABLE note_words", "CREATE VIRTUAL TABLE note_words USING fts5 (note, content = 'article_text')"],
        ),
    ],
)
def test_a_newer_store_that_computes_its_rows_is_not_opened(tmp_path: Path, named: str, statements: list[str]) -> None:
    path = tmp_path / "s.db"
    a_hostile_store(path, ["PRAGMA foreign_keys = OFF", *statements, f"PRAGMA user_version = {SCHEMA_VERSION + 1}"])

    with pytest.raises(StoreError, match=f"{named} is not as this version knows it"), open_store(path):
        pass


def test_a_newer_store_may_have_more_tables_columns_and_indexes(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    more = [
        "ALTER TABLE articles ADD COLUMN more TEXT",
        "CREATE TABLE more (id TEXT)",
        "CREATE INDEX more_ids ON more (id)",
    ]
    a_hostile_store(path, [*more, f"PRAGMA user_version = {SCHEMA_VERSION + 1}"])

    with open_store(path) as store:
        assert store.newer_schema == SCHEMA_VERSION + 1


def test_the_database_of_another_program_is_not_made_a_store(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER)")
    before = path.read_bytes()

    with pytest.raises(StoreError, match='table "moz_places" does not belong to briefreader'), open_store(path):
        pass

    assert path.read_bytes() == before


def test_statistics_that_sqlite_keeps_are_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    a_hostile_store(path, ["ANALYZE"])

    with open_store(path) as store:
        assert store.damage() == []
        assert is_known(store._connection)
