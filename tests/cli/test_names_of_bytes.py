"""Files whose names are not UTF-8: one line each, and everything else goes on."""

import json
import os
import sqlite3
import subprocess
from pathlib import Path

import pytest
from commands import Command
from terminal import python

from briefreader import paths
from briefreader.cli.main import run

NAME = os.fsdecode(b"\xe5.md")
SHOWN = r"\xe5.md"
INNER = r"sub\xff/inner.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "folder"
    made.mkdir()
    (made / NAME).write_text("A text whose file has no name.\n")
    (made / "ours.md").write_text("# Ours\n\nIt rose by 5%.\n")
    (made / os.fsdecode(b"sub\xff")).mkdir()
    (made / os.fsdecode(b"sub\xff") / "inner.md").write_text("In a folder that has no name.\n")
    return made


def is_text(*texts: str) -> bool:
    return not any("\ud800" <= one <= "\udfff" for text in texts for one in text)


def test_of_a_folder_the_others_are_added(command: Command, folder: Path) -> None:
    outcome = command("add", folder)

    assert (outcome.code, outcome.out) == (1, "added: Ours\n")
    assert outcome.err == (
        f"briefreader: {folder}: skipped, because the name is not UTF-8. Rename it: {INNER}, {SHOWN}\n"
    )


@pytest.mark.parametrize("name", ["add", "analyse"])
def test_of_several_files_the_others_are_read(name: str, command: Command, folder: Path) -> None:
    outcome = command(name, folder / "ours.md", folder / NAME)

    assert outcome.code == 1
    assert "Ours" in outcome.out
    assert outcome.err == f"briefreader: {folder}/{SHOWN}: skipped, because the name is not UTF-8. Rename it\n"


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_the_inbox_folder_tells_it_once_and_takes_the_others(
    as_json: list[str], command: Command, folder: Path, tmp_path: Path
) -> None:
    assert command("config", "set", "inbox_folder", folder).code == 0

    first, second = command("refresh", *as_json), command("refresh", *as_json)

    assert (first.code, second.code) == (1, 0)
    assert json.loads(command("list", "--json").out)["articles"][0]["title"] == "Ours"
    told = json.loads(first.out)["errors"] if as_json else first.err.splitlines()
    assert [one.removeprefix("briefreader: ").partition(": ")[0] for one in told] == [
        f"{folder}/{INNER}",
        f"{folder}/{SHOWN}",
    ]
    assert second.err == ""
    stored = sqlite3.connect(tmp_path / "s.db").execute("SELECT path FROM failed_files").fetchall()
    assert sorted(stored) == sorted([(f"{folder}/{INNER}",), (f"{folder}/{SHOWN}",)])


@pytest.mark.parametrize(
    "line",
    [
        ["import", NAME],
        ["export", "-o", NAME],
        ["export", "--format", "csv", "-o", NAME],
        ["pack", "-o", NAME],
        ["verify", NAME],
        ["backup", "-o", NAME],
        ["restore", NAME],
        ["feeds", "import", NAME],
        ["feeds", "export", "-o", NAME],
        ["feeds", "add", NAME],
        ["config", "set", "inbox_folder", NAME],
        ["config", "set", "export_folder", NAME],
        ["list", "-q", NAME],
        ["theses", "add", NAME],
        ["title", "a", NAME],
        ["--store", NAME, "list"],
        ["--store", NAME],
    ],
)
def test_any_other_argument_is_one_line(
    line: list[str], command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    outcome = command(*line)

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.endswith(f"{SHOWN}: not UTF-8. Rename the file or folder.\n")
    assert outcome.err.count("\n") == 1
    assert not any(tmp_path.glob(f"{NAME}*"))


def test_a_store_that_the_environment_names_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BRIEFREADER_STORE", str(folder / NAME / "s.db"))

    assert run(["list"]) == 1
    assert capsys.readouterr().err == f"briefreader: {folder}/{SHOWN}/s.db: not UTF-8. Rename the file or folder.\n"


def test_the_program_itself_writes_text_only(folder: Path) -> None:
    outcome = subprocess.run(python("-m", "briefreader", "add", str(folder)), capture_output=True, check=False)  # noqa: S603

    assert outcome.returncode == 1
    assert is_text(outcome.stdout.decode("utf-8"), outcome.stderr.decode("utf-8"))
    assert is_text(paths.log_file().read_text("utf-8"))
