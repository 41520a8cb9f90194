import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from commands import Command
from factories import SAMPLES

pytestmark = pytest.mark.slow


def test_what_several_articles_say_is_listed_for_all_and_for_one(command: Command) -> None:
    assert "No claims shared by two articles yet" in command("crosscheck").err
    command("add", SAMPLES)

    rows = json.loads(command("crosscheck", "--json").out)["rows"]
    [corvus] = json.loads(command("list", "-q", "publisher:signalwire corvus", "--json").out)["articles"]

    assert "CONFLICT" in command("crosscheck").out
    assert {row["key"] for row in json.loads(command("crosscheck", corvus["id"], "--json").out)["rows"]} == {
        "count in fire | corvus",
        "recall | corvus",
    }
    assert len(rows) > 5


def test_what_an_older_version_has_analysed_is_not_passed_over_in_silence(
    command: Command, briefing: Path, tmp_path: Path
) -> None:
    command("add", briefing)
    commands = (("crosscheck",), ("digest",), ("sources",))
    assert not any("older version" in command(*words).err for words in commands)

    connection = sqlite3.connect(tmp_path / "s.db")
    connection.execute("UPDATE analyses SET version = version - 1")
    connection.commit()
    connection.close()

    assert all("analysed by an older version are not compared. Run briefreader" in command(*w).err for w in commands)
    command("reanalyse")
    assert not any("older version" in command(*words).err for words in commands)


def test_a_verdict_is_given_and_taken_back(command: Command) -> None:
    command("add", SAMPLES)
    key = "recall | corvus"
    article = row_under(command, key)["claims"][0]["article"]
    other = row_under(command, "count in accelerator | halden")["claims"][0]["article"]

    for right in (article, "none", "back"):
        assert command("verdict", key, right).code == 0
    for claim, right in ((key, "nobody"), (key, other), ("nonsense", article)):
        assert command("verdict", claim, right).code == 1
    assert f"  key {key}\n" in command("crosscheck").out


def row_under(command: Command, key: str) -> dict[str, Any]:
    rows: list[dict[str, Any]] = json.loads(command("crosscheck", "--json").out)["rows"]
    return next(row for row in rows if row["key"] == key)


def test_claims_are_joined_and_parted(command: Command) -> None:
    command("add", SAMPLES)
    rows = json.loads(command("crosscheck", "--json").out)["rows"]
    chips = row_under(command, "count in accelerator | halden")

    parted = json.loads(command("claims", "remove", chips["key"], chips["claims"][0]["article"], "--json").out)
    left = row_under(command, chips["key"])

    assert parted["done"] == "removed an article from a claim"
    assert left["articles"] == chips["articles"] - 1
    assert command("claims", "merge", chips["key"], "rent in USD/year | halden").code == 1
    assert command("claims", "merge", chips["key"], "nothing").code == 1
    happenings = [row["key"] for row in rows if not row["claims"][0]["low"] and row["family"] != "count"][:2]
    assert json.loads(command("claims", "merge", *happenings, "--json").out)["done"] == "merged two claims"
    assert len(json.loads(command("crosscheck", "--json").out)["rows"]) == len(rows) - 1
