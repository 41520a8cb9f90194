import json
from pathlib import Path

import pytest
from commands import Command

TEXT = """\
# Halden rents its halls

Halden has reportedly cut its bill. Halden cut its bill by 60%. Northlight will rent a hall.

## The bull case

- Halden owns its power.

## The bear case

- Halden owes its banks.
"""


@pytest.fixture
def article(command: Command, tmp_path: Path) -> str:
    """The id of an article with a claim nobody is cited for, and with the author's own case."""
    file = tmp_path / "halden.md"
    file.write_text(TEXT)
    command("add", file)
    return str(json.loads(command("list", "--json").out)["articles"][0]["id"])


def rules(command: Command, article: str) -> list[str]:
    return [one["rule"] for one in json.loads(command("findings", "list", article, "--json").out)["findings"]]


def test_a_rule_is_silenced_and_heard_again(command: Command, article: str) -> None:
    assert "HEARSAY_ONLY" in rules(command, article)
    assert "“Halden has reportedly cut its bill.”" in command("findings", "list", article).out

    done = json.loads(command("findings", "dismiss", article, "HEARSAY_ONLY", "--json").out)["done"]

    assert done == "dismissed “Anonymous source” in an article"
    assert "HEARSAY_ONLY" not in rules(command, article)
    assert "dismissed. To restore them, run briefreader findings restore" in command("findings", "list", article).err
    command("findings", "restore", article)
    assert "HEARSAY_ONLY" in rules(command, article)
    command("findings", "dismiss", article, "HEARSAY_ONLY", "--everywhere")
    assert "HEARSAY_ONLY" not in rules(command, article)


def test_claims_and_citations_are_corrected(command: Command, article: str) -> None:
    assert command("correct", "claim", article, "Halden cut its bill by 60%.").out == "unmarked a claim\n"
    assert command("correct", "claim", article, "Halden cut its bill by 60%.").out == "marked a claim\n"
    assert command("correct", "citation", article, "Northlight", "Grid Weekly").out == "added a citation\n"

    told = json.loads(command("show", article, "--json").out)

    assert "Grid Weekly" in [one["source"] for one in told["citations"]]
    assert {json.loads(line)["kind"] for line in command("labels").out.splitlines()} == {"claim", "citation"}
    assert command("correct", "citation", article, "60%").out == "nothing to change: these words cite no source\n"
    assert command("correct", "claim", article, "no such words").code == 1


def test_the_authors_points_are_taken_flipped_and_refused(command: Command, article: str) -> None:
    listed = json.loads(command("suggestions", "list", article, "--json").out)["suggestions"]
    assert {(one["words"], one["author_stance"]) for one in listed} == {
        ("Halden owns its power.", "bull"),
        ("Halden owes its banks.", "bear"),
    }
    assert "bull  “Halden owns its power.”" in command("suggestions", "list", article).out

    note = command("suggestions", "accept", article, "owes its banks", "--flip").out.strip()
    command("suggestions", "reject", article, "owns its power")

    (made,) = json.loads(command("notes", "list", "--json").out)["notes"]
    assert (made["id"], made["stance"], made["author_stance"]) == (note, "bull", "bear")
    assert json.loads(command("suggestions", "list", article, "--json").out)["suggestions"] == []
    assert "No open suggestions" in command("suggestions", "list", article).err
    assert command("suggestions", "accept", article, "owns its power").code == 1
