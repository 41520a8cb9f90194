import json
from pathlib import Path

from commands import Command


def test_a_thesis_is_written_listed_deleted_and_brought_back(command: Command) -> None:
    assert "No theses yet" in command("theses", "list").err

    made = command("theses", "add", "Halden", "--bull", "It rents", "--bear", "It does not", "--horizon", "Q3 2026")

    (thesis,) = json.loads(command("theses", "list", "--json").out)["theses"]
    assert (thesis["id"], thesis["title"], thesis["horizon"]) == (made.out.strip(), "Halden", "2026-09-30")
    assert (thesis["prior"], thesis["bull_notes"], thesis["named_origins"]) == (0.5, 0, 0)
    assert command("theses", "list").out == f"{thesis['id'][:8]}  Halden\n"
    command("theses", "delete", "halden")
    assert json.loads(command("theses", "list", "--json").out)["theses"] == []
    assert command("undo").code == 0
    assert "Halden" in command("theses", "list").out
    assert command("theses", "add", "x", "--prior", "200%").code == 2
    assert command("theses", "delete", "nobody").code == 1


def test_a_thesis_is_changed_and_what_is_not_said_stays(command: Command) -> None:
    command("theses", "add", "Halden", "--bull", "It rents", "--subject", "Halden", "--premortem", "no power; no chips")

    command("theses", "edit", "halden", "--title", "Halden rents", "--prior", "60%")

    (thesis,) = json.loads(command("theses", "list", "--json").out)["theses"]
    assert (thesis["title"], thesis["prior"], thesis["bull"]) == ("Halden rents", 0.6, "It rents")
    assert (thesis["subject"], thesis["premortem"]) == ("Halden", ["no power", "no chips"])
    assert command("theses", "edit", "halden rents", "--prior", "1").code == 2
    assert command("theses", "reviewed", "halden rents", "--next", "2027-01-31").code == 0
    assert json.loads(command("theses", "list", "--json").out)["theses"][0]["review"] == "2027-01-31"
    assert json.loads(command("undo", "--json").out) == {"verb": "marked as reviewed: “Halden rents”"}
    assert command("theses", "edit", "halden rents").code == 2


def test_a_review_keeps_a_day_to_come_unless_another_is_named(command: Command) -> None:
    command("theses", "add", "Halden", "--review", "2099-06-01", "--prior", "12.34567%")

    for options, review in (((), "2099-06-01"), (("--next", "1 May 2098"), "2098-05-01"), (("--next", "none"), None)):
        assert command("theses", "reviewed", "halden", *options).code == 0
        assert json.loads(command("theses", "list", "--json").out)["theses"][0]["review"] == review
    assert command("theses", "reviewed", "halden", "--next", "some day").code == 2
    command("theses", "edit", "halden", "--title", "Halden rents")
    assert round(json.loads(command("theses", "list", "--json").out)["theses"][0]["prior"], 12) == 0.1234567


def test_a_thesis_is_weighed_as_of_a_day_and_with_what_moved_it(command: Command, briefing: Path) -> None:
    assert "No evidence has a thesis yet" in command("theses", "matrix").err
    command("add", briefing)
    article = json.loads(command("list", "--json").out)["articles"][0]["id"]
    command("theses", "add", "Halden")
    note = command("notes", "add", article, "cut its power bill", "-w", "bull:4:90%").out.strip()

    told = json.loads(command("theses", "show", "halden", "--since", "2020-01-01", "--json").out)

    assert (told["schema"], told["thesis"]) == ("briefreader.board/1", "Halden")
    assert told["belief"]["probability"] > 0.5
    assert [one["id"] for one in told["evidence"]] == [one["id"] for one in told["moved"]] == [note]
    assert json.loads(command("theses", "show", "halden", "--json").out)["moved"] is None
    assert (
        "no thesis as of 01 Jan 2020 'halden' found" in command("theses", "show", "halden", "--as-of", "2020-01-01").err
    )
    assert command("theses", "show", "halden", "--since", "2026-06-02", "--as-of", "2026-06-01").code == 2
    lines = command("theses", "show", "halden", "--since", "2020-01-01").out
    assert "1 item from 1 origin," in lines
    assert "changed +" in lines
    (row,) = json.loads(command("theses", "matrix", "--json").out)["rows"]
    assert row["evidence"] == [{"thesis": "Halden", "stance": "bull", "strength": 4, "counts": True}]
    assert "bull    4/5  Halden" in command("theses", "matrix").out
