import pytest
from factories import an_article
from fakes import TODAY
from screens import grid, panes, press, read_screen

from briefreader.ui.app import BriefreaderApp
from briefreader.ui.reading.listing import Listing, ListPosition, Location
from briefreader.ui.reading.screen import ReadScreen
from briefreader.views.inbox import list_counts, whole_list
from briefreader.workflows.add import add_articles
from briefreader.workflows.triage import move_all, move_to
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "keys",
    [
        ("E", "enter"),
        ("k", "k", "x", "j", "x", "j", "j", "j", "e"),
        ("x", "g", "e"),
        ("x", "x", "m"),
        ("S", "enter"),
        ("e",),
        ("slash", *"northlight", "enter", "j", "e"),
    ],
)
async def test_undo_comes_back_to_list_cursor_and_selection(
    app: BriefreaderApp, samples: Workspace, keys: tuple[str, ...]
) -> None:
    *before, last = keys
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, *["j"] * 5)
        for key in before:
            await press(pilot, key)
            await pilot.pause(0.2 if key in "SE" else 0)
        here = read_screen(app).presenter.location if isinstance(app.screen, ReadScreen) else None
        await press(pilot, last)
        if here is None:  # a question was open
            here = Location(Listing(), ListPosition(panes(app).feed.key, 5, 0, frozenset()))
        await press(pilot, "F", *"later", "enter")
        await press(pilot, "u")

        now = read_screen(app).presenter.location
        assert (now.listing, now.position.row, now.position.selected) == (
            here.listing,
            here.position.row,
            here.position.selected,
        )
        assert list_counts(samples.store, TODAY)["inbox"] == 16


async def test_doing_it_again_comes_back_to_the_row_too(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, "j", "e", "g", "u", "G", "ctrl+r")

        assert panes(app).feed.cursor == 1
        assert len(panes(app).feed) == 12


async def test_undo_of_what_was_done_before_the_start_goes_to_its_list_and_names_it(samples: Workspace) -> None:
    row = whole_list(samples.store, "inbox", TODAY)[4]
    move_to(samples, row.id, "later")
    move_to(samples, row.id, "archive")
    move_all(samples, [one.key for one in whole_list(samples.store, "inbox", TODAY)[:2]], "archive")
    app = BriefreaderApp(samples)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "F", *"archive", "enter", "u")
        assert "[Inbox 15]" in grid(app)
        assert "Undid: archived: 2 articles" in grid(app)
        await press(pilot, "u")
        assert "[Later 1]" in grid(app)
        assert panes(app).feed.key == row.key
        assert f"Undid: archived: {row.title[:30]}" in grid(app)  # type: ignore[index]


async def test_undo_of_an_article_that_was_added_stays_where_the_reader_is(workspace: Workspace) -> None:
    add_articles(workspace, [an_article("Halden buys.")])
    app = BriefreaderApp(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "u")
        assert "[Inbox 0]" in grid(app)
        assert "Undid: added 1 article: Halden buys." in grid(app)
        await press(pilot, "ctrl+r")
        assert "[Inbox 1]" in grid(app)
