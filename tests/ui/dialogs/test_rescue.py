"""Keys pressed in the app while its store is deleted, replaced or truncated below it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from factories import added
from fakes import a_workspace, noon
from screens import grid, press

from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.ui.app import BriefreaderApp


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    shutil.copy(path.with_name("other.db"), path.with_name("new.db"))
    path.with_name("new.db").replace(path)


def log_deleted(path: Path) -> None:
    Path(f"{path}-wal").unlink()


def only(folder: Path, pattern: str) -> Path:
    [found] = folder.glob(pattern)
    return found


@pytest.mark.parametrize("harm", [deleted, replaced, log_deleted])
async def test_a_note_is_not_said_to_be_saved_and_one_key_saves_it_with_everything_elsewhere(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        store.write_copy(tmp_path / "other.db")
        workspace = a_workspace(store, Settings(), noon)
        added(workspace)
        app = BriefreaderApp(workspace)
        async with app.run_test(size=(140, 36)) as pilot:
            await press(pilot, "n", *"kept", "enter")
            harm(path)

            await press(pilot, "enter")

            assert "Noted" not in grid(app)
            assert any("could not save: " in told.message for told in app._notifications)
            assert "Save all articles and notes, with this note, in a new file" in grid(app)
            await press(pilot, "escape")
            assert "note: kept" in grid(app)
            await press(pilot, "enter")
            await press(pilot, "enter")
            assert any("Saved to " in told.message for told in app._notifications)
            assert "note: kept" not in grid(app)

    copy = only(tmp_path, "s.saved-*.db")
    with open_store(copy) as store:
        assert [one.note for one in store.annotations.all()] == ["kept"]
        assert store.damage() == []


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        (["n", *"kept", "enter"], ["kept", "On the whole article"]),
        (["]", "+"], ["Weight: bull, strength 3 of 5, confidence 60%", "Thesis: none", "On the words: Halden"]),
    ],
)
async def test_of_a_store_that_was_truncated_all_that_makes_the_note_is_saved_as_text(
    tmp_path: Path, keys: list[str], lines: list[str]
) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        reading = added(workspace)
        app = BriefreaderApp(workspace)
        async with app.run_test(size=(140, 36)) as pilot:
            await press(pilot, *keys)
            await pilot.pause()
            assert "save" in grid(app)
            path.write_bytes(b"")

            await press(pilot, "enter")

            assert any("truncated" in told.message for told in app._notifications)
            await press(pilot, "enter")

    text = only(tmp_path, "s.note-*.txt").read_text("utf-8")
    for found, expected in zip(text.splitlines(), lines, strict=False):
        assert found.startswith(expected)
    assert text.splitlines()[-1].startswith(f"Article: {reading.article.name}")


async def test_a_key_that_writes_offers_to_save_what_is_open(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        added(workspace)
        app = BriefreaderApp(workspace)
        async with app.run_test(size=(140, 36)) as pilot:
            deleted(path)

            await press(pilot, "e")

            assert "Save all articles and notes, in a new file" in grid(app)
            await press(pilot, "enter")

    copy = only(tmp_path, "s.saved-*.db")
    with open_store(copy) as store:
        assert not store.is_empty()
