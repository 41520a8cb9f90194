import json
from pathlib import Path

import pytest
from commands import Command


@pytest.fixture
def article(command: Command, briefing: Path) -> str:
    """The id of an article."""
    command("add", briefing)
    return str(json.loads(command("list", "--json").out)["articles"][0]["id"])


def test_a_note_is_made_listed_filed_deleted_and_brought_back(command: Command, article: str) -> None:
    assert "No notes yet" in command("notes", "list").err
    command("theses", "add", "Halden")

    made = command(
        "notes", "add", article, "cut its power bill", "-w", "bear:4:70%", "-m", "*why?*", "-t", "a", "-t", "b"
    )

    note_id = made.out.strip()
    told = json.loads(command("notes", "list", "--json").out)
    assert told["schema"] == "briefreader.notes/1"
    (note,) = told["notes"]
    assert (note["id"], note["quote"], note["stance"], note["strength"]) == (note_id, "cut its power bill", "bear", 4)
    assert (note["confidence"], note["note"], note["tags"], note["thesis"]) == (0.7, "*why?*", ["a", "b"], "Halden")
    assert command("notes", "list").out == f"{note_id[:8]}  BEAR 4/5     “cut its power bill”\n"
    assert command("notes", "assign", note_id[:6], "none").code == 0
    assert json.loads(command("notes", "list", "--json").out)["notes"][0]["thesis"] is None
    command("notes", "assign", note_id[:6], "halden")
    command("notes", "delete", note_id[:6])
    assert json.loads(command("notes", "list", "--json").out)["notes"] == []
    assert command("undo").out == "undid: deleted a note\n"
    assert json.loads(command("notes", "list", "--json").out)["notes"][0]["thesis"] == "Halden"
    assert json.loads(command("redo", "--json").out) == {"verb": "deleted a note"}


def test_a_query_chooses_notes(command: Command, article: str) -> None:
    command("notes", "add", article, "-m", "on it all")

    assert "the whole article" in command("notes", "list", "-q", "halden").out
    for asked in (("notes", "list"), ("export", "-o", "out")):
        outcome = command(*asked, "-q", "nobody")
        assert (outcome.out, outcome.err) == ("", "No notes on articles that match this query.\n")


def test_words_that_stand_nowhere_or_twice_are_no_place(command: Command, article: str) -> None:
    for words in ("not in it at all", "a"):
        outcome = command("notes", "add", article, words)
        assert outcome.code == 1
        assert "does not occur exactly once in" in outcome.err


def test_a_weight_that_is_none_is_wrong_usage(command: Command, article: str) -> None:
    for weight in ("bullish", "bull:9", "bear:3:200%"):
        assert command("notes", "add", article, "-w", weight).code == 2
    assert command("notes", "delete", "nope").code == 1


def test_a_note_is_changed_and_what_is_not_said_stays(command: Command, article: str) -> None:
    note = command(
        "notes", "add", article, "cut its power bill", "-w", "bear:4:70%", "-m", "why", "-t", "a"
    ).out.strip()

    command("notes", "edit", note[:6], "-w", "bull")
    command("notes", "origin", note[:6], "Grid Weekly itself")

    (told,) = json.loads(command("notes", "list", "--json").out)["notes"]
    assert (told["stance"], told["strength"], told["confidence"]) == ("bull", 4, 0.7)
    assert (told["note"], told["tags"], told["origin"]) == ("why", ["a"], "Grid Weekly itself")
    command("notes", "edit", note[:6], "-m", "", "-t", "b", "-t", "c")
    command("notes", "origin", note[:6], "none")
    (told,) = json.loads(command("notes", "list", "--json").out)["notes"]
    assert (told["stance"], told["note"], told["tags"], told["origin"]) == ("bull", "", ["b", "c"], None)
    assert command("notes", "edit", note[:6]).code == 2
    assert command("notes", "edit", note[:6], "-w", "").code == 2
    command("notes", "edit", note[:6], "-t", "")
    assert json.loads(command("notes", "list", "--json").out)["notes"][0]["tags"] == []


def test_a_mere_note_becomes_evidence_only_when_it_is_weighed(command: Command, article: str) -> None:
    note = command("notes", "add", article, "cut its power bill", "-m", "why").out.strip()

    assert command("notes", "origin", note, "Reuters").code == 1
    assert command("notes", "assign", note, "none").code == 1
    command("notes", "edit", note, "-w", "bear:2")

    (told,) = json.loads(command("notes", "list", "--json").out)["notes"]
    assert (told["kind"], told["stance"], told["strength"], told["note"]) == ("evidence", "bear", 2, "why")
