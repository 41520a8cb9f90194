"""A row that stands for several articles: what it says, how it opens, and that no key acts on what it does not show."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from factories import an_article
from fakes import TODAY, a_workspace, noon
from screens import grid, panes, press

from briefreader.model.article import ArticleRow
from briefreader.model.ids import ArticleKey, StoryId
from briefreader.settings import Settings
from briefreader.store.store import Store, open_store
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.keys.actions import ACTIONS, Action
from briefreader.ui.reading.screen import ReadScreen
from briefreader.views.inbox import list_counts, list_keys, list_rows, whole_list
from briefreader.views.stories import stories
from briefreader.workflows.add import add_articles
from briefreader.workflows.triage import mark_read, move_to, snooze
from briefreader.workspace import Workspace

WIDE, NARROW = (120, 36), (80, 24)
WHOSE = ("Harbour Post", "Tide Wire", None, "Harbour Post")


@pytest.fixture(scope="module")
def story_store() -> Iterator[Store]:
    """A store with nine articles, to copy."""
    with open_store(":memory:") as store:
        put_together(a_workspace(store, Settings(), noon))
        yield store


@pytest.fixture
def story(workspace: Workspace, story_store: Store) -> Workspace:
    """An inbox of six rows: the second stands for four articles, the newest first."""
    story_store._connection.backup(workspace.store._connection)
    numbers = count(1000)
    return replace(workspace, new_id=lambda: f"n{next(numbers)}")


def put_together(workspace: Workspace) -> None:
    texts = [f"Quay {number} opens\n\nThe port said that quay {number} opened." for number in range(9)]
    for number, text in enumerate(texts):
        day, whose = TODAY - timedelta(days=number), WHOSE[number - 1] if 0 < number < 5 else f"Paper {number}"
        add_articles(workspace, [an_article(text, published_on=day, publisher=whose)])
    for row in whole_list(workspace.store, "inbox", TODAY):
        workspace.store.stories.put([row.key], StoryId(row.id))  # whatever the analysis finds
    workspace.store.stories.put(rows_of(workspace)[1:5], StoryId("quays"))


def rows_of(workspace: Workspace) -> list[ArticleKey]:
    return [row.key for row in whole_list(workspace.store, "inbox", TODAY)]


def states(workspace: Workspace, keys: list[ArticleKey]) -> list[ArticleRow]:
    return [list_rows(workspace.store, keys)[key] for key in keys]


def listed(app: BriefreaderApp) -> list[int]:
    return list(panes(app).feed._keys)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_row_says_how_many_articles_it_stands_for_and_whose(story: Workspace, size: tuple[int, int]) -> None:
    app = BriefreaderApp(story)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j")
        assert re.search(r"Harbour Post · \d d +▸4 ", grid(app))
        await press(pilot, "b")
        assert "4 articles in this story: Harbour Post (2), Tide Wire, no publisher" in grid(app)
        assert re.search(r"Harbour Post · \d d +▾4 ", grid(app))


async def test_a_row_opens_in_place_and_each_article_has_its_own_marks(story: Workspace) -> None:
    keys = rows_of(story)
    mark_read(story, states(story, keys)[2].id, is_read=True)
    app = BriefreaderApp(story)
    async with app.run_test(size=NARROW) as pilot:
        assert listed(app) == [keys[0], keys[1], *keys[5:]]
        await press(pilot, "j", "b")
        assert listed(app) == keys
        shown = grid(app)
        assert "▌● Quay 1 opens" in shown
        assert "   └ Quay 2 opens" in shown
        assert " ● └ Quay 3 opens" in shown
        await press(pilot, "j", "m")
        assert "▌● └ Quay 2 opens" in grid(app)
        await press(pilot, "b")
        assert listed(app) == [keys[0], keys[1], *keys[5:]]
        assert panes(app).feed.key == keys[1]


@pytest.mark.parametrize("action", [one for one in ACTIONS if one.scope in ("read", "feed")], ids=lambda one: one.id)
async def test_no_key_acts_on_articles_that_the_row_does_not_show(story: Workspace, action: Action) -> None:
    unseen = rows_of(story)[2:5]
    before = states(story, unseen)
    app = BriefreaderApp(story)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "j", action.keys.split(",")[0])
        if app.is_running:
            await pilot.pause(0.1)
        if not isinstance(app.screen, ReadScreen):  # a question: the first answer
            await press(pilot, "enter")

    assert states(story, unseen) == before


@pytest.mark.parametrize(
    "keys", [("x", "e"), ("x", "L"), ("x", "m"), ("g", "x", "G", "ctrl+x", "d"), ("x", "S", "enter")]
)
async def test_what_is_selected_is_what_is_shown(story: Workspace, keys: tuple[str, ...]) -> None:
    unseen = rows_of(story)[2:5]
    before = states(story, unseen)
    app = BriefreaderApp(story)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "j")
        for key in keys:
            await press(pilot, key)
            await pilot.pause(0.2 if key == "S" else 0)

    assert states(story, unseen) == before
    assert states(story, rows_of(story)[:1]) != before


async def test_the_next_article_of_a_story_comes_in_the_place_of_the_one_that_left(story: Workspace) -> None:
    keys = rows_of(story)
    app = BriefreaderApp(story)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "j", "e")
        assert "Archived: Quay 1 opens; 3 more in the story" in grid(app)
        assert listed(app) == [keys[0], keys[2], *keys[5:]]
        assert "▸3  1m" in grid(app)
        assert panes(app).feed.key == keys[2]
        await press(pilot, "e", "e", "e")
        assert listed(app) == [keys[0], *keys[5:]]
        await press(pilot, "u", "u", "u")
        assert listed(app) == [keys[0], keys[2], *keys[5:]]
        await press(pilot, "u")
        assert listed(app) == [keys[0], keys[1], *keys[5:]]
        assert panes(app).feed.key == keys[1]


async def test_of_a_story_that_is_open_one_goes_and_comes_back_where_it_was(story: Workspace) -> None:
    keys = rows_of(story)
    app = BriefreaderApp(story)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "j", "b", "j", "e")
        assert listed(app) == [*keys[:2], *keys[3:]]
        assert list(list_keys(story.store, "archive", TODAY)) == [keys[2]]
        await press(pilot, "u")
        assert listed(app) == keys
        assert panes(app).feed.key == keys[2]
        await press(pilot, "k", "e")
        assert listed(app) == [keys[0], *keys[2:]]
        assert "▾3  1m" in grid(app)


async def test_all_of_a_story_go_by_a_choice_that_names_their_number_and_one_undo_brings_them_back(
    story: Workspace,
) -> None:
    keys = rows_of(story)
    snooze(story, [keys[4]], date(2026, 12, 31))
    app = BriefreaderApp(story)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "j", "B")
        await pilot.pause(0.2)
        assert "Archive all 3" in grid(app)
        assert "Harbour Post, Tide Wire, no publisher" in grid(app)
        await press(pilot, *"archive all", "enter")
        await pilot.pause(0.2)
        assert list(list_keys(story.store, "archive", TODAY)) == keys[1:4]
        await press(pilot, "u")
        assert list_counts(story.store, TODAY)["archive"] == 0
        assert panes(app).feed.key == keys[1]


async def test_archiving_below_names_what_has_no_row_apart(story: Workspace) -> None:
    keys = rows_of(story)
    app = BriefreaderApp(story)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "E")
        await pilot.pause(0.2)
        assert "Archive 5 articles below" in grid(app)
        assert "Archive all 8, including 3 hidden in the same stories" in grid(app)
        await press(pilot, "enter")
        assert sorted(list_keys(story.store, "inbox", TODAY)) == sorted([keys[0], *keys[2:5]])
        await press(pilot, "u", "E")
        await pilot.pause(0.2)
        await press(pilot, "down", "enter")
        assert rows_of(story) == [keys[0]]
        await press(pilot, "u")
        assert rows_of(story) == keys


async def test_what_is_found_stands_for_itself_alone(story: Workspace) -> None:
    app = BriefreaderApp(story)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"quay", "enter")
        assert sorted(listed(app)) == sorted(rows_of(story))
        assert "▸" not in grid(app)
        await press(pilot, "b")
        assert "This row is a single article" in grid(app)


async def test_each_snoozed_article_has_a_row_of_its_own(story: Workspace) -> None:
    keys = rows_of(story)
    snooze(story, keys[2:4], date(2026, 12, 31))
    app = BriefreaderApp(story)
    async with app.run_test(size=WIDE) as pilot:
        assert "▸2  1m" in grid(app)
        await press(pilot, "F", *"snoozed", "enter")
        assert sorted(listed(app)) == sorted(keys[2:4])


async def test_an_article_that_has_no_row_is_gone_to_by_opening_its_story(story: Workspace) -> None:
    keys = rows_of(story)
    app = BriefreaderApp(story)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "j", "B")
        await pilot.pause(0.2)
        await press(pilot, *"quay 3", "enter")
        await pilot.pause(0.2)
        assert listed(app) == keys
        assert panes(app).feed.key == keys[3]


async def test_a_story_counts_only_what_is_on_the_list(story: Workspace) -> None:
    keys = rows_of(story)
    for row in states(story, keys[3:5]):
        move_to(story, row.id, "later")
    app = BriefreaderApp(story)
    async with app.run_test(size=WIDE) as pilot:
        assert "▸2  1m" in grid(app)
        await press(pilot, "j", "B")
        await pilot.pause(0.2)
        await press(pilot, *"trash", "enter")
    assert [len(one.articles) for one in stories(story.store)] == [2]
    assert list_counts(story.store, TODAY)["later"] == 2
