from dataclasses import replace

import pytest
from factories import first_key
from fakes import TODAY
from screens import grid, press

from briefreader.model.errors import SettingsError
from briefreader.settings import SETTINGS, Settings
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.keymap import PRESETS, check_keymap, chosen_keys
from briefreader.views.inbox import list_counts
from briefreader.workspace import Workspace


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ({"archiv": "e"}, "keys.archiv: there is no such action"),
        ({"archive": "s"}, "'s' would do archive and shortlist"),
        ({"archive": "e,hyper+x"}, "keys.archive: no key is called 'hyper\\+x'"),
        ({"archive": "nokey"}, "keys.archive: no key is called 'nokey'"),
        ({"help": " "}, "keys.help: this action must keep a key"),
    ],
)
def test_what_is_wrong_in_the_readers_keys_is_named(keys: dict[str, str], problem: str) -> None:
    with pytest.raises(SettingsError, match=problem):
        check_keymap(keys)


def test_the_table_itself_gives_no_key_two_meanings() -> None:
    check_keymap({})


async def test_a_reader_can_choose_their_own_key(samples: Workspace) -> None:
    assert first_key(samples)
    app = BriefreaderApp(replace(samples, settings=Settings(keys={"archive": "a"})))

    async with app.run_test() as pilot:
        await press(pilot, "e", "a")

    assert list_counts(samples.store, TODAY)["archive"] == 1


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_gives_no_key_two_meanings_and_the_readers_own_keys_win(name: str) -> None:
    keys = chosen_keys(Settings(keymap=name, keys={"archive": "f6"}))

    assert keys["archive"] == "f6"


def test_every_preset_can_be_set_and_what_can_be_set_is_there() -> None:
    assert tuple(PRESETS) == SETTINGS["keymap"].choices


async def test_the_keys_of_a_preset_work_and_are_shown(samples: Workspace) -> None:
    app = BriefreaderApp(replace(samples, settings=Settings(keymap="newsboat")))

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "n", "D")
        assert list_counts(samples.store, TODAY)["trash"] == 1
        await press(pilot, "question_mark", "slash", *"trash", "enter")

        assert "D d" in grid(app)


async def test_help_says_first_what_keys_do_here_and_can_be_searched(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "question_mark")
        assert "HERE" in grid(app)
        assert "Next article, in the feed" in grid(app)
        await press(pilot, "slash", *"snooz")

        lines = [line for line in grid(app).splitlines() if "until a day" in line]
        assert len(lines) == 1
        assert "Archive  " not in grid(app)
