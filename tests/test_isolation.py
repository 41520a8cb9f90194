"""No child of ours finds a module in the folder that it is started from."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from factories import REPOSITORY

from briefreader.isolation import python_command

pytestmark = pytest.mark.slow

HIJACKED = """signal socket multiprocessing subprocess json re os site sitecustomize usercustomize sqlite3 ctypes
resource select encodings codecs typing dataclasses msgspec lxml email logging click briefreader threading""".split()
TEXT = "# Halden\n\nSales rose 5% in 2025 (Reuters, 3 May 2025).\n"
TRAP = "open({trace!r}, 'a').write(__name__ + '\\n')\nraise SystemExit(9)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a briefing, and beside it a module under each name that a child loads."""
    place = tmp_path / "unpacked"
    place.mkdir()
    for name in HIJACKED:
        (place / f"{name}.py").write_text(TRAP.format(trace=str(tmp_path / "RAN")))
    (place / "brief.md").write_text(TEXT)
    (place / "urls").write_text("https://a.example/feed\n")
    return place


@pytest.mark.parametrize(
    "commands",
    [
        ["add brief.md", "reanalyse"],
        ["add ."],
        ["analyse brief.md"],
        ["import --format newsboat urls", "feeds list"],
        ["refresh"],
        ["add brief.md", "pack -o pack.zip", "verify pack.zip", "backup", "doctor"],
    ],
    ids=lambda commands: commands[0],
)
def test_no_command_runs_what_lies_in_the_current_folder(folder: Path, tmp_path: Path, commands: list[str]) -> None:
    program = Path(sys.executable).with_name("briefreader")
    inbox = {"BRIEFREADER_STORE": str(tmp_path / "s.db"), "PYTHONPATH": ""}
    for command in commands:
        run = subprocess.run(  # noqa: S603 - our own program
            [program, *command.split()],
            cwd=folder,
            env=os.environ | inbox,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert run.returncode in (0, 1), run.stderr

    assert not (tmp_path / "RAN").exists()


@pytest.mark.parametrize(
    "arguments", [("add", "brief.md"), ("refresh", "--json"), ("backup",), ("reanalyse", "--json")]
)
def test_no_child_of_the_app_does(folder: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    command = python_command("briefreader.cli.main", "main_politely", "--store", str(tmp_path / "s.db"), *arguments)
    hostile = {
        "PYTHONPATH": str(folder),
        "PYTHONSTARTUP": str(folder / "os.py"),
        "PYTHONHOME": "",
        "PYTHONINSPECT": "1",
    }

    run = subprocess.run(  # noqa: S603 - our own program
        command, cwd=folder, env=os.environ | hostile, capture_output=True, check=False, timeout=60
    )

    assert run.returncode == 0, run.stderr
    assert not (tmp_path / "RAN").exists()


def test_every_child_that_runs_python_is_started_in_isolated_mode() -> None:
    """So that a new one cannot be forgotten: nothing else names the interpreter."""
    source = REPOSITORY / "src/briefreader"

    assert [path.name for path in sorted(source.rglob("*.py")) if "sys.executable" in path.read_text("utf-8")] == [
        "isolation.py"
    ]
    assert not [
        path.name
        for path in sorted(source.rglob("*.py"))
        for word in ("import pickle", "import multiprocessing", "import shelve", "import marshal")
        if word in path.read_text("utf-8")
    ]


def test_libraries_are_found_where_this_process_finds_them_also_by_the_child_of_a_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "home" / "lib" / "site-packages"
    elsewhere.mkdir(parents=True)
    (elsewhere / "probe.py").write_text(
        "import subprocess, sys\n"
        "from briefreader.isolation import python_command\n"
        "def again(): sys.exit(subprocess.run(python_command('probe', 'say')).returncode)\n"
        "def say(): sys.exit(7)\n"
    )
    monkeypatch.syspath_prepend(str(elsewhere))

    run = subprocess.run(python_command("probe", "again"), cwd="/", check=False, timeout=60)  # noqa: S603 - our own

    assert run.returncode == 7


@pytest.mark.parametrize("place", ["current", "home", "home/..", "current/.."])
def test_no_child_is_given_the_folders_of_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    for name in ("current", "home"):
        (tmp_path / name).mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / "current")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.syspath_prepend(str(tmp_path / place))

    assert str(tmp_path) not in python_command("briefreader.ingest.child", "serve")[-1]
