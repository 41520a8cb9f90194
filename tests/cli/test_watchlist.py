import json
from pathlib import Path

from commands import Command


def test_what_is_watched_for_is_added_answered_and_deleted(command: Command, briefing: Path) -> None:
    assert "The watchlist is empty" in command("watch", "list").err
    command("add", briefing)
    article = json.loads(command("list", "--json").out)["articles"][0]["id"]

    made = command(
        "watch",
        "add",
        "Will it open?",
        "--due",
        "2026-12-31",
        "--probability",
        "70%",
        "--article",
        article,
        "--words",
        "by late 2027",
    )
    item_id = made.out.strip()

    assert command("watch", "resolve", item_id[:6], "happened", "-m", "seen").code == 0
    (item,) = json.loads(command("watch", "list", "--json").out)["items"]
    assert (item["id"], item["question"], item["due_last"]) == (item_id, "Will it open?", "2026-12-31")
    assert (item["article"], item["quote"]) == (article, "by late 2027")
    assert (item["probability"], item["outcome"], item["outcome_note"]) == (0.7, "happened", "seen")
    assert "(happened)" in command("watch", "list").out
    command("watch", "delete", item_id[:6])
    assert json.loads(command("watch", "list", "--json").out)["items"] == []
    assert command("watch", "add", "When?", "--due", "someday").code == 2
    assert command("watch", "add", "When?", "--due", "2026-12-31", "--article", article).code == 2


def test_what_is_watched_for_is_changed_filed_and_opened_again(command: Command) -> None:
    command("theses", "add", "Halden")
    item_id = command("watch", "add", "Will it open?", "--due", "2026-12-31", "--thesis", "halden").out.strip()

    command("watch", "edit", item_id, "--probability", "70%", "--side", "bull if it happens")
    command("watch", "resolve", item_id, "did not")

    (item,) = json.loads(command("watch", "list", "--json").out)["items"]
    assert (item["question"], item["due_last"], item["thesis"]) == ("Will it open?", "2026-12-31", "Halden")
    assert (item["probability"], item["side"], item["outcome"]) == (0.7, "bull if it happens", "did not")
    assert json.loads(command("watch", "forecasts", "--json").out)["brier"] == 0.7**2
    assert "Brier score 0.490" in command("watch", "forecasts").out
    command("watch", "reopen", item_id)
    command("watch", "assign", item_id, "none")
    (item,) = json.loads(command("watch", "list", "--json").out)["items"]
    assert (item["outcome"], item["thesis"]) == (None, None)
    assert command("watch", "edit", item_id, "--due", "someday").code == 2
