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


def test_what_is_watched_for_is_added_answered_and_deleted(command: Command, briefing: Path) -> None:
    assert "Nothing yet" in command("watch", "list").err
    command("add", briefing)
    article = json.loads(command("list", "--json").out)["articles"][0]["id"]

    made = command("watch", "add", "Will it open?", "--due", "2026-12-31", "--probability", "70%", "--article", article)
    item_id = made.out.strip()

    assert command("watch", "answer", item_id[:6], "happened", "-m", "seen").code == 0
    (item,) = json.loads(command("watch", "list", "--json").out)["items"]
    assert (item["id"], item["question"], item["due_last"]) == (item_id, "Will it open?", "2026-12-31")
    assert (item["probability"], item["outcome"], item["outcome_note"]) == (0.7, "happened", "seen")
    assert "(happened)" in command("watch", "list").out
    command("watch", "delete", item_id[:6])
    assert json.loads(command("watch", "list", "--json").out)["items"] == []
    assert command("watch", "add", "When?", "--due", "someday").code == 2


def test_a_verdict_is_given_and_taken_back(command: Command, briefing: Path) -> None:
    command("add", briefing)
    article = json.loads(command("list", "--json").out)["articles"][0]["id"]

    assert command("verdict", "count | halden", article).code == 0
    assert command("verdict", "count | halden", "none").code == 0
    assert command("verdict", "count | halden", "back").code == 0
    assert command("verdict", "count | halden", "nobody").code == 1
