"""Programs of these names stand in for those of a desktop: what they are given is what a person would paste."""

import os
from pathlib import Path

import pytest

from briefreader.ui.terminal.clipboard import copy_beside

TEXT = "“cut its power bill” – Halden\n$(rm -rf ~)"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("wl-copy", "xsel", "tmux", "pbcopy"):
        program = folder / name
        program.write_text(f'#!/bin/sh\ncat > "{folder}/$(basename "$0").got"\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr("sys.platform", "linux")
    return folder


def test_the_desktops_clipboard_and_tmux_get_the_very_text(programs: Path) -> None:
    assert copy_beside(TEXT, {"WAYLAND_DISPLAY": "x", "TMUX": "y"}) == "the clipboard (wl-copy) and tmux's buffer"
    assert (programs / "wl-copy.got").read_text("utf-8") == TEXT
    assert (programs / "tmux.got").read_text("utf-8") == TEXT


def test_the_platform_decides_which_program(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert copy_beside(TEXT, {"DISPLAY": ":0"}) == "the clipboard (xsel)"
    monkeypatch.setattr("sys.platform", "darwin")
    assert copy_beside(TEXT, {}) == "the clipboard (pbcopy)"
    assert (programs / "pbcopy.got").read_text("utf-8") == TEXT


def test_far_away_only_tmux_is_told_and_what_fails_is_not_named(programs: Path) -> None:
    assert copy_beside(TEXT, {"DISPLAY": ":0", "SSH_TTY": "/dev/x", "TMUX": "y"}) == "tmux's buffer"
    (programs / "tmux").write_text("#!/bin/sh\nexit 1\n")
    assert copy_beside(TEXT, {"TMUX": "y"}) == ""
    assert copy_beside(TEXT, {}) == ""
