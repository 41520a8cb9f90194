"""Copies of the store, damaged and put back."""

import random
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from factories import a_remark, added, span_of
from fakes import a_workspace, noon
from soak import times

from briefreader.isolation import python_command
from briefreader.model.errors import StoreError
from briefreader.model.store_row import StoreRow
from briefreader.settings import Settings
from briefreader.store.backup import damage_of, put_in_place, write_copy
from briefreader.store.store import open_store
from briefreader.workflows.annotate import annotate
from briefreader.workflows.weigh import ThesisWords, add_thesis

ROUNDS = times(25, 200)
AUTHORED = ("theses", "annotations", "anchors", "watch_items", "saved_views")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, list[StoreRow]]]:
    """A copy of a store with notes, and its rows."""
    path = tmp_path_factory.mktemp("sound") / "s.db"
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        add_thesis(workspace, ThesisWords(title="Halden"))
        for number in range(12):
            reading = added(workspace, f"Article {number}\n\nHalden cut its bill by 60%. {'It rents halls. ' * 40}")
            for words in ("cut its bill", "by 60%", "It rents halls"):
                annotate(workspace, reading, span_of(reading, words), a_remark(note=f"note {number} " * 20))
        store.write_copy(path.with_name("copy.db"))
        yield path.with_name("copy.db"), list(store.lines.rows())


def test_a_copy_is_whole_and_for_its_owner_only(sound: tuple[Path, list[StoreRow]]) -> None:
    copy, rows = sound

    assert damage_of(copy) is None
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with open_store(copy) as store:
        assert list(store.lines.rows()) == rows
        assert store.damage() == []
    assert [path.name for path in copy.parent.iterdir() if path.name.startswith(".")] == []


def test_no_write_waits_for_a_backup_of_another_process(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace)
        for _ in range(8):
            annotate(workspace, reading, None, a_remark(note="A long note. " * 80_000))
    command = python_command("briefreader.cli.main", "main", "--store", str(path), "backup")
    writes = 0

    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as writer:  # waits for no lock: it would fail
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
        while running.poll() is None:
            writer.execute("UPDATE articles SET progress = ?", [writes % 2])
            writes += 1

    assert running.returncode == 0
    assert writes > 1
    [copy] = (tmp_path / "s.db.backups").iterdir()
    assert damage_of(copy) is None


def flipped(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def truncated(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def zeroed(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) // 4096) * 4096
    data[at : at + 4096] = bytes(4096)


def authored(rows: list[StoreRow]) -> list[StoreRow]:
    return [row for row in rows if row.table in AUTHORED]


@pytest.mark.parametrize("harm", [flipped, truncated, zeroed])
def test_all_damage_to_what_the_reader_wrote_is_found_and_the_copy_brings_it_back(
    sound: tuple[Path, list[StoreRow]], tmp_path: Path, harm: Callable[[bytearray, random.Random], None]
) -> None:
    copy, rows = sound
    path, harmed = tmp_path / "s.db", 0
    for number in range(ROUNDS):
        data = bytearray(copy.read_bytes())
        harm(data, random.Random(number))  # noqa: S311 - any byte will do
        path.write_bytes(data)
        try:
            with open_store(path) as store:
                found = store.damage()
                is_same = authored(list(store.lines.rows())) == authored(rows)
        except StoreError:
            found, is_same = ["it cannot be opened"], False
        harmed += not is_same
        assert found or is_same, f"round {number}"

        put_in_place(copy, path, tmp_path / f"aside-{number}.db", is_own=True)
        with open_store(path) as store:
            assert authored(list(store.lines.rows())) == authored(rows)
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
    assert harmed


def test_what_was_there_stays_beside_with_what_was_not_yet_in_it(
    sound: tuple[Path, list[StoreRow]], tmp_path: Path
) -> None:
    path, aside = tmp_path / "s.db", tmp_path / "aside.db"
    with open_store(path) as store:
        added(a_workspace(store, Settings(), noon))
        shutil.copy(path, tmp_path / "killed.db")
        shutil.copy(f"{path}-wal", tmp_path / "killed.db-wal")

    put_in_place(sound[0], tmp_path / "killed.db", aside, is_own=True)

    with open_store(aside) as store:
        assert [row.table for row in store.lines.rows()].count("articles") == 1
    with open_store(tmp_path / "killed.db") as store:
        assert list(store.lines.rows()) == sound[1]


def test_a_store_that_is_open_is_not_replaced_whatever_its_journal(
    sound: tuple[Path, list[StoreRow]], tmp_path: Path
) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        with pytest.raises(StoreError, match="open in another program"):
            put_in_place(sound[0], path, tmp_path / "aside.db", is_own=True)
        assert store.is_empty()
    put_in_place(sound[0], path, tmp_path / "aside.db", is_own=True)
    with open_store(path) as store:
        assert store._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        with pytest.raises(StoreError, match="open in another program"):
            put_in_place(sound[0], path, tmp_path / "aside-2.db", is_own=True)
        assert list(store.lines.rows()) == sound[1]
    assert not (tmp_path / "aside-2.db").exists()


def test_a_copy_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(StoreError, match="Nothing was changed"):
        write_copy(connection, tmp_path / "file" / "copy.db")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("wanted", [b" articles (", b" annotations (", b"INDEX ", b"TABLE "])
def test_a_schema_that_is_no_text_is_damage_that_the_copy_mends(
    sound: tuple[Path, list[StoreRow]], tmp_path: Path, wanted: bytes
) -> None:
    copy, rows = sound
    path = tmp_path / "s.db"
    data = copy.read_bytes()
    assert wanted in data
    path.write_bytes(data.replace(wanted, b"\xd4" * len(wanted)))

    with (
        pytest.raises(StoreError, match="If this is your store, run briefreader restore"),
        open_store(path),
    ):
        pass
    assert damage_of(path)
    put_in_place(copy, path, tmp_path / "aside.db", is_own=True)
    with open_store(path) as store:
        assert authored(list(store.lines.rows())) == authored(rows)


def test_a_file_that_is_no_store_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%.db"
    sqlite3.connect(path).close()

    assert damage_of(path) == "it is not a briefreader store"
    path.write_text("hello, this is not a database at all, and it is long enough to be read" * 20)
    assert damage_of(path) == "file is not a database"
