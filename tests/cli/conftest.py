from pathlib import Path

import pytest
from commands import Command, Outcome
from factories import BRIEFING

from briefreader.cli.main import run


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    def call(*arguments: object) -> Outcome:
        code = run(["--store", str(tmp_path / "s.db"), *map(str, arguments)])
        return Outcome(code, *capsys.readouterr())

    return call


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    file = tmp_path / "briefing.txt"
    file.write_text(BRIEFING)
    return file
