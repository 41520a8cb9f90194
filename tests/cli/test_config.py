import json
import sys
from pathlib import Path

import pytest
from commands import Command

from briefreader import paths


def test_settings_are_set_and_shown(command: Command) -> None:
    assert command("config", "set", "theme", "paper").code == 0
    assert command("config", "set", "keys.archive", "f5").code == 0

    shown = command("config", "show").out
    told = json.loads(command("config", "show", "--json").out)

    assert shown.splitlines()[:2] == [f"# {paths.settings_file()}", 'theme = "paper"']
    assert shown.endswith('keys.archive = "f5"\n')
    assert told["settings"]["keys"] == {"archive": "f5"}


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("keys.archiv", "a", "keys.archiv: unknown action"),
        ("keys.select", "e", "'e' is assigned to select and archive"),
        ("theme", "nowhere", "theme nowhere: not found"),
        ("theme", "broken", "theme broken: "),
        ("keymap", "vim", "'c' is assigned to later and note"),
    ],
)
def test_what_would_not_work_in_the_app_is_not_set(command: Command, name: str, value: str, problem: str) -> None:
    paths.user_themes().mkdir(parents=True)
    (paths.user_themes() / "broken.toml").write_text("primary = ")
    assert command("config", "set", "keys.later", "c").code == 0
    before = paths.settings_file().read_text("utf-8")

    refused = command("config", "set", name, value)

    assert refused.code == 1
    assert problem in refused.err
    assert paths.settings_file().read_text("utf-8") == before


def test_a_file_with_mistakes_can_be_mended_one_by_one_and_the_doctor_names_what_is_left(command: Command) -> None:
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    paths.settings_file().write_text('theme = "nowhere"\nkeymap = "emacs"\n[keys]\narchiv = "a"\n')
    sick = command("doctor")
    assert sick.code == 1
    assert sick.out.count("To edit the file, run briefreader config edit.") == 3
    assert "No problems found in the store." in sick.out

    assert command("config", "set", "keymap", "vim").code == 0
    assert command("config", "set", "theme", "paper").code == 0

    assert [line for line in command("doctor").out.splitlines() if "settings:" in line or "theme" in line] == [
        "settings: keys.archiv: unknown action. Press ? in the app for the names."
    ]


def test_what_cannot_be_set_changes_nothing(command: Command) -> None:
    assert "settings: scores: must be true or false" in command("config", "set", "scores", "perhaps").err
    assert not paths.settings_file().exists()


def test_the_editor_gets_the_file_and_what_is_wrong_in_it_is_said(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    assert "Set EDITOR, or edit" in command("config", "edit").err

    editor = tmp_path / "editor.py"
    editor.write_text("import sys; open(sys.argv[1], 'w').write('them = 1\\n[keys]\\nselect = \\'e\\'')")
    monkeypatch.setenv("EDITOR", f"{sys.executable} '{editor}'")
    told = command("config", "edit").err
    assert "them: unknown setting" in told
    assert "'e' is assigned to select and archive" in told
