from dataclasses import replace

import pytest
from fakes import TODAY
from screens import grid, panes, press, read_screen

from briefreader.settings import Settings
from briefreader.ui.app import BriefreaderApp
from briefreader.views.inbox import list_counts
from briefreader.views.reading import reading_of
from briefreader.views.saved_views import saved_views
from briefreader.views.scoring import explained, total
from briefreader.views.stories import standing_for
from briefreader.workflows.saved_views import keep_view
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow


async def test_a_query_is_kept_as_a_view_and_listed_again(app: BriefreaderApp, samples: Workspace) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"northlight", "enter", "F")
        await pilot.pause(0.2)
        await press(pilot, "enter", *" deals", "enter", "escape")
        assert [(view.name, view.query) for view in saved_views(samples.store)] == [("deals", "northlight*")]
        await press(pilot, "F")
        await pilot.pause(0.2)
        await press(pilot, *["down"] * 6, "enter")

        assert "[deals  " in grid(app)


async def test_a_view_is_listed_under_its_name(app: BriefreaderApp, samples: Workspace) -> None:
    keep_view(samples, "deals", "northlight")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "F", *"deals", "enter")
        assert f"[deals  {len(panes(app).feed)}]" in grid(app)
        await press(pilot, "f")
        assert " deals >" in grid(app)
        await press(pilot, *"bergen ", "enter")
        assert "[/ northlight bergen  " in grid(app)


async def test_a_name_that_is_taken_is_refused_in_words(app: BriefreaderApp, samples: Workspace) -> None:
    keep_view(samples, "deals", "northlight")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"bergen", "enter", "F")
        await pilot.pause(0.2)
        await press(pilot, "enter", *"deals", "enter")
        assert "a saved search named 'deals' already exists" in str(next(iter(app._notifications)).message)
        assert len(saved_views(samples.store)) == 1


async def test_a_view_is_made_a_rule_after_its_words_are_shown(app: BriefreaderApp, samples: Workspace) -> None:
    keep_view(samples, "deals", "northlight")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "F", *"edit saved", "enter")
        await pilot.pause(0.2)
        await press(pilot, "t", *"archived", "enter")
        await pilot.pause(0.2)
        assert "New articles matching “northlight” are archived. Existing articles stay as they are." in grid(app)
        await press(pilot, *"also for", "enter")

        [view] = saved_views(samples.store)
        assert view.on_arrival == "archive"
        assert list_counts(samples.store, TODAY)["archive"] > 1
        assert "new articles: archived" in grid(app)
        await press(pilot, "u")
        assert list_counts(samples.store, TODAY)["archive"] == 0
        await press(pilot, "t")
        assert saved_views(samples.store)[0].on_arrival is None


async def test_views_are_moved_renamed_forgotten_and_listed_by_keys(app: BriefreaderApp, samples: Workspace) -> None:
    for name, query in (("deals", "northlight"), ("grid", "power"), ("later", "is:later")):
        keep_view(samples, name, query)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "8", "J")
        assert [view.name for view in saved_views(samples.store)] == ["grid", "deals", "later"]
        await press(pilot, "J", "K", "K")
        assert [view.name for view in saved_views(samples.store)] == ["deals", "grid", "later"]
        await press(pilot, "n", *"sales", "enter")
        assert saved_views(samples.store)[0].name == "sales"
        await press(pilot, "j", "d")
        assert [view.name for view in saved_views(samples.store)] == ["sales", "later"]
        await press(pilot, "u", "k", "enter")

        assert "[grid  " in grid(app)


async def test_a_list_is_ordered_by_reading_time_and_undo_finds_its_row(
    app: BriefreaderApp, samples: Workspace
) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "O")
        await pilot.pause(0.2)
        await press(pilot, "down", "enter")
        rows = [reading_of(samples.store, key).article.words for key in panes(app).feed._keys]  # type: ignore[arg-type]
        assert rows == sorted(rows)
        assert "[Inbox, shortest first  16]" in grid(app)
        await press(pilot, "j", "j", "e", "u")

        assert panes(app).feed.cursor == 2


async def test_what_has_most_points_comes_first_and_a_key_says_why(app: BriefreaderApp, samples: Workspace) -> None:
    add_thesis(samples, ThesisWords(title="Will it pay?", subject="Northlight"))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "O", *"score", "enter")
        await pilot.pause(0.2)
        assert "Inbox, highest score first" in grid(app)
        await press(pilot, "W")
        assert "3.0  mentions your thesis: Will it pay?" in str(next(iter(app._notifications)).message)


async def test_scores_can_be_switched_off(samples: Workspace) -> None:
    app = BriefreaderApp(replace(samples, settings=Settings(scores=False)))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "W")
        assert "Scores are turned off" in grid(app)
        await press(pilot, "O")
        await pilot.pause(0.2)
        assert "score" not in grid(app).casefold()


@pytest.mark.parametrize("order", ["shortest", "score"])
async def test_a_story_is_one_row_in_every_order_of_a_list(app: BriefreaderApp, samples: Workspace, order: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        newest = list(panes(app).feed._keys)
        await press(pilot, "O", *order, "enter")
        feed = panes(app).feed
        assert list(feed._keys) != newest
        assert sorted(feed._keys) == sorted(newest)
        row = next(row for row, key in enumerate(feed._keys) if len(standing_for(samples.store, [key], TODAY)) == 3)
        await press(pilot, *["j"] * row, "e")
        assert list_counts(samples.store, TODAY)["archive"] == 1
        await press(pilot, "u")
        assert feed.cursor == row


async def test_a_list_keeps_its_order_until_escape_and_shows_scores(app: BriefreaderApp, samples: Workspace) -> None:
    add_thesis(samples, ThesisWords(title="Will it pay?", subject="Northlight"))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "O", *"score", "enter", "j", "j")
        before = read_screen(app).presenter.location
        [_, _, first, *_] = grid(app).splitlines()
        points = explained(samples.store, panes(app).feed._keys[0], TODAY)  # type: ignore[arg-type]
        assert f" {total(points):.1f}  " in first
        await press(pilot, "slash", *"halden", "enter", "escape")
        assert read_screen(app).presenter.location == before
        await press(pilot, "F", *"later", "enter", "F", *"inbox", "enter")
        assert "Inbox, highest score first  16" in grid(app)
        await press(pilot, "j", "j", "escape")
        assert "[Inbox 16]" in grid(app)
        assert panes(app).feed.key == before.position.key
        await press(pilot, "F", *"later", "enter", "F", *"inbox", "enter")
        assert "[Inbox 16]" in grid(app)
