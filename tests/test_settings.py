import os
from dataclasses import fields
from pathlib import Path

import pytest

from briefreader import paths
from briefreader.model.errors import FaultsError, SettingsError
from briefreader.settings import SETTINGS, Settings, Value, parse_value, write_setting


def test_without_a_file_all_is_at_its_default(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "none.toml", {}) == Settings()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('theme = "paper"\nexport_folder = "/a"\n[keys]\narchive = "a"\n')

    settings = Settings.load(file, {"BRIEFREADER_THEME": "contrast"})

    assert settings == Settings(theme="contrast", export_folder="/a", keys={"archive": "a"})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "them = 'dark'",
            "them: unknown setting. Available: ascii, export_folder, export_format, inbox_folder, keymap, keys",
        ),
        ("theme = 3", "theme: must be text in quotes, not 3"),
        ("scores = 1", "scores: must be true or false"),
        ("keymap = 'emacs'", "keymap: must be one of briefreader, vim, newsboat, not 'emacs'"),
        ("keys = 'j'", "keys: must be a table"),
        ("keys = {down = 3}", "keys: must be a table"),
        ("theme = ", "config.toml"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)

    with pytest.raises((SettingsError, FaultsError), match=problem):
        Settings.load(file, {})


def test_all_that_is_wrong_in_the_file_is_named_and_the_rest_counts(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("them = 1\nscores = 3\nexport_folder = '/a'\n[keys]\narchive = 1\n")

    settings, faults = Settings.read(file, {})

    assert [fault.key for fault in faults] == ["them", "scores", "keys"]
    assert settings == Settings(export_folder="/a")
    with pytest.raises(FaultsError, match=r"them: .*\n.*scores: .*\n.*keys: "):
        Settings.load(file, {})


def test_every_setting_is_explained() -> None:
    assert [*SETTINGS, "keys"] == [one.name for one in fields(Settings)]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("theme", "paper", "paper"),
        ("scores", "no", False),
        ("refresh_minutes", "15", 15),
        ("keys.archive", "a,b", "a,b"),
    ],
)
def test_one_setting_is_written_and_all_else_in_the_file_stays(
    tmp_path: Path, name: str, text: str, value: Value
) -> None:
    file = tmp_path / "folder" / "config.toml"
    file.parent.mkdir()
    before = '# mine\nexport_folder = "/a"  # here\n\n[keys]\n# the thumb\nundo = "z"\n'
    file.write_text(before)

    write_setting(file, name, parse_value(name, text))

    settings = Settings.load(file, {})
    found = settings.keys["archive"] if name.startswith("keys.") else getattr(settings, name)
    assert found == value
    assert settings.keys["undo"] == "z"
    assert set(before.splitlines()) <= set(file.read_text().splitlines())


def test_a_file_is_made_where_there_is_none_and_none_is_made_worse(tmp_path: Path) -> None:
    file = tmp_path / "a" / "config.toml"
    write_setting(file, "keys.archive", "a")
    assert Settings.load(file, {}) == Settings(keys={"archive": "a"})

    file.write_text("theme = ")
    with pytest.raises(SettingsError, match=r"config\.toml"):
        write_setting(file, "theme", "paper")
    assert file.read_text() == "theme = "


@pytest.mark.parametrize(
    "before",
    ["", '[keys]\n"claim.next" = "x"\n', '[keys]\nclaim.next = "x" # mine\n', '[keys.claim]\nnext = "x"\n'],
    ids=["none", "quoted", "dotted", "nested"],
)
def test_a_name_with_dots_is_one_action_however_it_is_written(tmp_path: Path, before: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(before)
    assert Settings.load(file, {}).keys == ({"claim.next": "x"} if before else {})

    write_setting(file, "keys.claim.next", "ctrl+n")

    assert Settings.load(file, {}).keys == {"claim.next": "ctrl+n"}
    assert before.partition("#")[2] in file.read_text()


def test_keys_that_are_no_table_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('keys = "j"')

    with pytest.raises(SettingsError, match="keys: must be a table"):
        write_setting(file, "keys.archive", "a")


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("them", "x", "unknown setting. Available: theme, keymap"),
        ("scores", "maybe", "must be true or false"),
        ("refresh_minutes", "often", "must be a number of minutes"),
        ("refresh_minutes", "10001", "must be a number of minutes"),
    ],
)
def test_what_cannot_be_set_is_said(name: str, text: str, problem: str) -> None:
    with pytest.raises(SettingsError, match=problem):
        parse_value(name, text)


def test_exports_go_home_when_the_folder_says_so() -> None:
    assert Settings(export_folder="~/notes").export_place == Path.home() / "notes"
    assert Settings().export_place == paths.export_folder()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("theme = " + "[" * 5_000, "nested more than 20 levels deep"),
        ("theme = " + "[" * 5_000 + "]" * 5_000, "nested more than 20 levels deep"),
        ("keys" + ".a" * 5_000 + " = 'x'", "nested more than 20 levels deep"),
        ("refresh_minutes = " + "9" * 5_000, "not TOML"),
        ("# " + "a" * 1_000_000, "larger than 1 MB"),
        ("theme = '\0'", "not TOML"),
        ("inbox_folder = '~nobody_of_this_name/x'", "inbox_folder: '~nobody_of_this_name/x' is not a folder"),
        ('export_folder = "a\\u0000b"', r"export_folder: 'a\\x00b' is not a folder"),
        ("keys = {" + ", ".join(f"a{n} = 'x'" for n in range(1_000)) + "}", "keys: has 1,000 actions"),
    ],
)
def test_a_file_that_goes_beyond_all_bounds_is_a_fault(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)

    with pytest.raises((SettingsError, FaultsError), match=problem) as raised:
        Settings.load(file, {})
    assert len(str(raised.value)) < 500


@pytest.mark.parametrize(
    "text",
    [
        "theme = ['" + "a" * 100_000 + "']",
        "keymap = '" + "a" * 100_000 + "'",
        "a" * 100_000 + " = 1",
        "\n".join(f"a{number} = 1" for number in range(5_000)),
        "\n".join(f"a{number} = '{'b' * 100}'" for number in range(5_000)),
    ],
)
def test_what_is_said_of_a_file_is_short_however_long_it_is(tmp_path: Path, text: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)

    with pytest.raises(FaultsError) as raised:
        Settings.load(file, {})
    assert len(str(raised.value)) < 5_000


def test_what_is_no_plain_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "endless.toml").symlink_to("/dev/zero")
    (tmp_path / "folder.toml").mkdir()

    for name in ("pipe", "endless", "folder"):
        file = tmp_path / f"{name}.toml"
        with pytest.raises(SettingsError, match=f"{name}.toml: (?:not a plain file|Is a directory)"):
            Settings.load(file, {})
        with pytest.raises(SettingsError, match=f"{name}.toml: (?:not a plain file|Is a directory)"):
            write_setting(file, "theme", "paper")
