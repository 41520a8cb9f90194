"""The commands for theses."""

from collections.abc import Callable, Mapping
from datetime import datetime

import click

from briefreader.cli.launch import LaunchOptions, opened
from briefreader.cli.problems import tell_lines
from briefreader.cli.writing import Done, writes
from briefreader.export.board import board_lines, matrix_lines, render_board, render_matrix
from briefreader.export.ledger_json import render_theses
from briefreader.model.days import evening_of
from briefreader.model.errors import NotFoundError
from briefreader.model.thesis import Thesis
from briefreader.views.lookup import thesis_named
from briefreader.views.matrix import matrix as evidence_by_thesis
from briefreader.views.movement import movements
from briefreader.views.selection import Selection
from briefreader.views.theses import theses as all_theses
from briefreader.views.thesis_board import board
from briefreader.workflows.due import parse_due
from briefreader.workflows.weigh import ThesisWords, add_thesis, change_thesis, delete_thesis, review_thesis
from briefreader.workflows.written import Unclear, parse_thesis, thesis_fields
from briefreader.workspace import Workspace

_DAY = click.DateTime(["%Y-%m-%d"])


def _written(command: Callable[..., Done | None]) -> Callable[..., Done | None]:
    """Add what a thesis has besides its title."""
    options = (
        click.option("--bull", help="What is true if the bulls are right."),
        click.option("--bear", help="What is true if the bears are right."),
        click.option("--subject", help="The company, or the question, that it is about."),
        click.option("--prior", help="How likely the bull sentence is to begin with; 50% when you do not say."),
        click.option("--horizon", help="By when it is decided: 2026-09-30, Q3 2026."),
        click.option("--review", help="When to look at it again."),
        click.option("--premortem", help="Why it will have failed; ; parts the reasons."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group()
def theses() -> None:
    """List, show, write and delete theses; briefreader undo takes each back."""


@theses.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.theses/1.")
@click.pass_obj
def list_theses(options: LaunchOptions, *, as_json: bool) -> None:
    """List the theses, the oldest first."""
    with opened(options) as workspace:
        listed = all_theses(workspace.store)
        annotated = Selection(workspace.store).annotated if as_json else ()
    if as_json:
        click.echo(render_theses(listed, annotated))
    else:
        tell_lines((f"{one.id[:8]}  {one.title}" for one in listed), "No theses yet: briefreader theses add TITLE")


@theses.command()
@click.argument("name", metavar="THESIS")
@click.option("--as-of", type=_DAY, help="As it stood in the evening of a day.")
@click.option("--since", type=_DAY, help="Also what moved it since the evening of a day.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.board/1.")
@click.pass_obj
def show(options: LaunchOptions, *, name: str, as_of: datetime | None, since: datetime | None, as_json: bool) -> None:
    """Weigh a thesis: what it is believed with, its evidence, what is missing, and what moved it."""
    if since and as_of and since >= as_of:
        raise click.BadParameter("the day is not before that of --as-of", param_hint="--since")
    with opened(options) as workspace:
        thesis, today = thesis_named(workspace.store, name), workspace.today()
        now = board(workspace.store, thesis.id, today, _evening(as_of))
        if now.thesis is None:
            raise NotFoundError(f"thesis of {as_of:%d %b %Y} or before", name)
        moved = movements(board(workspace.store, thesis.id, today, _evening(since)), now) if since else None
    if as_json:
        click.echo(render_board(now, moved))
        return
    for line in board_lines(now, moved):
        click.echo(line)


@theses.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.matrix/1.")
@click.pass_obj
def matrix(options: LaunchOptions, *, as_json: bool) -> None:
    """List which evidence is on which thesis."""
    with opened(options) as workspace:
        listed, rows = evidence_by_thesis(workspace.store)
    if as_json:
        click.echo(render_matrix(listed, rows))
    else:
        tell_lines(matrix_lines(listed, rows), "No evidence is on a thesis yet")


@theses.command()
@click.argument("title")
@_written
@writes
def add(workspace: Workspace, /, **written: str | None) -> Done:
    """Write a thesis, and write out its ID."""
    return Done(add_thesis(workspace, _words(workspace, None, written)).id)


@theses.command()
@click.argument("name", metavar="THESIS")
@click.option("--title", help="Its title from now on.")
@_written
@writes
def change(workspace: Workspace, /, *, name: str, **written: str | None) -> None:
    """Change a thesis; what you do not say stays as it is."""
    if all(value is None for value in written.values()):
        raise click.UsageError("say what to change: --title, --bull, --prior …")
    thesis = thesis_named(workspace.store, name)
    change_thesis(workspace, thesis, _words(workspace, thesis, written))


@theses.command()
@click.argument("name", metavar="THESIS")
@click.option("--next", "next_on", help="When to look again: 30 Sep, in 45 days; none. A day still to come stays.")
@writes
def reviewed(workspace: Workspace, *, name: str, next_on: str | None) -> None:
    """Say that you have looked at a thesis again."""
    thesis, today = thesis_named(workspace.store, name), workspace.today()
    planned = thesis.review_on if thesis.review_on and thesis.review_on > today else None
    if next_on and next_on != "none":
        due = parse_due(next_on, today)
        if due is None:
            raise click.BadParameter("a day, such as 30 Sep or in 45 days, or none", param_hint="--next")
        planned = due.last
    review_thesis(workspace, thesis, None if next_on == "none" else planned)


@theses.command()
@click.argument("name", metavar="THESIS")
@writes
def delete(workspace: Workspace, *, name: str) -> None:
    """Delete a thesis, named by its title or the start of its ID; its evidence is then on none."""
    delete_thesis(workspace, thesis_named(workspace.store, name))


def _words(workspace: Workspace, thesis: Thesis | None, written: Mapping[str, str | None]) -> ThesisWords:
    given = {name: value for name, value in written.items() if value is not None}
    words = parse_thesis({**thesis_fields(thesis), **given}, workspace.today())
    if isinstance(words, Unclear):
        raise click.BadParameter(words.problem, param_hint=words.field)
    return words


def _evening(day: datetime | None) -> datetime | None:
    return evening_of(day.date()) if day else None
