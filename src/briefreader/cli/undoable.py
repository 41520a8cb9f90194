"""What the commands that change something have in common."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.views.log import done_here


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What a command has to tell when it is done."""

    id: str | None = None
    """Of what it made; None when it made nothing."""
    words: str = ""
    """For people; empty when the id is enough."""


def undoable(command: Callable[..., CommandResult | None]) -> Callable[..., None]:
    """Make a command of a function that is given a workspace: with ``--json`` it tells what undo will call it."""

    @click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.done/1).")
    @click.pass_obj
    @wraps(command)
    def run(options: LaunchOptions, /, *, as_json: bool, **given: object) -> None:
        with opened(options) as workspace:
            done = command(workspace, **given) or CommandResult()
            verb = done_here(workspace.store)
        if as_json:
            click.echo(json.dumps({"schema": "briefreader.done/1", "done": verb, "id": done.id}, ensure_ascii=False))
        elif words := done.words or done.id:
            click.echo(words)

    return run
