import json
import sys
from pathlib import Path

import pytest
from commands import Command

from briefreader import paths


def test_settings_are_set_and_shown(command: Command) -> None:
    assert command("config", "set", "theme", "paper").code == 0
    assert command("config", "set", "keys.archive", "a").code == 0

    shown = command("config", "show").out
    told = json.loads(command("config", "show", "--json").out)

    assert shown.splitlines()[:2] == [f"# {paths.settings_file()}", 'theme = "paper"']
    assert shown.endswith('keys.archive = "a"\n')
    assert told["settings"]["keys"] == {"archive": "a"}


def test_what_cannot_be_set_changes_nothing(command: Command) -> None:
    assert "settings: scores: must be true or false" in command("config", "set", "scores", "perhaps").err
    assert not paths.settings_file().exists()


def test_the_editor_gets_the_file_and_what_is_wrong_in_it_is_said(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    assert "set EDITOR first" in command("config", "edit").err

    editor = tmp_path / "editor.py"
    editor.write_text("import sys; open(sys.argv[1], 'w').write('them = 1')")
    monkeypatch.setenv("EDITOR", f"{sys.executable} '{editor}'")
    assert "them: no such setting" in command("config", "edit").err
