import json
from pathlib import Path

import pytest
from commands import Command

HEAD = "---\nurl: https://a.example/b\n---\n"


@pytest.fixture
def note(command: Command, tmp_path: Path) -> str:
    """The id of a note whose words are gone from its article."""
    file = tmp_path / "a.md"
    file.write_text(f"{HEAD}Halden cut its bill by 60%. It rents halls.")
    command("add", file)
    article = json.loads(command("list", "--json").out)["articles"][0]["id"]
    made = command("notes", "add", article, "cut its bill by 60%", "-w", "bull").out.strip()
    file.write_text(f"{HEAD}Nothing of it is left here but these. It rents halls.")
    command("add", file)
    return made


def standing(command: Command) -> str:
    return str(json.loads(command("notes", "list", "--json").out)["notes"][0]["standing"])


def test_notes_in_doubt_are_listed_with_what_is_there_now(command: Command, note: str) -> None:
    (told,) = json.loads(command("review", "list", "--json").out)["notes"]

    assert (told["id"], told["status"], told["was"]) == (note, "orphan", "cut its bill by 60%")
    assert f"{note[:8]}  NOT FOUND" in command("review", "list").out


def test_a_note_is_accepted_or_set_aside(command: Command, note: str) -> None:
    assert json.loads(command("review", "accept", note[:6], "--json").out)["done"] == "accepted a note's position"
    assert "No notes to review" in command("review", "list").err
    command("undo")
    assert json.loads(command("review", "detach", note[:6], "--json").out)["done"] == "detached a note"
    assert "No notes to review" in command("review", "list").err
    assert command("review", "accept", note[:6]).code == 1


def test_a_note_is_put_in_another_place(command: Command, note: str) -> None:
    assert command("review", "move", note[:6], "rents halls").code == 0

    (told,) = json.loads(command("notes", "list", "--json").out)["notes"]
    assert (told["quote"], told["standing"]) == ("cut its bill by 60%", "edited")
    assert command("review", "list").out == ""
