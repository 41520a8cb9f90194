"""The store's files deleted, moved, replaced, truncated and overwritten while it is open."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import perf_counter

import pytest
from factories import a_remark, added
from fakes import a_workspace, noon

from briefreader.model.errors import StoreLostError
from briefreader.settings import Settings
from briefreader.store.open_file import StoreConnection
from briefreader.store.store import open_store
from briefreader.workflows.annotate import annotate
from briefreader.workflows.undo import undo

pytestmark = pytest.mark.slow

MOST_MS = 0.5


def deleted(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def folder_moved(path: Path) -> None:
    path.parent.rename(path.parent.with_name("other"))


def replaced(path: Path) -> None:
    shutil.copy(path.with_name("backup.db"), path.with_name("new.db"))
    path.with_name("new.db").replace(path)


def truncated(path: Path) -> None:
    path.write_bytes(b"")


def cut_short(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(4096 * 20)


def overwritten(path: Path) -> None:
    shutil.copyfile(path.with_name("backup.db"), path)


def overwritten_by_another_store(path: Path) -> None:
    with open_store(path.with_name("theirs.db")) as store:
        for number in range(300):
            added(a_workspace(store, Settings(), noon), f"Theirs {number}\n\nHalden rents {number} halls. " * 9)
    shutil.copyfile(path.with_name("theirs.db"), path)


def log_deleted(path: Path) -> None:
    Path(f"{path}-wal").unlink()


def log_cut_short(path: Path) -> None:
    with Path(f"{path}-wal").open("r+b") as file:
        file.truncate(0)


def index_of_log_deleted(path: Path) -> None:
    Path(f"{path}-shm").unlink()


WHOLE = [deleted, moved, folder_moved, replaced, log_deleted, index_of_log_deleted]
BROKEN = [truncated, cut_short, overwritten, overwritten_by_another_store, log_cut_short]


@pytest.mark.parametrize(
    ("harm", "is_first"), [*((harm, False) for harm in [*WHOLE, *BROKEN]), (deleted, True), (overwritten, True)]
)
def test_nothing_is_said_to_be_saved_in_a_store_that_is_not_there_any_more(
    tmp_path: Path, harm: Callable[[Path], None], is_first: object
) -> None:
    path = tmp_path / "folder" / "s.db"
    with open_store(path) as store:
        store.write_copy(path.with_name("backup.db"))
        reading = added(a_workspace(store, Settings(), noon))
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        if not is_first:
            annotate(workspace, reading, None, a_remark(note="before"))

        harm(path)

        with pytest.raises(StoreLostError, match=r"could not save: another program has .*s\.db") as lost:
            annotate(workspace, reading, None, a_remark(note="after"))
        with pytest.raises(StoreLostError, match="could not save"):
            undo(workspace)
        assert lost.value.is_whole is (harm in WHOLE)
        if lost.value.is_whole:
            assert [one.note for one in store.annotations.all()] == ([] if is_first else ["before"])


def test_a_store_that_comes_back_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace)
        path.rename(tmp_path / "away.db")
        with pytest.raises(StoreLostError):
            annotate(workspace, reading, None, a_remark(note="lost"))
        (tmp_path / "away.db").rename(path)

        annotate(workspace, reading, None, a_remark(note="kept"))

    with open_store(path) as store:
        assert [one.note for one in store.annotations.all()] == ["kept"]


@pytest.mark.parametrize("statement", ["VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)", "DELETE FROM found_rules"])
def test_what_another_program_does_by_way_of_sqlite_is_no_loss(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace)
        for number in range(40):
            annotate(workspace, reading, None, a_remark(note=f"{number} " * 500))
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute(statement).fetchall()
        assert len(store.annotations.all()) == 40

    with open_store(path) as store:
        assert len(store.annotations.all()) == 40
        assert store.damage() == []


def test_two_that_write_by_turns_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store, open_store(path) as other:
        reading = added(a_workspace(store, Settings(), noon))
        ids = iter(range(1000))
        for one in [store, other] * 60:
            workspace = a_workspace(one, Settings(), noon)
            workspace.new_id = lambda: f"note {next(ids)}"
            annotate(workspace, reading, None, a_remark(note="x" * 5000))
        assert len(store.annotations.all()) == 120


def test_the_check_takes_well_under_a_millisecond(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        connection, times = store._connection, []
        assert isinstance(connection, StoreConnection)
        for _ in range(50):
            start = perf_counter()
            connection.check_files()
            times.append(perf_counter() - start)

    assert sorted(times)[25] * 1000 < MOST_MS
