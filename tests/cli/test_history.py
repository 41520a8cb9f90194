import json
from pathlib import Path

from commands import Command


def test_the_log_lists_what_was_done(command: Command, briefing: Path) -> None:
    command("add", briefing)

    assert command("log").out.rstrip().endswith("added 1 article")
    assert json.loads(command("log", "--json").out)["verb"] == "added 1 article"
