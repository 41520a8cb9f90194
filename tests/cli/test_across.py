import json

from commands import Command
from factories import SAMPLES


def test_what_several_articles_say_is_listed_for_all_and_for_one(command: Command) -> None:
    assert "Nothing that two articles say yet" in command("crosscheck").err
    command("add", SAMPLES)

    rows = json.loads(command("crosscheck", "--json").out)["rows"]
    [corvus] = json.loads(command("list", "-q", "publisher:signalwire corvus", "--json").out)["articles"]

    assert "CONFLICT" in command("crosscheck").out
    assert {row["key"] for row in json.loads(command("crosscheck", corvus["id"], "--json").out)["rows"]} == {
        "recall | corvus"
    }
    assert len(rows) > 5
