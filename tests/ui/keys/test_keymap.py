from dataclasses import replace

import pytest
from factories import first_key
from fakes import TODAY
from screens import grid, panes, press

from briefreader.settings import SETTINGS, Settings
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.keys.keymap import PRESETS, chosen_keys, keymap_faults, keys_at
from briefreader.views.inbox import list_counts
from briefreader.workspace import Workspace


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ({"archiv": "e"}, "keys.archiv: unknown action"),
        ({"archive": "s"}, "'s' is assigned to archive and shortlist"),
        ({"archive": "e,hyper+x"}, "keys.archive: unknown key 'hyper+x'"),
        ({"archive": "nokey"}, "keys.archive: unknown key 'nokey'"),
        ({"help": " "}, "keys.help: this action needs a key"),
        ({"archive": "?,f1,:,ctrl+p"}, "'?' is assigned to archive and help"),
        ({"select": "e"}, "'e' is assigned to select and archive"),
        ({"settings": "question_mark"}, "'?' is assigned to settings and help"),
        ({"archive": "semicolon"}, "';' is assigned to match.next and archive"),
        ({"feed.down": "q,?,:"}, "'q' is assigned to feed.down and back"),
        ({"list.down": "a"}, "'a' is assigned to list.down and board.add"),
        ({"ledger.back": ""}, "keys.ledger.back: this action needs a key that no other action uses (ledger)"),
        ({"notes.delete": "q"}, "keys.back: this action needs a key that no other action uses (notes)"),
        ({"evidence.cancel": ","}, "keys.evidence.cancel: this action needs a key"),
    ],
)
def test_what_is_wrong_in_the_readers_keys_is_named(keys: dict[str, str], problem: str) -> None:
    assert any(problem in str(fault) for fault in keymap_faults(keys))


def test_all_that_is_wrong_is_told_and_each_clash_once() -> None:
    faults = keymap_faults({"archiv": "x", "later": "nokey", "trash": "s"})

    assert [str(fault).partition(". ")[0] for fault in faults] == [
        "settings: keys.archiv: unknown action",
        "settings: keys.later: unknown key 'nokey'",
        "settings: keys: 's' is assigned to shortlist and trash",
    ]


@pytest.mark.parametrize("keys", [{}, {"archive": "f5"}, {"archive": ","}, {"notes.edit": "?"}, {"help": "f1"}])
def test_keys_that_take_nothing_away_are_fine(keys: dict[str, str]) -> None:
    assert keymap_faults(keys) == []


async def test_an_action_can_be_left_without_a_key(samples: Workspace) -> None:
    app = BriefreaderApp(replace(samples, settings=Settings(keys={"archive": ""})))

    async with app.run_test() as pilot:
        await press(pilot, "e")

    assert list_counts(samples.store, TODAY)["archive"] == 0


async def test_a_reader_can_choose_their_own_key(samples: Workspace) -> None:
    assert first_key(samples)
    app = BriefreaderApp(replace(samples, settings=Settings(keys={"archive": "f5"})))

    async with app.run_test() as pilot:
        await press(pilot, "e", "f5")

    assert list_counts(samples.store, TODAY)["archive"] == 1


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_gives_no_key_two_meanings_and_the_readers_own_keys_win(name: str) -> None:
    keys = chosen_keys(Settings(keymap=name, keys={"archive": "f6"}))

    assert keys["archive"] == "f6"


def test_every_preset_can_be_set_and_what_can_be_set_is_there() -> None:
    assert tuple(PRESETS) == SETTINGS["keymap"].choices


def test_newsboats_keys_mean_in_the_notes_what_they_mean_elsewhere() -> None:
    done = {key: action.id for action, pressed in keys_at("notes", PRESETS["newsboat"]) for key in pressed}

    assert [done[key] for key in "npNDd"] == ["unread.next", "unread.previous", "read", "notes.delete", "notes.delete"]


async def test_newsboats_n_and_p_go_to_unread_articles(samples: Workspace) -> None:
    app = BriefreaderApp(replace(samples, settings=Settings(keymap="newsboat")))

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "N", "j", "N", "k", "k")
        feed = panes(app).feed
        await press(pilot, "n")
        assert feed.cursor == 3
        await press(pilot, "l", "p")
        assert feed.cursor == 0
        await press(pilot, "p")
        assert feed.cursor == 0
        assert "No more unread articles" in grid(app)


async def test_ctrl_d_and_ctrl_u_go_half_a_page(app: BriefreaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        feed = panes(app).feed
        await press(pilot, "space")
        page = feed.cursor
        await press(pilot, "g", "ctrl+d")
        assert feed.cursor == page // 2
        await press(pilot, "ctrl+u")
        assert feed.cursor == 0


async def test_the_keys_of_a_preset_work_and_are_shown(samples: Workspace) -> None:
    app = BriefreaderApp(replace(samples, settings=Settings(keymap="newsboat")))

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "n", "D")
        assert list_counts(samples.store, TODAY)["trash"] == 1
        await press(pilot, "question_mark", "slash", *"trash", "enter")

        assert "D d" in grid(app)


def test_a_key_that_an_inner_scope_takes_is_not_one_of_the_place() -> None:
    here = {action.id: pressed for action, pressed in keys_at("notes", {"notes.flip": "f1"})}

    assert here["notes.delete"] == ["d", "delete"]
    assert "trash" not in here
    assert here["help"] == ["question_mark"]
    assert "board.add" not in here


async def test_help_says_first_what_keys_do_here_and_can_be_searched(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "question_mark")
        assert "HERE: NAVIGATE" in grid(app)
        assert "Next article  " in grid(app)
        await press(pilot, "slash", *"snooz")

        lines = [line for line in grid(app).splitlines() if "Snooze…" in line]
        assert len(lines) == 1
        assert "HERE: TRIAGE" in grid(app)
        assert "Archive  " not in grid(app)


async def test_help_tells_what_works_elsewhere_only(app: BriefreaderApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "4", "question_mark", "slash", *"archive")

        assert "WHILE READING (1)" in grid(app)
        assert "HERE: TRIAGE" not in grid(app)
