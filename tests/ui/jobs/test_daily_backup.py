"""The backup that the app starts once a day, and that goes on without it."""

import os
from datetime import timedelta
from pathlib import Path

from factories import added
from fakes import a_workspace, noon
from screens import read_screen

from briefreader.settings import Settings
from briefreader.store.backup import damage_of
from briefreader.store.store import open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.jobs.daily_backup import DailyBackup
from briefreader.workflows.backup import backups_of, list_backups

_LONGEST_S = 60


def copies_in(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


async def test_quitting_the_app_does_not_end_the_backup_and_the_next_start_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        added(a_workspace(store, Settings(), noon))
        app = BriefreaderApp(a_workspace(store, Settings(), noon))
        async with app.run_test() as pilot:
            background = read_screen(app).jobs
            background.begin()
            await pilot.press("q")
    assert background.daily_backup
    assert background.daily_backup.process.wait(_LONGEST_S) == 0

    [copy] = copies_in(backups_of(path))
    assert damage_of(copy) is None
    said: list[str] = []
    again = DailyBackup(str(path), said.append)
    assert again.process.wait(_LONGEST_S) == 0
    assert copies_in(backups_of(path)) == [copy]


async def test_copies_that_earlier_versions_left_are_removed_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    folder = backups_of(path)
    with open_store(path) as store:
        app = BriefreaderApp(a_workspace(store, Settings(), noon))
        folder.mkdir()
        for name, age in ((".briefreader-old_copy", timedelta(days=2)), (".briefreader-new_copy", timedelta(hours=1))):
            (folder / name).write_bytes(b"SQLite format 3\0half a copy")
            written_at = (noon() - age).timestamp()
            os.utime(folder / name, (written_at, written_at))
        async with app.run_test() as pilot:
            read_screen(app).jobs.begin()
            await pilot.app.workers.wait_for_complete()

    assert [copy.name for copy in copies_in(folder)] == [".briefreader-new_copy"]
    assert list_backups(path) == []
