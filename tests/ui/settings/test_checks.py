from dataclasses import replace

from fakes import TODAY
from screens import press

from briefreader import paths
from briefreader.settings import Settings
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.settings.checks import usable
from briefreader.views.inbox import list_counts
from briefreader.workspace import Workspace


def test_settings_without_a_fault_are_used_as_they_are() -> None:
    theme, keys, faults = usable(Settings(theme="paper", keys={"archive": "f5"}))

    assert (theme.name, keys, faults) == ("paper", {"archive": "f5"}, [])


def test_with_faults_the_keys_are_the_presets_and_the_theme_is_the_one_that_ships() -> None:
    paths.user_themes().mkdir(parents=True)
    (paths.user_themes() / "night.toml").write_text("primary = ")

    theme, keys, faults = usable(Settings(keymap="vim", keys={"archiv": "a", "archive": "z"}))

    assert theme.name == "night"
    assert keys["note"] == "c"
    assert "archive" not in keys
    assert [" ".join(str(fault).split(": ")[:2]) for fault in faults[:2]] == ["settings keys.archiv", "settings keys"]
    assert [str(fault).split(": ")[0] for fault in faults[2:]] == ["theme night"]


def test_one_faulty_key_takes_no_other_away() -> None:
    _, keys, faults = usable(Settings(keys={"archive": "s", "later": "f5", "archiv": "x"}))

    assert keys == {"later": "f5"}
    assert len(faults) == 2


def test_keys_that_only_clash_with_one_another_are_all_left_out() -> None:
    _, keys, faults = usable(Settings(keys={"archive": "f5", "later": "f5"}))

    assert (keys, len(faults)) == ({}, 1)


async def test_the_app_starts_with_what_can_be_used_and_says_once_what_cannot(samples: Workspace) -> None:
    settings = Settings(theme="nowhere", keys={"archive": "?,f1", "later": "nokey"})
    app = BriefreaderApp(replace(samples, settings=settings))

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "e")

        (told,) = app._notifications
        assert app.theme == "night"
        assert list_counts(samples.store, TODAY)["archive"] == 1
        for fault in ("theme nowhere", "unknown key 'nokey'", "'?' is assigned to archive and help"):
            assert fault in told.message


async def test_the_settings_chooser_refuses_what_would_not_work(samples: Workspace) -> None:
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file().write_text('[keys]\nlater = "c"\n')
    app = BriefreaderApp(samples)

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "f2", *"keymap")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await press(pilot, *"vim")
        await pilot.pause(0.3)
        await press(pilot, "enter")

        assert "'c' is assigned to later and note" in next(one.message for one in app._notifications)
    assert paths.settings_file().read_text("utf-8") == '[keys]\nlater = "c"\n'
