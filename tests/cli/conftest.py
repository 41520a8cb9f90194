from pathlib import Path

import pytest
from commands import Command, Outcome

from briefreader.cli.main import run


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    def call(*arguments: object) -> Outcome:
        code = run(["--store", str(tmp_path / "s.db"), *map(str, arguments)])
        return Outcome(code, *capsys.readouterr())

    return call
