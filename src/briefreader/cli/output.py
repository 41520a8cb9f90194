"""Print lines, and report on standard error what is wrong or missing."""

from collections.abc import Iterable

import click

from briefreader.model.errors import UnreadableError
from briefreader.views.outdated import has_outdated
from briefreader.workspace import Workspace


def report_problems(problems: Iterable[UnreadableError]) -> int:
    """Write each problem to standard error; return the exit code, 1 when there was any."""
    code = 0
    for problem in problems:
        click.echo(f"briefreader: {problem}", err=True)
        code = 1
    return code


def report_no_notes(query: str, none_yet: str) -> None:
    """Write to standard error why there are no notes: a query has chosen none, or there are none yet."""
    click.echo("No notes on articles that match this query." if query else none_yet, err=True)


def print_lines(lines: Iterable[str], nothing: str) -> None:
    """Write lines; without any, say to standard error why there are none."""
    is_empty = True
    for line in lines:
        click.echo(line)
        is_empty = False
    if is_empty:
        click.echo(nothing, err=True)


def note_outdated(workspace: Workspace) -> None:
    """Say on standard error that a comparison leaves articles out."""
    if has_outdated(workspace.store):
        click.echo("Note: articles analysed by an older version are not compared. Run briefreader reanalyse.", err=True)
