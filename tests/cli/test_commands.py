import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from commands import Command

from briefreader.cli.commands import EXAMPLES


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_what_completes_commands(command: Command, shell: str) -> None:
    outcome = command("completion", shell)

    assert outcome.code == 0
    assert "_BRIEFREADER_COMPLETE" in outcome.out


def test_a_shell_that_asks_is_told_and_nothing_opens(tmp_path: Path) -> None:
    asked = {"_BRIEFREADER_COMPLETE": "bash_complete", "COMP_WORDS": "briefreader cross", "COMP_CWORD": "1"}
    environment = {**os.environ, **asked, "BRIEFREADER_STORE": str(tmp_path / "s.db")}

    told = subprocess.run(
        [sys.executable, "-m", "briefreader"], env=environment, capture_output=True, text=True, check=True, timeout=30
    )

    assert told.stdout == "plain,crosscheck\n"
    assert not (tmp_path / "s.db").exists()


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one != "--demo"])
def test_every_example_of_the_help_works(
    command: Command, briefing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    monkeypatch.chdir(tmp_path)
    briefing.rename(tmp_path / "briefing.md")
    assert example in command("--help").out
    command("add", "briefing.md")

    outcome = command(*shlex.split(example))

    assert outcome.code == 0
