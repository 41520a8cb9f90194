"""Finding and triage by keys."""

from datetime import date

import pytest
from factories import an_article
from fakes import TODAY
from screens import grid, panes, press

from briefreader.ui.app import BriefreaderApp
from briefreader.views.inbox import list_counts, list_keys, whole_list
from briefreader.views.reading import reading_of
from briefreader.workflows.add import add_articles
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow


async def test_selected_articles_go_together_and_one_undo_brings_them_back(
    app: BriefreaderApp, samples: Workspace
) -> None:
    before = list(list_keys(samples.store, "inbox", TODAY))
    async with app.run_test(size=(120, 36)) as pilot:
        rows = list(panes(app).feed._keys)
        await press(pilot, "j", "x", "x", "j", "x", "e")
        meant = {rows[1], rows[2], rows[4]}
        assert list_counts(samples.store, TODAY)["archive"] == 3
        assert list(list_keys(samples.store, "inbox", TODAY)) == [key for key in before if key not in meant]
        await press(pilot, "u")

        assert list(list_keys(samples.store, "inbox", TODAY)) == before
        assert panes(app).feed.cursor == 5
        assert panes(app).feed.selected == {rows[1], rows[2], rows[4]}


async def test_one_selected_article_goes_and_not_the_one_under_the_cursor(
    app: BriefreaderApp, samples: Workspace
) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        first = panes(app).feed.key
        await press(pilot, "x", "e")

    assert list(list_keys(samples.store, "archive", TODAY)) == [first]


async def test_a_range_is_selected_down_to_the_cursor(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "x", "j", "j", "ctrl+x", "L")

        assert list_counts(samples.store, TODAY)["later"] == 4


async def test_a_range_is_selected_up_to_the_cursor_too(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        feed = panes(app).feed
        await press(pilot, *["j"] * 7, "x", "k", "k", "k", "k", "ctrl+x")
        assert feed.selected == set(feed._keys[4:8])
        assert "4 selected  5/13" in grid(app)
        await press(pilot, "G", "x", "escape")
        assert "selected" not in grid(app)


async def test_all_below_is_archived_once_the_count_was_seen(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j", "E")
        await pilot.pause(0.2)
        assert "Archive 10 articles below" in grid(app)
        assert list_counts(samples.store, TODAY)["archive"] == 0
        await press(pilot, "enter")
        assert list_counts(samples.store, TODAY)["archive"] == 10
        await press(pilot, "u")

        assert list_counts(samples.store, TODAY)["archive"] == 0


async def test_below_a_query_only_what_it_shows_is_archived(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"northlight", "enter")
        shown = list(panes(app).feed._keys)
        await press(pilot, "E")
        await pilot.pause(0.2)
        await press(pilot, "enter")

        assert sorted(list_keys(samples.store, "archive", TODAY)) == sorted(shown[1:])


async def test_a_snoozed_article_leaves_the_inbox_until_its_day(app: BriefreaderApp, samples: Workspace) -> None:
    first = list_keys(samples.store, "inbox", TODAY)[0]
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "S")
        await pilot.pause(0.2)
        await press(pilot, "enter")

    assert first not in list_keys(samples.store, "inbox", TODAY)
    assert list(list_keys(samples.store, "snoozed", TODAY)) == [first]
    assert reading_of(samples.store, first).article.snoozed_until == date(2026, 6, 16)  # type: ignore[arg-type]
    assert list_keys(samples.store, "inbox", date(2026, 6, 16))[0] == first


async def test_a_day_to_snooze_until_is_asked_for_until_it_is_one(app: BriefreaderApp, samples: Workspace) -> None:
    first = list_keys(samples.store, "inbox", TODAY)[0]
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "S")
        await pilot.pause(0.2)
        await press(pilot, "up", "enter", *"never", "enter")
        assert "“never” is not a date. Try 9 Dec, Friday" in grid(app)
        await press(pilot, *(["backspace"] * 5), *"yesterday", "enter")
        assert "Sun 14 Jun 2026, yesterday: not a future date" in grid(app)
        await press(pilot, *(["backspace"] * 9), *"24 Dec")
        assert "Thu 24 Dec 2026, in 192 days" in grid(app)
        await press(pilot, "enter")

        assert "Snoozed until 24 Dec 2026: 1 article" in grid(app)
        await press(pilot, "F")
        await pilot.pause(0.2)
        await press(pilot, *(["down"] * 5), "enter")
        assert "until 24 Dec · " in grid(app)
    assert reading_of(samples.store, first).article.snoozed_until == date(2026, 12, 24)  # type: ignore[arg-type]


async def test_undo_of_snoozing_puts_the_cursor_back(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "S")
        await pilot.pause(0.2)
        await press(pilot, "down", "down", "enter")
        assert list_counts(samples.store, TODAY)["snoozed"] == 1
        await press(pilot, "u")

        assert list_counts(samples.store, TODAY)["snoozed"] == 0
        assert panes(app).feed.cursor == 1


@pytest.mark.parametrize(("key", "shown"), [("G", "100/100"), ("E", "Archive 99 articles below")])
async def test_a_key_that_needs_the_whole_list_has_it_from_the_start(
    workspace: Workspace, key: str, shown: str
) -> None:
    add_articles(workspace, [an_article(f"Text {number}.") for number in range(100)])
    app = BriefreaderApp(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, key)
        await pilot.pause(0.1)
        assert shown in grid(app)


async def test_reading_goes_on_where_it_was_left_and_the_list_says_how_far_that_is(workspace: Workspace) -> None:
    lines = "\n\n".join(f"Line {number} of it." for number in range(1, 101))
    add_articles(
        workspace, [an_article(lines, published_on=TODAY), an_article("Short.", published_on=date(2020, 1, 1))]
    )
    app = BriefreaderApp(workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "space", "space", "J")
        await pilot.pause(0.2)
        [long, _] = whole_list(workspace.store, "inbox", TODAY)
        assert 0.2 < long.progress < 0.7
        assert f"{long.progress:.0%} of " in grid(app)

    again = BriefreaderApp(workspace)
    async with again.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert f"Line {int(long.progress * 100) - 3} of it." in grid(again)
        assert "Line 2 of it." not in grid(again)
        await press(pilot, "G")

    assert whole_list(workspace.store, "inbox", TODAY)[0].progress == 1
