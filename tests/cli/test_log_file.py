import logging
from pathlib import Path
from stat import S_IMODE

import pytest

from briefreader import paths
from briefreader.cli.exit_codes import report_bug
from briefreader.cli.log_file import log_to_file


def test_only_the_reader_can_read_the_log_and_its_folder() -> None:
    file = paths.log_file()
    file.parent.mkdir(parents=True, mode=0o755)
    file.write_text("from an earlier version\n")
    file.chmod(0o644)

    log_to_file()
    logging.getLogger("briefreader").warning("one")

    assert S_IMODE(file.stat().st_mode) == 0o600
    assert S_IMODE(file.parent.stat().st_mode) == 0o700
    assert file.read_text().startswith("from an earlier version\n")


def test_a_log_that_is_shown_on_a_terminal_acts_on_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger("briefreader"), "propagate", False)  # pytest cannot report such a name
    log_to_file()

    logging.getLogger("briefreader").warning("a name: %s", "\x1b]52;c;eA==\x07\udce5")

    assert paths.log_file().read_text("utf-8").endswith("a name: \\u001b]52;c;eA==\\u0007\ufffd\n")


@pytest.mark.parametrize("is_folder_missing", [False, True])
def test_where_no_log_can_be_written_everything_goes_on_without(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, is_folder_missing: bool
) -> None:
    monkeypatch.setattr(logging.getLogger("briefreader"), "propagate", False)
    if is_folder_missing:
        (tmp_path / "file").touch()
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))  # a folder that cannot be made
    else:
        paths.log_file().mkdir(parents=True)

    log_to_file()
    logging.getLogger("briefreader").warning("one")
    code = report_bug("x")

    assert code == 3
    said = capfd.readouterr().err
    assert said.startswith("briefreader: internal error")
    assert said.rstrip().endswith(f"Details could not be written to {paths.log_file()}")
