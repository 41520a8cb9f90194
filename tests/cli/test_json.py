"""Every command has output for programs."""

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from commands import Command

from briefreader.cli.commands import briefreader

OTHERWISE = {
    "completion": "a shell reads it",
    "config edit": "an editor",
    "digest": "--format json",
    "feeds export": "OPML",
    "labels": "JSON already",
    "read": "for a screen reader; show has it as JSON",
}


def walked(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        if isinstance(command, click.Group):
            yield from walked(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


COMMANDS = dict(walked(briefreader))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_json_or_has_output_for_programs_otherwise(name: str) -> None:
    options = {option for one in COMMANDS[name].params for option in one.opts}

    assert ("--json" in options) != (name in OTHERWISE)


def test_what_was_done_is_told_as_undo_will_name_it(command: Command, briefing: Path) -> None:
    command("add", briefing)
    article = json.loads(command("list", "--json").out)["articles"][0]["id"]

    made = json.loads(command("notes", "add", article, "cut its power bill", "-w", "bull", "--json").out)
    nothing = json.loads(command("notes", "file", made["id"], "none", "--json").out)
    deleted = json.loads(command("notes", "delete", made["id"], "--json").out)

    assert (made["schema"], made["done"]) == ("briefreader.done/1", "tagged bull")
    assert (nothing["done"], nothing["id"]) == (None, None)
    assert (deleted["done"], deleted["id"]) == ("deleted a note", None)
    assert json.loads(command("undo", "--json").out) == {"verb": deleted["done"]}
