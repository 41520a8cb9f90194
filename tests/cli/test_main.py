import json
import subprocess
import sys
from pathlib import Path

import pytest
from commands import Command
from factories import LABELLED, SAMPLES, SEEDS

from briefreader import paths
from briefreader.cli.main import run


def test_help_says_what_the_program_is_for(command: Command) -> None:
    outcome = command("--help")

    assert outcome.code == 0
    assert "Read, analyse and annotate" in outcome.out


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

    monkeypatch.setattr("briefreader.cli.articles.rows_in_order", broken)

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
