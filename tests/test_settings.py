from pathlib import Path

import pytest

from briefreader.model.errors import SettingsError
from briefreader.settings import Settings


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
            "them: no such setting; there are: export_folder, inbox_folder, keymap, keys, refresh_minutes, theme",
        ),
        ("theme = 3", "theme: must be text in quotes, not 3"),
        ("keys = 'j'", "keys: must be a table"),
        ("keys = {down = 3}", "keys: must be a table"),
        ("theme = ", "config.toml"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)

    with pytest.raises(SettingsError, match=problem):
        Settings.load(file, {})
