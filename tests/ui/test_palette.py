from dataclasses import replace

import pytest
from fakes import noon
from screens import grid, panes, press
from textual.pilot import Pilot

from briefreader import paths
from briefreader.model.feed import Feed
from briefreader.model.ids import FeedId
from briefreader.settings import Settings
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.screens.theses.screen import BoardScreen
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace

pytestmark = pytest.mark.slow


async def look_up(pilot: Pilot[None], words: str) -> None:
    """Type into the palette, and wait for what it finds."""
    await press(pilot, "ctrl+p", *words)
    await pilot.pause(0.5)


async def test_actions_of_the_pane_are_offered_with_the_readers_own_keys(samples: Workspace) -> None:
    app = BriefreaderApp(replace(samples, settings=Settings(keys={"select": "f6", "archive": ""})))

    async with app.run_test(size=(120, 36)) as pilot:
        await look_up(pilot, "select")
        assert "Triage · f6" in grid(app)
        await press(pilot, "down", "enter")
        assert len(panes(app).feed.selected) == 1
        await look_up(pilot, "archive")
        assert "Triage\n" in "".join(line.strip(" ▎│") + "\n" for line in grid(app).splitlines())


@pytest.mark.parametrize(
    ("keys", "words", "shown"),
    [
        ("]", "follow citation or link", "Article · enter"),
        ("l l", "turn off this rule", "Findings · D"),
        ("v", "switch selection end", "Article · o"),
        ("+", "strength 5", "Evidence · 5"),
        ("2", "new thesis", "Theses · a"),
    ],
)
async def test_every_place_offers_its_own_actions(app: BriefreaderApp, keys: str, words: str, shown: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *keys.split())
        await look_up(pilot, words)

        assert shown in grid(app)


async def test_a_key_that_does_something_else_here_is_not_named(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "l", "l")
        await look_up(pilot, "trash")

        assert "Triage\n" in grid(app).replace(" ", "")
        assert "key d" not in grid(app)


async def test_a_theme_is_found_by_its_name_and_kept(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await look_up(pilot, "drac")
        assert "Theme" in grid(app)
        await press(pilot, "enter")
        assert app.theme == "dracula"

    assert paths.settings_file().read_text("utf-8") == 'theme = "dracula"\n'


async def test_a_theme_that_cannot_be_used_is_told(app: BriefreaderApp) -> None:
    paths.user_themes().mkdir(parents=True)
    (paths.user_themes() / "mine.toml").write_text("primary = ")

    async with app.run_test(size=(120, 36)) as pilot:
        await look_up(pilot, "mine")
        await press(pilot, "enter")

        assert app.theme == "night"
        assert "theme mine: " in next(iter(app._notifications)).message


async def test_an_article_is_found_from_another_screen(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2")
        assert isinstance(app.screen, BoardScreen)
        await look_up(pilot, "substrates")
        await press(pilot, "enter")
        await pilot.pause(0.2)

        assert panes(app).pane == "article"
        assert "substrates" in panes(app).article._document.text


async def test_the_palette_finds_articles_by_their_words(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+p", *"substrates")
        await pilot.pause(0.5)
        assert "Article" in grid(app)
        await press(pilot, "enter")
        await pilot.pause(0.2)

        assert panes(app).pane == "article"
        assert "substrates" in panes(app).article._document.text


async def test_the_palette_goes_to_a_thesis_and_to_a_feed(app: BriefreaderApp, samples: Workspace) -> None:
    for title in ("Does power get cheap?", "Will it pay?"):
        add_thesis(samples, ThesisWords(title=title))
    with samples.store.journal.batch("test", noon()) as batch:
        feed = Feed(id=FeedId("1"), url="https://a.example/", title="Grid Wire", folder="", added_at=noon())
        samples.store.feeds.add(batch, feed)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+p", *"will it pay")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        assert "Will it pay?" in grid(app)
        await press(pilot, "q", "ctrl+p", *"grid wi")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        assert 'Inbox > source:"Grid Wire"' in grid(app)
