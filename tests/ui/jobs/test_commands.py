"""Commands given in the app."""

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from factories import SAMPLES
from fakes import TODAY, a_workspace, noon
from screens import grid, press, read_screen
from textual import events
from textual.pilot import Pilot

from briefreader.cli.commands import briefreader
from briefreader.cli.completion import complete
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.views.inbox import list_counts
from briefreader.workflows.add import add_files

pytestmark = pytest.mark.slow


@pytest.fixture
async def on_disk(tmp_path: Path) -> AsyncIterator[tuple[BriefreaderApp, Pilot[None]]]:
    """The app on a store in a file, with all samples."""
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), noon)
        add_files(workspace, [SAMPLES])
        app = BriefreaderApp(workspace, partial(complete, briefreader))
        async with app.run_test(size=(120, 36)) as pilot:
            yield app, pilot


async def done(app: BriefreaderApp, pilot: Pilot[None]) -> str:
    """Wait until a command has been done; return what is on the screen."""
    await app.workers.wait_for_complete()
    await pilot.pause()
    return grid(app)


async def test_a_command_is_completed_done_shown_and_undone(on_disk: tuple[BriefreaderApp, Pilot[None]]) -> None:
    app, pilot = on_disk
    await press(pilot, "colon", *"mo")
    assert "> move  Move or mark all articles matching a query" in await done(app, pilot)
    await press(pilot, "tab", *"la")
    await done(app, pilot)
    await press(pilot, "tab", *"-q northlight", "enter")

    shown = await done(app, pilot)

    store = app._workspace.store
    moved = list_counts(store, TODAY)["later"]
    assert moved > 1
    assert f"oved to Later: {moved} articles" in shown
    await press(pilot, "u")
    assert list_counts(store, TODAY)["inbox"] == 16


async def test_what_a_command_says_in_lines_is_shown_until_it_is_closed(
    on_disk: tuple[BriefreaderApp, Pilot[None]],
) -> None:
    app, pilot = on_disk
    await press(pilot, "colon", *"read %", "enter")

    assert ":read %" in await done(app, pilot)
    await press(pilot, "q")
    await press(pilot, "colon", *"theses add Rents", "enter")
    assert "Done: theses add Rents" in await done(app, pilot)
    await press(pilot, "colon", *"nonsense", "enter")
    assert "No such command" in await done(app, pilot)


async def test_a_adds_what_is_named(on_disk: tuple[BriefreaderApp, Pilot[None]], tmp_path: Path) -> None:
    app, pilot = on_disk
    (tmp_path / "one.md").write_text("# Corvus recalls again\n\nIt said so on Monday, in a note to all its clients.")
    await press(pilot, "a")
    assert ": add" in grid(app)
    await press(pilot, *str(tmp_path / "one.md"), "enter")

    shown = await done(app, pilot)

    assert "added: Corvus recalls again" in shown
    assert list_counts(app._workspace.store, TODAY)["inbox"] == 17


async def test_a_word_is_chosen_by_key_and_escape_leaves(on_disk: tuple[BriefreaderApp, Pilot[None]]) -> None:
    app, pilot = on_disk
    await press(pilot, "colon", *"st")
    await done(app, pilot)
    await press(pilot, "down", "tab")
    assert ": stories" in grid(app)
    await press(pilot, "escape")

    assert read_screen(app).is_current


async def test_a_store_in_memory_takes_no_commands(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "colon", *"list", "enter")
        assert "No commands: this store is in memory only" in grid(app)
        await press(pilot, "colon", "quotation_mark", "enter")

        assert "A quotation mark is missing" in grid(app)


async def test_what_is_typed_at_once_behind_the_colon_is_written_and_completed(
    on_disk: tuple[BriefreaderApp, Pilot[None]],
) -> None:
    app, pilot = on_disk
    for key in ("colon", *"stor"):
        app.post_message(events.Key(key, ":" if key == "colon" else key))
    await pilot.press("tab")

    assert ": stories" in await done(app, pilot)


async def test_what_a_command_says_waits_until_nothing_else_is_written(
    on_disk: tuple[BriefreaderApp, Pilot[None]],
) -> None:
    app, pilot = on_disk
    await press(pilot, "colon", *"move later -q northlight", "enter", "question_mark")
    await app.workers.wait_for_complete()
    await press(pilot, "q")
    while "later: " not in grid(app) and "moved" not in grid(app).lower():
        await pilot.pause(0.05)

    assert f"Inbox {list_counts(app._workspace.store, TODAY)['inbox']}]" in grid(app)


async def test_a_command_that_is_still_done_ends_with_the_app(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.md").write_text(f"# Piece {number}\n\nIt rose by {number}% in May, Halden says.\n" * 40)
    with open_store(tmp_path / "s.db") as store:
        app = BriefreaderApp(a_workspace(store, Settings(), noon), partial(complete, briefreader))
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press("colon", *f"add {tmp_path}", "enter")
            running = next(iter(app._commands._running))

        assert running._process.wait(5) != 0
