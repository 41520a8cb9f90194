"""What another thread finds, beside the keys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from screens import grid, panes, press

from briefreader.store.store import Store, open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.workspace import Workspace


@pytest.fixture
def app(workspace: Workspace, sample_store: Store, tmp_path: Path) -> Iterator[BriefreaderApp]:
    """The app on a store that is a file."""
    with open_store(tmp_path / "store.db") as store:
        sample_store._connection.backup(store._connection)
        yield BriefreaderApp(replace(workspace, store=store))


@pytest.mark.parametrize(("key", "words"), [("4", "CONFLICT"), ("5", "Top articles to read"), ("7", "READ")])
async def test_what_is_counted_beside_the_keys_is_shown(app: BriefreaderApp, key: str, words: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, key)
        assert words in grid(app)


async def test_a_verdict_is_shown_once_all_is_counted_anew(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "4", "v", *"ledger wire", "enter")
        await press(pilot)
        assert "✓ The Ledger Wire" in grid(app)
        await press(pilot, "q", "j")
        assert "Inbox" in grid(app)


async def test_a_query_taken_back_letter_by_letter_leaves_the_list_as_it_was(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot)
        before = len(panes(app).feed)
        await press(pilot, "f", "h", "backspace")
        assert len(panes(app).feed) == before


async def test_the_page_of_a_name_comes_beside_the_keys(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"publisher:kestrel bergen", "enter", "enter")
        await press(pilot, "]", "]", "]", "*", *"northlight: its", "enter")
        assert "EVENTS" in grid(app)
