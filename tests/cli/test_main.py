import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from commands import Command, Outcome
from factories import LABELLED, SAMPLES, SEEDS

from briefreader import paths
from briefreader.cli.main import run


def test_help_says_what_the_program_is_for(command: Command) -> None:
    outcome = command("--help")

    assert outcome.code == 0
    assert "Read, analyse and annotate" in outcome.out


def test_adding_says_what_became_of_each_file(command: Command, briefing: Path) -> None:
    assert command("add", briefing) == Outcome(0, "added: Halden Rents Its Halls Out\n", "")
    assert command("add", briefing).out == "already stored: Halden Rents Its Halls Out\n"


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_added(command: Command, briefing: Path) -> None:
    outcome = command("add", "/no/such/file", briefing)

    assert outcome.code == 1
    assert outcome.err == "briefreader: /no/such/file: file not found\n"
    assert outcome.out == "added: Halden Rents Its Halls Out\n"


def test_standard_input_is_added(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"A text that came by a pipe.")))

    assert command("add", "-").out == "added: A text that came by a pipe.\n"


def test_empty_standard_input_does_not_stop_the_files(
    command: Command, briefing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))

    outcome = command("add", "-", briefing)

    assert outcome == Outcome(
        1, "added: Halden Rents Its Halls Out\n", "briefreader: standard input: contains no text\n"
    )


def test_the_list_is_for_people_and_for_programs(command: Command, briefing: Path) -> None:
    command("add", briefing)

    (row,) = json.loads(command("list", "--json").out)["articles"]

    assert row["title"] == "Halden Rents Its Halls Out"
    assert command("list").out.startswith(f"{row['id'][:8]} * ")
    assert command("list", "--state", "trash") == Outcome(
        0, "", "No articles in trash. To add some, run briefreader add FILE.\n"
    )


def test_an_article_is_shown_by_the_start_of_its_id(command: Command, briefing: Path) -> None:
    command("add", briefing)
    id_ = json.loads(command("list", "--json").out)["articles"][0]["id"]

    assert json.loads(command("show", id_[:6], "--json").out)["id"] == id_
    assert "cut its power bill by 60%" in command("show", id_).out
    assert command("show", "zzz") == Outcome(1, "", "briefreader: no article 'zzz' found\n")


def test_the_claims_of_an_article_are_explained_when_asked(command: Command, briefing: Path) -> None:
    command("add", briefing)
    id_ = json.loads(command("list", "--json").out)["articles"][0]["id"]

    plain = json.loads(command("show", id_, "--json").out)["claims"]
    told = json.loads(command("show", id_, "--json", "--why").out)["claims"]

    assert all("why" not in claim for claim in plain)
    assert [{**claim, "why": None} for claim in plain] == [{**claim, "why": None} for claim in told]
    assert any(claim["why"]["speaks_for"] and claim["why"]["of_its_kind"] for claim in told)


def test_an_article_without_title_is_given_one_and_adding_it_again_keeps_it(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "untitled.txt"
    file.write_text("It has no title at all. It just begins.")
    command("add", file)
    id_ = json.loads(command("list", "--json").out)["articles"][0]["id"]

    assert command("title", id_[:6], "A", "name  of mine").code == 0
    command("add", file)

    assert json.loads(command("list", "--json").out)["articles"][0]["title"] == "A name of mine"
    assert command("title", "zzz", "x").code == 1


def test_files_are_analysed_without_a_store(command: Command, briefing: Path, tmp_path: Path) -> None:
    found = json.loads(command("analyse", "--json", briefing).out)

    assert found["schema"] == "briefreader.analysis/1"
    assert not (tmp_path / "s.db").exists()
    assert "2 cited" in command("analyse", "--reference-date", "2026-06-10", briefing).out
    assert command("analyse", "/no/such").code == 1


def test_nothing_to_export_is_said(command: Command, briefing: Path, tmp_path: Path) -> None:
    command("add", briefing)

    assert "No notes to export" in command("export", "-o", tmp_path / "out").err


def test_the_demo_has_a_store_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--demo", "list", "--json"]) == 0

    assert len(json.loads(capsys.readouterr().out)["articles"]) >= 15
    assert paths.demo_store_file().exists()
    assert not paths.store_file().exists()


def test_the_environment_names_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BRIEFREADER_STORE", str(tmp_path / "other.db"))

    assert run(["list"]) == 0
    assert (tmp_path / "other.db").exists()
    capsys.readouterr()


def test_wrong_usage_is_exit_code_two(command: Command) -> None:
    assert command("--nonsense").code == 2
    assert command("list", "--state", "nowhere").code == 2


def test_a_bug_goes_to_the_log_and_is_exit_code_three(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("briefreader.cli.commands.rows_in_order", broken)

    outcome = command("list")

    assert outcome.code == 3
    assert "a bug" in outcome.err
    assert "ZeroDivisionError" in paths.log_file().read_text()


def test_settings_that_are_wrong_are_one_line(command: Command) -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text("them = 'x'")

    outcome = command("list")

    assert outcome.code == 1
    assert outcome.err.startswith("briefreader: settings: them: unknown setting. Available: ascii, export_folder, ")
    assert outcome.err.count("\n") == 1


def test_the_module_runs_as_a_program() -> None:
    version = subprocess.run(
        [sys.executable, "-m", "briefreader", "--version"], capture_output=True, text=True, check=True
    )

    assert version.stdout.startswith("briefreader, version")


def test_what_is_labelled_in_briefings_is_found(command: Command) -> None:
    labels = json.loads((LABELLED / "labels.json").read_text("utf-8"))
    lines = command("analyse", "--json", "--reference-date", labels["day"], *LABELLED.glob("*.txt")).out
    read = [json.loads(line) for line in lines.splitlines()]

    for kind in ("citations", "claims"):
        hits = found = labelled = 0
        for one in read:
            marked = [one["text"][each["start"] : each["end"]] for each in one[kind] if each.get("worth", 1)]
            wanted = labels[kind][Path(one["file"]).name]
            hits += sum(any(words in mark or mark in words for mark in marked) for words in wanted)
            found, labelled = found + len(marked), labelled + len(wanted)
        assert hits / labelled >= 0.90, kind
        assert hits / found >= 0.80, kind


if SEEDS.exists():

    def test_the_reference_scores_are_reached(command: Command) -> None:
        lines = command("analyse", "--json", "--reference-date", "2026-06-10", SEEDS).out
        score = [sys.executable, str(SEEDS.parent / "gold" / "score.py")]

        scored = subprocess.run(score, input=lines, capture_output=True, text=True, check=True).stdout  # noqa: S603

        rows = dict(line.split(maxsplit=1) for line in scored.splitlines())
        assert f1(rows["citations"]) >= 0.95
        assert f1(rows["claim_units"]) >= 0.95
        assert f1(rows["checkable_lenient"]) >= 0.90


def f1(row: str) -> float:
    value = json.loads(row.replace("'", '"'))["f1"]
    assert isinstance(value, float)
    return value


def test_samples_can_be_added_whole(command: Command) -> None:
    assert command("add", SAMPLES).code == 0


def test_the_log_lists_what_was_done(command: Command, briefing: Path) -> None:
    command("add", briefing)

    assert command("log").out.rstrip().endswith("added 1 article")
    assert json.loads(command("log", "--json").out)["verb"] == "added 1 article"


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
