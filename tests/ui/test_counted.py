"""What another thread finds, beside the keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from screens import grid, press, read_screen

from briefreader.store.store import Store, open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.workspace import Workspace


@pytest.mark.parametrize(("key", "words"), [("4", "CONFLICT"), ("5", "Seven to read"), ("7", "READ")])
async def test_what_is_counted_beside_the_keys_is_shown(
    workspace: Workspace, sample_store: Store, tmp_path: Path, key: str, words: str
) -> None:
    with open_store(tmp_path / "store.db") as store:
        sample_store._connection.backup(store._connection)
        app = BriefreaderApp(replace(workspace, store=store))
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, key)
            assert words in grid(app)


async def test_a_verdict_is_shown_once_all_is_counted_anew(
    workspace: Workspace, sample_store: Store, tmp_path: Path
) -> None:
    with open_store(tmp_path / "store.db") as store:
        sample_store._connection.backup(store._connection)
        app = BriefreaderApp(replace(workspace, store=store))
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot, "4", "v", *"ledger wire", "enter")
            await press(pilot)
            assert "✓ The Ledger Wire" in grid(app)
            await press(pilot, "q", "j")
            assert "Inbox" in grid(app)


async def test_a_query_taken_back_letter_by_letter_leaves_the_list_as_it_was(
    workspace: Workspace, sample_store: Store, tmp_path: Path
) -> None:
    with open_store(tmp_path / "store.db") as store:
        sample_store._connection.backup(store._connection)
        app = BriefreaderApp(replace(workspace, store=store))
        async with app.run_test(size=(120, 36)) as pilot:
            await press(pilot)
            before = len(read_screen(app).feed)
            await press(pilot, "f", "h", "backspace")
            assert len(read_screen(app).feed) == before
