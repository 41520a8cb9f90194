"""A store that several processes open for the first time, or that nobody may write."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import added
from fakes import a_workspace, noon
from soak import times
from sqlite_utils import Database

from briefreader.model.errors import StoreError
from briefreader.settings import Settings
from briefreader.store.migrations import migrations
from briefreader.store.store import open_store
from briefreader.workflows.triage import mark_read

AT_ONCE = 8
ROUNDS = times(1, 25)
NOBODY = 65534
_OPENS = """
import sys
from pathlib import Path
from briefreader.store.migrations import migrations
from briefreader.store.store import open_store
sys.stdin.read()
with open_store(Path(sys.argv[1])) as store:
    store.feeds.trust(f"https://{sys.argv[2]}.example/")
    assert store.is_empty()
"""


def opened_at_once(path: Path) -> list[str]:
    """Open a store in several processes at the same moment, and write; return what went wrong."""
    running = [
        subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", _OPENS, path, str(number)], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for number in range(AT_ONCE)
    ]
    for process in running:
        assert process.stdin
        process.stdin.close()
        process.stdin = None
    return [said for process in running if (said := process.communicate()[1])]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_several_processes_make_one_store(tmp_path: Path, number: int) -> None:
    path = tmp_path / f"{number}.db"

    assert opened_at_once(path) == []

    with open_store(path) as store:
        assert store.damage() == []


@pytest.mark.parametrize("number", range(ROUNDS))
def test_several_processes_upgrade_one_store(tmp_path: Path, number: int) -> None:
    path = tmp_path / f"{number}.db"
    old = Database(path)
    migrations.apply(old, stop_before="create_search")
    old.execute("PRAGMA user_version = 5")
    old.close()

    assert opened_at_once(path) == []

    with open_store(path) as store:
        assert store.damage() == []
    assert len(list((tmp_path / f"{number}.db.backups").iterdir())) == 1


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that another user can enter."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def said_by_nobody(act: Callable[[], None]) -> str:
    """Do something as a user who may not write everywhere, in a process of its own; return what the error says."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setuid(NOBODY)
        try:
            act()
            os.write(writing, b"nothing")
        except StoreError as error:
            os.write(writing, str(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as said:
        return said.read()


@pytest.mark.parametrize("protected", ["s.db", "."])
def test_a_store_that_may_not_be_written_says_what_is_protected(folder: Path, protected: str) -> None:
    path = folder / "s.db"
    with open_store(path) as store:
        reading = added(a_workspace(store, Settings(), noon))
    path.chmod(0o444)
    if protected == ".":
        folder.chmod(0o555)

    def write() -> None:
        with open_store(path) as store:
            mark_read(a_workspace(store, Settings(), noon), reading.article.id, is_read=True)

    said = said_by_nobody(write)
    folder.chmod(0o777)

    assert "write-protected" in said
    assert str(path) in said
    assert "newer" not in said


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


def overwrite(path: Path) -> None:
    path.write_bytes(b"no store, whatever its name says" * 100)


@pytest.mark.parametrize("harm", [cut_short, overwrite])
def test_a_file_that_is_damaged_says_what_brings_the_backup_back(
    tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    path = tmp_path / "s.db"
    with open_store(path):
        pass
    harm(path)

    with pytest.raises(StoreError, match=r"(malformed|not a database)\. .*briefreader restore"), open_store(path):
        pass


def test_a_folder_in_which_no_store_can_be_made_is_named(folder: Path) -> None:
    folder.chmod(0o555)

    def make() -> None:
        with open_store(folder / "s.db"):
            pass

    assert f"cannot create the store {folder / 's.db'}: Permission denied" in said_by_nobody(make)
