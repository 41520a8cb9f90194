import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from factories import a_remark, added, span_of
from fakes import a_workspace, noon
from sqlite_utils import Database

from briefreader.model.errors import StoreError
from briefreader.settings import Settings
from briefreader.store.migrations import migrations
from briefreader.store.packing import unpack
from briefreader.store.store import open_store
from briefreader.store.version import SCHEMA_VERSION
from briefreader.views.reading import reading_of
from briefreader.workflows.annotate import annotate
from briefreader.workflows.triage import keep_progress
from briefreader.workspace import Workspace


def test_a_new_store_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "s.db"
    old = os.umask(0o022)
    try:
        with open_store(path) as store:
            store.revisions.has_outdated(1)
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(old)

    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_every_write_waits_for_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        pragma = store.journal._connection.execute

        assert pragma("PRAGMA journal_mode").fetchone() == ("wal",)
        assert pragma("PRAGMA synchronous").fetchone() == (2,)
        assert pragma("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_store_of_a_newer_version_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        reading = added(a_workspace(store, Settings(), noon))
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()

    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        assert store.newer_schema == SCHEMA_VERSION + 1
        assert reading_of(store, reading.article.key) == reading
        with pytest.raises(StoreError, match="newer briefreader and is read-only here"):
            annotate(workspace, reading, None, a_remark())
        keep_progress(workspace, reading.article.id, 0.5)
        assert reading_of(store, reading.article.key) == reading


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    path.write_text("hello, this is not a database at all, and it is long enough to be read")

    with pytest.raises(StoreError, match="cannot use the store"), open_store(path):
        pass


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(StoreError, match="cannot create the store"), open_store(tmp_path / "file" / "s.db"):
        pass


def test_the_version_changes_when_another_program_writes(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store, open_store(path) as other:
        before = store.version()
        other.journal._connection.execute("PRAGMA user_version = 1")
        other.journal._connection.execute("CREATE TABLE t (x)")

        assert store.version() != before


def test_opening_an_existing_store_loads_no_sqlite_utils(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path):
        pass
    program = (
        "import sys; from briefreader.store.store import open_store\n"
        "with open_store(sys.argv[1]) as s: s.revisions.has_outdated(1)\n"
        "sys.exit('sqlite_utils' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program, path], check=False).returncode == 0  # noqa: S603


def test_a_store_of_an_older_version_keeps_its_notes(tmp_path: Path) -> None:
    with open_store(":memory:") as store:
        annotate(a_workspace(store, Settings(), noon), added(a_workspace(store, Settings(), noon)), None, a_remark())
        rows = Database(store.journal._connection)
        article, revision, analysis, note = (
            next(rows[table].rows) for table in ("articles", "revisions", "analyses", "annotations")
        )
    for column in ("thesis_id", "origin", "origin_how", "author", "hash", "is_foreign"):
        del note[column]
    for column in ("revision_id", "url_key", "snoozed_until", "progress", "story", "evidence"):
        del article[column]
    revision["layout"] = unpack(revision["layout"])
    analysis["facts"] = unpack(analysis["facts"])
    del analysis["statements"]
    path = tmp_path / "s.db"
    old = Database(path)
    migrations.apply(old, stop_before="create_ledger")
    old.table("articles").insert(article)
    old.table("revisions").insert(revision)
    old.table("analyses").insert(analysis)
    old.table("annotations").insert(note)
    old.execute("PRAGMA user_version = 2")
    old.close()

    with open_store(path) as store:
        assert [one.note for one in store.annotations.all()] == [""]
        assert store.articles.text_now(article["id"]) == revision["id"]
        assert store.revisions.find(revision["id"]).analysis.claims
        assert store.damage() == []


def test_what_another_program_has_changed_is_told(workspace: Workspace) -> None:
    reading = added(workspace)
    quoted = annotate(workspace, reading, span_of(reading, "cut its power bill"), a_remark())
    whole = annotate(workspace, reading, None, a_remark(note="mine"))
    execute = workspace.store.journal._connection.execute
    assert workspace.store.damage() == []

    execute("UPDATE annotations SET note = 'not mine' WHERE id = :id", {"id": whole.id})
    execute("UPDATE annotations SET start = start + 1, end = end + 1 WHERE id = :id", {"id": quoted.id})
    execute("PRAGMA foreign_keys = OFF")
    execute("UPDATE annotations SET thesis_id = 'none' WHERE id = :id", {"id": whole.id})

    assert workspace.store.damage() == [
        "row 2 of annotations refers to a missing row of theses",
        f"row {quoted.id} of annotations has a different start, end from what was written",
        f"row {whole.id} of annotations has a different note, thesis_id from what was written",
        f"annotation {quoted.id} was changed by another program",
        f"annotation {whole.id} was changed by another program",
        f"annotation {quoted.id} does not match its words",
    ]
