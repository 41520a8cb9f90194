"""Temporary files of processes that are killed while they write."""

import errno
import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from briefreader import paths
from briefreader.temporary import remove_left_behind, staged_file, temporary_file, temporary_folder

_WRITES = """
import sys
from pathlib import Path
from briefreader.temporary import temporary_file, temporary_folder
folder = Path(sys.argv[1])
with temporary_file(folder) as file, temporary_folder(folder) as made:
    file.write_text("half a copy")
    Path(f"{file}-journal").write_text("of it")
    (made / "more").write_text("half a pack")
    print("written", flush=True)
    sys.stdin.read()
"""


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith(".briefreader-"))


def test_what_a_killed_process_left_is_removed_and_what_a_running_one_writes_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", _WRITES, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        remove_left_behind()
        assert len(left_in(folder)) == 3
        process.send_signal(signal.SIGKILL)
    assert len(left_in(folder)) == 3

    remove_left_behind()

    assert left_in(folder) == []
    assert list(paths.temporary_marks().iterdir()) == []


@pytest.mark.parametrize("made", [temporary_file, temporary_folder])
def test_what_was_not_renamed_is_removed_with_its_mark(tmp_path: Path, made: Callable[[Path], object]) -> None:
    with suppress(ZeroDivisionError), made(tmp_path) as path:  # type: ignore[attr-defined]  # both are
        assert len(list(paths.temporary_marks().iterdir())) == 1
        assert path.exists()
        raise ZeroDivisionError

    assert left_in(tmp_path) == []
    assert list(paths.temporary_marks().iterdir()) == []


@pytest.mark.parametrize("name", ["precious.txt", ".briefreader-main.db", ".briefreader-notes"])
def test_a_mark_never_removes_a_file_of_another_name(tmp_path: Path, name: str) -> None:
    precious = tmp_path / name
    precious.write_text("x")
    marks = paths.temporary_marks()
    marks.mkdir(parents=True)
    (marks / "a").write_text(str(precious))
    (marks / "empty").touch()

    remove_left_behind()

    assert precious.exists()
    assert list(marks.iterdir()) == []


def test_without_a_state_folder_files_are_written_all_the_same(tmp_path: Path) -> None:
    paths.temporary_marks().parent.mkdir(parents=True)
    paths.temporary_marks().write_text("in the way")

    with staged_file(tmp_path, ["words"]) as staged:
        os.replace(staged, tmp_path / "out.txt")  # noqa: PTH105 - as any writer would
    remove_left_behind()

    assert (tmp_path / "out.txt").read_text() == "words"


def test_where_a_mark_cannot_be_locked_none_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks on this file system")

    monkeypatch.setattr(fcntl, "flock", refuse)

    with temporary_file(tmp_path) as file:
        assert file.exists()
        assert list(paths.temporary_marks().iterdir()) == []
