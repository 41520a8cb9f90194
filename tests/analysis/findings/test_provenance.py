import json
from datetime import date
from pathlib import Path

from cases import cases
from factories import LABELLED, SAMPLES, SEEDS, a_document

from briefreader.analysis.analyse import analyse
from briefreader.model.finding import RULES
from briefreader.workflows.add import analyse_files

DAY = date(2026, 6, 10)
FILLER = "Here stands a title of no consequence"


@cases("findings")
def test_findings(text: str, expected: list[str]) -> None:
    document = a_document(f"{FILLER}\n\n{text}\n")

    found = [f"{finding.rule} {finding.severity}" for finding in analyse(document, DAY).findings]

    assert sorted(found) == sorted(expected)


def test_a_finding_holds_both_places() -> None:
    document = a_document(f"{FILLER}\n\nHalden fell to 5 people in early May 2026 (TechCrunch, 12 April 2026).\n")

    (finding,) = analyse(document, DAY).findings

    assert finding.span is not None
    assert finding.other is not None
    assert finding.span.of(document.text).startswith("Halden fell")
    assert finding.other.of(document.text) == "(TechCrunch, 12 April 2026)"
    assert "12 Apr 2026" in finding.message


def test_every_rule_has_a_title_and_a_reason() -> None:
    assert all(title and reason.endswith(".") for title, reason in RULES.values())


def test_the_sample_briefings_hold_no_grave_finding_but_those_planted() -> None:
    grave = {
        (name, finding.rule)
        for name, read in analyse_files(sorted(SAMPLES.glob("*.[thm][xtd]*")), DAY)
        for finding in read.analysis.findings
        if finding.severity == "error"
    }

    assert grave == set()


def test_labelled_briefings_yield_the_labelled_findings_and_no_others() -> None:
    labelled = json.loads((LABELLED / "labels.json").read_text("utf-8"))["findings"]

    assert sorted(found_in(LABELLED)) == sorted((name, rule) for name, rule in labelled)


if SEEDS.exists():

    def test_the_reference_texts_yield_the_labelled_findings() -> None:
        gold = SEEDS.parent / "gold" / "seeds_lint_gold.jsonl"
        labelled = [json.loads(line) for line in gold.read_text().splitlines()]

        missed = [(label["seed"], label["rule"]) for label in labelled]
        for one in found_in(SEEDS):
            assert one in missed, one
            missed.remove(one)
        several = [one for one in missed if one[1] != "UNCITED_NUMBER"]  # labelled by the sentence, told by the section
        assert several == [("000_da3d9ac36067cc36.txt", "CHRONOLOGY")]  # labelled as hard


def found_in(folder: Path) -> list[tuple[str, str]]:
    return [
        (Path(name).name, finding.rule)
        for name, read in analyse_files(sorted(folder.glob("*.txt")), DAY)
        for finding in read.analysis.findings
    ]
