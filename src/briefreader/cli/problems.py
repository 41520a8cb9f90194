"""Say what went wrong with some of what a command was given."""

from collections.abc import Iterable

import click

from briefreader.model.errors import UnreadableError


def tell(problems: Iterable[UnreadableError]) -> int:
    """Write each problem to standard error; return the exit code, 1 when there was any."""
    code = 0
    for problem in problems:
        click.echo(f"briefreader: {problem}", err=True)
        code = 1
    return code
