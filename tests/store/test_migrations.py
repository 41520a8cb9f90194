"""From every schema that there was to the one of today, also when the power goes at any statement."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from soak import times
from sqlite_utils import Database

from briefreader.model.ids import RevisionId
from briefreader.store.hashing import row_hash
from briefreader.store.journal import row_of
from briefreader.store.migrations import migrate, migrations
from briefreader.store.packing import pack
from briefreader.store.store import open_store
from briefreader.store.version import SCHEMA_VERSION

pytestmark = pytest.mark.slow

NAMES = [one.name for one in migrations.pending(Database(memory=True))]
EACH = times(25, 1)
PACKED = NAMES.index("pack_layouts") + 1
"""From how many changes on layouts and analyses are compressed."""
TEXT = "Halden cut its bill."
LAYOUT = '{"blocks":[["paragraph",0,20]],"inlines":[]}'
FACTS = '{"citations":[],"claims":[],"watch":[],"terms":[["bill","what is owed",15,19]],"statements":[]}'


def version_at(stage: int) -> int:
    """Return a version for a store that the first so many changes have made."""
    return SCHEMA_VERSION if stage == len(NAMES) else min(stage, SCHEMA_VERSION - 1)


def old_store(path: Path, stage: int) -> None:
    """Make a store of an older schema, with an article and a note in it."""
    after = NAMES[stage] if stage < len(NAMES) else None
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        migrations.apply(Database(connection), stop_before=after)
        connection.execute(
            """
            INSERT INTO articles (key, id, opening, added_at, sort_at, state, words)
            VALUES (1, 'a1', 'Halden', '2026-06-15T12:00:00+00:00', '2026-06-15T12:00:00+00:00', 'inbox', 4)
            """
        )
        connection.execute(
            """
            INSERT INTO revisions (id, article_id, number, added_at, sha256, text, layout)
            VALUES (1, 'a1', 1, '2026-06-15T12:00:00+00:00', ?, ?, ?)
            """,
            [sha256(TEXT.encode()).hexdigest(), TEXT, LAYOUT if stage < PACKED else pack(LAYOUT)],
        )
        if stage < PACKED:
            connection.execute("INSERT INTO analyses (revision_id, version, facts) VALUES (1, 1, ?)", [FACTS])
        else:
            connection.execute("INSERT INTO analyses VALUES (1, 1, ?, ?)", [pack(FACTS), pack("[]")])
        connection.execute(
            """
            INSERT INTO annotations (id, article_id, revision_id, kind, start, end, exact, prefix, suffix, note, tags,
                created_at, modified_at)
            VALUES ('n1', 'a1', 1, 'note', 0, 6, 'Halden', '', ' cut', 'mine', '[]', '2026-06-15T12:00:00+00:00',
                '2026-06-15T12:00:00+00:00')
            """
        )
        note = row_of(connection, "annotations", "n1") or {}
        if "hash" in note:
            connection.execute("UPDATE annotations SET hash = ?", [row_hash(note)])
        if "revision_id" in {row[1] for row in connection.execute("PRAGMA table_info(articles)")}:
            connection.execute("UPDATE articles SET revision_id = 1")
        connection.execute(f"PRAGMA user_version = {version_at(stage)}")


def schema_of(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%'"))


def in_child(act: Callable[[], None]) -> None:
    """Run something in a process of its own, which may die of it."""
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def upgrade_until(path: Path, statement: int) -> None:
    """Bring a store up to date, and die as this statement begins."""
    left = statement

    def count(_: str) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os._exit(9)

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.set_trace_callback(count)
        migrate(connection, SCHEMA_VERSION)


def statements_of(path: Path) -> int:
    count = 0

    def add(_: str) -> None:
        nonlocal count
        count += 1

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.set_trace_callback(add)
        migrate(connection, SCHEMA_VERSION)
    return count


def check(path: Path, fresh: Path) -> None:
    with open_store(path) as store:
        assert [(one.id, one.note) for one in store.annotations.all()] == [("n1", "mine")]
        assert store.articles.text_now(store.annotations.all()[0].article_id) == 1
        text = store.revisions.find(RevisionId(1))
        assert [block.kind for block in text.document.blocks] == ["paragraph"]
        assert [term.term for term in text.analysis.terms] == ["bill"]
        assert store.damage() == []
        assert store.search.damage() is None
    assert schema_of(path) == schema_of(fresh)


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A store of today's schema."""
    path = tmp_path / "fresh.db"
    with open_store(path):
        return path


@pytest.mark.parametrize("stage", range(1, len(NAMES) + 1))
def test_every_schema_becomes_the_one_of_today(tmp_path: Path, fresh: Path, stage: int) -> None:
    path = tmp_path / "s.db"
    old_store(path, stage)

    check(path, fresh)

    copies = tmp_path / "s.db.backups"
    name = f"before-schema-{SCHEMA_VERSION}-from-{version_at(stage)}-0.db"
    assert [copy.name for copy in copies.glob("*")] == ([name] if stage < len(NAMES) else [])


@pytest.mark.parametrize("stage", range(1, len(NAMES)))
def test_a_kill_at_any_statement_of_an_upgrade_leaves_a_store_that_goes_on(
    tmp_path: Path, fresh: Path, stage: int
) -> None:
    first = tmp_path / "count.db"
    old_store(first, stage)
    for statement in range(stage % EACH, statements_of(first), EACH):
        path = tmp_path / f"{statement}.db"
        old_store(path, stage)
        in_child(partial(upgrade_until, path, statement))

        check(path, fresh)


def test_the_copy_before_an_upgrade_waits_for_the_disk_once_however_large_the_store_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.db"
    old_store(path, len(NAMES) - 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE filler (x)")
        connection.execute("INSERT INTO filler VALUES (zeroblob(8000000))")
        connection.commit()
        connection.execute("DELETE FROM filler")
        connection.execute("DROP TABLE filler")
        connection.commit()
    assert (
        path.stat().st_size + Path(f"{path}-wal").stat().st_size > 8_000_000 if Path(f"{path}-wal").exists() else True
    )
    waits: list[int] = []
    monkeypatch.setattr(os, "fsync", waits.append)

    with open_store(path):
        assert len(waits) <= 4
