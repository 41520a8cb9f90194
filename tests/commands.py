"""The command line as a test calls it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import click

from briefreader.cli.commands import briefreader


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


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
"""Every command by its whole name."""
