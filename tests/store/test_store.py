import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefreader.model.errors import StoreError
from briefreader.store.store import SCHEMA_VERSION, open_store


def test_a_new_store_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "s.db"
    old = os.umask(0o022)
    try:
        with open_store(path) as store:
            store.articles.counts()
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


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path):
        pass
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()

    with pytest.raises(StoreError, match="newer briefreader"), open_store(path):
        pass


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    path.write_text("hello, this is not a database at all, and it is long enough to be read")

    with pytest.raises(StoreError, match="cannot be used"), open_store(path):
        pass


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(StoreError, match="cannot be made"), open_store(tmp_path / "file" / "s.db"):
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
        "with open_store(sys.argv[1]) as s: s.articles.counts()\n"
        "sys.exit('sqlite_utils' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program, path], check=False).returncode == 0  # noqa: S603
