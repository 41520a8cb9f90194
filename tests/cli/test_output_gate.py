"""What reaches a terminal, whatever a store, a folder, the environment or the arguments hold."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from commands import COMMANDS
from factories import added
from fakes import a_workspace, noon
from hostile_store import FILE_NAME, HOSTILE, write_hostile_folder, write_hostile_store
from hypothesis import given
from hypothesis import strategies as st
from terminal import in_terminal, python

from briefreader.cli.output_gate import OutputGate
from briefreader.model.control_characters import CONTROL_CHARACTERS, on_one_line
from briefreader.settings import Settings
from briefreader.store.store import open_store

pytestmark = pytest.mark.slow

LINES = """
add {folder}
add {file} /no/such/{hostile}
analyse {file}
backup
backup --list
claims merge {hostile} x
claims remove {hostile} {a}
completion bash
config edit
config set export_folder {hostile}
config set theme {hostile}
config show
correct citation {a} {hostile} {hostile}
correct claim {a} {hostile}
crosscheck
crosscheck {a}
digest
digest --format html
doctor
edit {b} --title {hostile}
entity Halden
export -o -
export --format markdown -o {out}
export --format csv -o -
export --format bibtex -o -
export --format jsonl -o -
export --format obsidian -o {out}/vault
feeds add {hostile}
feeds export
feeds list
feeds import {file}
feeds move {hostile}
feeds rename {hostile} --title {hostile}
fetch {a}
findings list {a}
findings dismiss {a} {hostile}
findings restore {a}
glossary
import {file}
labels
list
list -q {hostile}
list --view {hostile}
log
move later -q Halden
notes add {a} {hostile} -m {hostile}
notes edit {note} -t {hostile}
notes assign {note} {hostile}
notes list
notes origin {note} {hostile}
pack -o {out}/pack.zip
pack -o {out}/pack.zip
read {a}
read {a} --ascii
reanalyse
refresh --now
related {a}
review accept {note}
review detach {note}
review list
review move {note} {hostile}
score {a}
show {a}
sources
stats
stories
stories group {a} {b}
stories ungroup {a}
suggestions list {a}
suggestions reject {a} {hostile}
suggestions accept {a} {hostile}
texts {a}
theses add {hostile}
theses edit {thesis} --bull {hostile}
theses list
theses matrix
theses reviewed {thesis}
theses show {thesis}
title {b} {hostile}
undo
redo
verdict {hostile} {a}
verify {file}
verify {out}/pack.zip
views add {hostile} Halden
views list
views move {hostile} up
views rename {hostile} {hostile}
views rule {hostile} later
watch add {hostile} --due 2027-01-01
watch forecasts
watch list
watch assign {item} {thesis}
watch edit {item} --question {hostile}
watch resolve {item} happened -m {hostile}
watch reopen {item}
watch delete {item}
feeds remove {hostile}
views delete {hostile}
notes delete {note}
theses delete {thesis}
restore
restore {file}
--help
{hostile}
list --{hostile}
--store {folder}/no/{hostile} list
"""
"""Each command as it succeeds or nearly does; that every one also fails with hostile arguments is added below."""

DOCUMENTS = ("show", "read", "export")
"""What writes texts and notes, which have lines."""
DRIVER = """
import json, sys
from briefreader.cli.main import run
from briefreader.cli.output_gate import guard_output
guard_output()
for arguments in json.load(open(sys.argv[1])):
    print("\\n@@ line", json.dumps(arguments))
    print("@@ exit", run(arguments))
"""
"""One process for all commands; that the real one has the same gate is a test of its own."""


def failing(name: str, command: click.Command) -> list[str]:
    required = [one for one in command.params if one.required]
    options = [word for one in required if isinstance(one, click.Option) for word in (one.opts[0], HOSTILE)]
    return [*name.split(), *(HOSTILE for one in required if isinstance(one, click.Argument)), *options]


def all_lines(places: dict[str, str]) -> list[list[str]]:
    lines = [[word.format(**places) for word in line.split(" ")] for line in LINES.strip().splitlines()]
    as_json = [[*line, "--json"] for line in lines if takes_json(line)]
    return [*(failing(name, command) for name, command in COMMANDS.items()), *as_json, *lines]


def takes_json(line: Sequence[str]) -> bool:
    name = next((name for name in (" ".join(line[:2]), line[0]) if name in COMMANDS), "")
    destroys = {"delete", "remove", "restore", "undo"} & set(line)
    return bool(name) and not destroys and any("--json" in one.opts for one in COMMANDS[name].params)


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")  # some commands make a file of the name that they are given
    home = tmp_path / HOSTILE
    home.mkdir()
    (home / "out").mkdir()
    write_hostile_folder(home / "folder")
    store = home / "s.db"
    ids = write_hostile_store(store, home)
    monkeypatch.setenv("BRIEFREADER_STORE", str(store))
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("PAGER", "cat")
    file = str(home / "folder" / FILE_NAME)
    return {**ids, "hostile": HOSTILE, "folder": str(home / "folder"), "file": file, "out": str(home / "out")}


def what_acts(received: bytes) -> set[str]:
    """Return the control characters in what a terminal got, but for ends of lines and our own line of progress."""
    text = received.decode("utf-8").replace("\r\x1b[K", "")
    return {one for one in re.sub("\r+\n", "\n", text) if one in CONTROL_CHARACTERS and one not in "\n\t"}


def lies(received: bytes) -> list[list[str]]:
    """Return the commands whose output has a line that another program's text has begun."""
    said = received.decode("utf-8").replace("\r", "").split("\n@@ line ")[1:]
    return [json.loads(one.split("\n")[0]) for one in said if "\nbriefreader: this line is a lie" in one]


def test_no_command_lets_anything_act_on_the_terminal(places: dict[str, str], tmp_path: Path) -> None:
    lines = all_lines(places)
    (tmp_path / "lines.json").write_text(json.dumps(lines))

    with in_terminal(python("-c", DRIVER, str(tmp_path / "lines.json"))) as terminal:
        terminal.wait_until_gone(limit_s=300)

    ran = [name for name in COMMANDS if any(" ".join(line).startswith(name) for line in lines[len(COMMANDS) :])]
    assert ran == list(COMMANDS), "a new command needs a line above"
    assert terminal.received.count(b"@@ exit") == len(lines)
    assert what_acts(terminal.received) == set()
    assert b"@@ exit 3" not in terminal.received, "a bug"
    assert [line for line in lies(terminal.received) if line[0] not in DOCUMENTS] == []


@pytest.mark.parametrize("arguments", [["add", "{hostile}"], ["list"], ["export", "--format", "csv", "-o", "-"]])
def test_the_program_itself_has_the_gate(arguments: list[str], places: dict[str, str]) -> None:
    with in_terminal(python("-m", "briefreader", *[one.format(**places) for one in arguments])) as terminal:
        terminal.wait_until_gone()

    assert b"\\u001b" in terminal.received
    assert what_acts(terminal.received) == set()


CRASH = """
from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output_gate import guard_output
from briefreader.ui.app import BriefreaderApp

def break_down(self):
    raise RuntimeError("a text: \\x1b]52;c;ZXZpbA==\\x07 \\x9b2J")

BriefreaderApp.on_ready = break_down
guard_output()
with opened(LaunchOptions()) as workspace:
    BriefreaderApp(workspace).run()
"""


def test_a_bug_that_ends_the_app_is_shown_through_the_gate() -> None:
    with in_terminal(python("-c", CRASH)) as terminal:
        terminal.wait_until_gone()

    assert b"\x1b]52;" not in terminal.received
    assert b"a text: \\u001b]52;c;ZXZpbA== \\u009b2J" in terminal.received


def redirected(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        python("-m", "briefreader", *arguments), capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.mark.usefixtures("places")
def test_json_that_is_redirected_is_escaped_and_keeps_its_values() -> None:
    told = redirected("theses", "list", "--json").stdout

    assert json.loads(told)["theses"][0]["title"] == on_one_line(HOSTILE)
    assert not CONTROL_CHARACTERS & set(told) - {"\n"}


def test_words_for_people_are_escaped_when_they_are_redirected_too(places: dict[str, str]) -> None:
    outcome = redirected("add", places["folder"])

    assert not CONTROL_CHARACTERS & set(outcome.stdout + outcome.stderr) - {"\n"}


@pytest.mark.usefixtures("places")
def test_an_export_that_is_redirected_is_byte_for_byte_what_a_file_gets(tmp_path: Path) -> None:
    file = tmp_path / "theirs.csv"
    assert redirected("export", "--format", "csv", "-o", str(file)).returncode == 0

    with (tmp_path / "ours.csv").open("wb") as out:
        subprocess.run(python("-m", "briefreader", "export", "--format", "csv", "-o", "-"), stdout=out, check=True)  # noqa: S603

    assert (tmp_path / "ours.csv").read_bytes() == file.read_bytes()


@given(st.text(), st.sampled_from(["utf-8", "latin-1"]))
def test_whatever_is_written_is_escaped_and_encoded(text: str, encoding: str) -> None:
    out = io.BytesIO()
    gate = OutputGate(out, encoding, "backslashreplace", newline="")
    print(text, file=gate, flush=True)

    shown = out.getvalue().decode(encoding)
    assert {one for one in shown.replace("\r\n", "\n") if one in CONTROL_CHARACTERS} <= {"\n", "\t"}
    if encoding == "utf-8" and text.isprintable():
        assert shown == f"{text}\n"


@given(st.recursive(st.text(st.characters(exclude_categories=["Cs"])), st.lists))
def test_escaped_json_means_the_same(value: object) -> None:
    out = io.BytesIO()
    gate = OutputGate(out, "utf-8", newline="")
    print(json.dumps(value, ensure_ascii=False), file=gate, flush=True)

    assert json.loads(out.getvalue()) == value


def test_a_stream_that_is_closed_stays_closed() -> None:
    closed = f"{sys.executable} -m briefreader log >&- 2>&-"
    assert subprocess.run(["/bin/sh", "-c", closed], check=False).returncode in (0, 1)  # noqa: S603 - our own program


def test_an_export_that_nobody_reads_to_the_end_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(path) as store:
        workspace = a_workspace(store, Settings(), noon)
        for number in range(12):
            added(workspace, f"Halden rents hall {number} for a year. " * 2_000)
    command = [sys.executable, "-m", "briefreader", "--store", str(path), "export", "--format", "jsonl", "-o", "-"]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert said == ""
