"""A store that a newer briefreader has written."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from screens import grid, press

from briefreader.store.store import Store, open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow


async def test_it_can_be_read_and_says_why_nothing_is_written(
    workspace: Workspace, sample_store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        sample_store._connection.backup(store._connection)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with open_store(path) as store:
        app = BriefreaderApp(replace(workspace, store=store))
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause(0.6)
            await press(pilot)
            assert "This store was written by a newer briefreader (schema 99)" in grid(app)
            await press(pilot, "j", "enter", "]")
            for key in ("e", "l", "+", "q", "x", "s", "2", "X", "J", "K", "u"):
                await press(pilot, key, "enter", "escape")
                assert app.is_running
            await press(pilot, "e")
            assert any("read-only here" in told.message for told in app._notifications)
        assert store.annotations.all() == ()
