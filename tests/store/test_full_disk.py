"""A disk that is full at any moment of a backup or of an import."""

import os
import resource
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from factories import a_remark, added, span_of
from fakes import a_workspace, noon
from soak import times

from briefreader.ingest.sandbox import Sandbox
from briefreader.model.errors import BriefreaderError
from briefreader.model.store_row import StoreRow
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.views.selection import Selection
from briefreader.workflows.annotate import annotate
from briefreader.workflows.backup import backup
from briefreader.workflows.bring_lines import bring_lines
from briefreader.workflows.export import export

pytestmark = pytest.mark.slow

POINTS = times(10, 50)
SAID, WORKED, CRASHED = 1, 0, 3


def with_room_for(size: int, act: Callable[[], None]) -> int:
    """Do something in a process that cannot make any file larger; return how it ended."""
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        try:
            act()
            os._exit(WORKED)
        except BriefreaderError as error:
            os._exit(
                SAID
                if any(words in str(error) for words in ("could not save", "Nothing was", "nothing was"))
                else CRASHED
            )
        except BaseException:  # noqa: BLE001 - the child tells by how it ends
            os._exit(CRASHED)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def filled(path: Path, articles: int) -> list[StoreRow]:
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        for number in range(articles):
            reading = added(workspace, f"Article {number}\n\nHalden cut its bill by 60%. {'It rents halls. ' * 90}")
            annotate(workspace, reading, span_of(reading, "cut its bill"), a_remark(note=f"note {number} " * 20))
        return list(store.lines.rows())


def test_a_backup_is_whole_or_not_there_and_the_store_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    rows = filled(path, 12)
    largest = path.stat().st_size

    def act() -> None:
        with open_store(path) as store:
            backup(a_workspace(store, Settings(), noon))

    ended = [with_room_for(largest * point // POINTS, act) for point in range(POINTS)]

    assert set(ended) <= {SAID, WORKED}
    assert SAID in ended
    with open_store(path) as store:
        assert list(store.lines.rows()) == rows
    for copy in (tmp_path / "s.db.backups").iterdir():
        with open_store(copy) as store:
            assert list(store.lines.rows()) == rows


@pytest.mark.parametrize("is_in_use", [False, True])
def test_an_import_is_whole_or_not_at_all(tmp_path: Path, is_in_use: object) -> None:
    source = tmp_path / "source.db"
    filled(source, 12)
    with open_store(source) as store:
        (out,) = export(a_workspace(store, Settings(), noon), Selection(store), "jsonl", tmp_path / "out.jsonl")
    with open_store(tmp_path / "size.db") as store:
        bring_lines(a_workspace(store, Settings(), noon), out.path, is_mine=True)
        largest = (tmp_path / "size.db-wal").stat().st_size
    ended = []
    for point in range(1, POINTS + 1):
        path = tmp_path / f"{point}.db"
        before = filled(path, 1 if is_in_use else 0)

        def act(path: Path = path) -> None:
            with open_store(path) as store, Sandbox() as own:  # threads do not survive a fork
                workspace = replace(a_workspace(store, Settings(), noon), sandbox=own)
                bring_lines(workspace, out.path, is_mine=True)

        ended.append(with_room_for(largest * point // POINTS, act))
        with open_store(path) as store:
            after = list(store.lines.rows())
            assert store.damage() == []
        assert after == before if ended[-1] != WORKED else len(after) > len(before)

    assert set(ended) == {SAID, WORKED}
