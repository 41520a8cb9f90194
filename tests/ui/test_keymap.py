from dataclasses import replace

import pytest
from factories import first_key
from fakes import TODAY
from screens import press

from briefreader.model.errors import SettingsError
from briefreader.settings import Settings
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.keymap import check_keymap
from briefreader.views.inbox import list_counts
from briefreader.workspace import Workspace


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ({"archiv": "e"}, "keys.archiv: there is no such action"),
        ({"archive": "s"}, "'s' would do archive and shortlist"),
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
