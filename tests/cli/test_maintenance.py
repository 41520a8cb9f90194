import json
import sqlite3
from pathlib import Path

import pytest
from commands import Command

from briefreader import paths


def test_a_backup_is_made_listed_and_restored(command: Command, briefing: Path) -> None:
    assert "No backups yet" in command("backup", "--list").err
    command("add", briefing)

    made = command("backup")
    listed = command("backup", "--list", "--json")
    not_due = command("backup", "--if-due")

    path = made.out.removeprefix("written: ").strip()
    assert json.loads(listed.out)["path"] == path
    assert not_due.out == ""
    command("log")
    restored = command("restore")
    assert restored.out.startswith(f"restored: {path}\nprevious store: ")
    assert "Halden Rents" in command("list").out


def test_without_a_backup_nothing_is_restored(command: Command, briefing: Path) -> None:
    command("add", briefing)

    outcome = command("restore")

    assert outcome.code == 1
    assert "backup of" in outcome.err
    assert "Halden Rents" in command("list").out


def test_the_doctor_of_a_store_that_cannot_be_opened_names_what_is_left(
    command: Command, briefing: Path, tmp_path: Path
) -> None:
    command("add", briefing)
    path = command("backup").out.removeprefix("written: ").strip()
    (tmp_path / "s.db").write_bytes(b"this is no store any more, whatever it was" * 200)

    sick = command("doctor")

    assert sick.code == 1
    assert "file is not a database" in sick.out
    assert "To restore the last backup, run briefreader restore." in sick.out
    assert path in sick.err
    assert ".annotations.jsonl" in sick.err
    assert command("restore").code == 0
    assert command("doctor").code == 0


def test_a_store_of_a_newer_version_is_read_by_commands_and_not_written(
    command: Command, briefing: Path, tmp_path: Path
) -> None:
    command("add", briefing)
    connection = sqlite3.connect(tmp_path / "s.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    assert "Halden Rents" in command("list").out
    assert command("export", "--format", "jsonl", "-o", "-").out.count("\n") == 3
    refused = command("move", "archive", "--query", "halden")
    assert refused.code == 1
    assert "newer briefreader" in refused.err


def test_whatever_is_written_by_commands_can_be_brought_into_another_store(
    command: Command, briefing: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    acting = "a\u200b \x1b[2J word"
    command("add", briefing)
    article = json.loads(command("list", "--json").out)["articles"][0]["id"]
    note = command("notes", "add", article, "cut its power bill", "-w", "bull", "-m", acting, "-t", acting).out.strip()
    item = command("watch", "add", acting, "--due", "2099-01-01").out.strip()
    for told in (
        ("notes", "origin", note, acting),
        ("watch", "resolve", item, "happened", "-m", acting),
        ("correct", "citation", article, "cut its power bill", acting),
        ("theses", "add", acting, "--bull", acting),
        ("title", article, acting),
    ):
        assert command(*told).code == 0, told
    command("export", "--format", "jsonl", "-o", tmp_path / "all.jsonl")

    assert command("--store", other, "import", "--mine", tmp_path / "all.jsonl").code == 0
    assert command("--store", other, "log", "--json").out == command("log", "--json").out


def test_doctor_names_the_proxy_and_not_who_signs_in_to_it(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    assert "proxy" not in command("doctor").err
    monkeypatch.setenv("no_proxy", "near.example,me:secret@near.example,192.168.*,<local>")
    monkeypatch.setenv("https_proxy", "http://me:secret@gate.example:3128")

    outcome = command("doctor")

    assert "are fetched through the proxy gate.example:3128," in outcome.err
    assert "no_proxy: entries 2, 4 are ignored: not a host" in outcome.err
    assert "secret" not in outcome.err
    assert outcome.code == 0


def test_a_proxy_that_cannot_be_used_is_one_line_without_its_password(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("all_proxy", "socks5://me:secret@gate.example:1080")
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    line = "all_proxy: socks5 proxy is not supported, only http and https. Correct or unset this environment variable."

    for asked in (["refresh"], ["feeds", "add", "https://a.example/"], ["add", "https://a.example/"]):
        assert command(*asked) == (1, "", f"briefreader: {line}\n")
    outcome = command("doctor", "--json")

    assert outcome.code == 1
    assert json.loads(outcome.out)["problem"] == line
    logged = paths.log_file().read_text("utf-8") if paths.log_file().exists() else ""
    assert "secret" not in outcome.out + outcome.err + logged


def test_the_doctor_finds_a_sound_store_sound_and_names_what_is_not(
    command: Command, briefing: Path, tmp_path: Path
) -> None:
    command("add", briefing)
    sound = command("doctor")
    assert (sound.code, sound.out) == (0, "No problems found in the store.\n")

    connection = sqlite3.connect(tmp_path / "s.db")
    connection.execute("UPDATE analyses SET revision_id = 99")
    connection.commit()
    connection.close()

    outcome = command("doctor")
    assert outcome.code == 1
    assert "row 99 of analyses refers to a missing row of revisions\n  run briefreader restore" in outcome.out
    assert json.loads(command("doctor", "--json").out)["problem"].startswith("row 99 of analyses")
