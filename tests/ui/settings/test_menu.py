import pytest
from screens import grid, panes, press, read_screen
from textual.pilot import Pilot
from textual.widgets import Input

from briefreader import paths
from briefreader.ui.app import BriefreaderApp

pytestmark = pytest.mark.slow


async def choose(pilot: Pilot[None], *words: str) -> None:
    """Open the settings, and choose one, and what it is to be."""
    await press(pilot, "f2")
    for one in words:
        await press(pilot, *one)
        await pilot.pause(0.3)
        await press(pilot, "enter")


async def test_a_keymap_counts_at_once_and_the_bars_name_its_keys(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await choose(pilot, "keymap", "vim")
        await press(pilot, "]")
        assert "c note" in grid(app)
        await press(pilot, "c")

        assert panes(app).bar.display
        assert panes(app).bar._field


async def test_a_keymap_counts_at_once_on_the_other_screens_too(app: BriefreaderApp) -> None:
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "2")
        assert "a new" in grid(app)
        paths.settings_file().write_text('[keys]\n"board.add" = "f6"\n')
        await choose(pilot, "scores", "false")
        assert "f6 new" in grid(app)
        await press(pilot, "f6")
        assert len(app.screen.query(Input)) > 0


async def test_scores_and_asking_feeds_count_at_once(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await choose(pilot, "scores", "false")
        await press(pilot, "W")
        assert "Scores are turned off" in grid(app)
        await choose(pilot, "refresh")
        await press(pilot, "backspace", "3", "0", "enter")
        assert [timer._interval for timer in read_screen(app).jobs._timers] == [0.5, 1800]

    assert paths.settings_file().read_text("utf-8") == "scores = false\nrefresh_minutes = 30\n"


async def test_what_cannot_be_set_stays_to_be_mended_with_what_is_wrong(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await choose(pilot, "refresh")
        await press(pilot, *"99999", "enter")

        assert app.screen.query_one(Input).value == "099999"
        assert "must be a number of minutes up to 10000" in grid(app)
        await press(pilot, *["backspace"] * 6, *"15", "enter")
        assert read_screen(app).is_current

    assert paths.settings_file().read_text("utf-8") == "refresh_minutes = 15\n"
