"""The commands for theses."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

import click

from briefreader.cli.days import days_of
from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output import print_lines
from briefreader.cli.renamed import renamed
from briefreader.cli.undoable import CommandResult, undoable
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
from briefreader.workflows.weigh import ThesisWords, add_thesis, change_thesis, delete_thesis, review_thesis
from briefreader.workflows.written import Unclear, parse_thesis, thesis_fields
from briefreader.workspace import Workspace


def _written(command: Callable[..., CommandResult | None]) -> Callable[..., CommandResult | None]:
    """Add the options for the fields of a thesis other than its title."""
    options = (
        click.option("--bull", help="Bull case: a falsifiable sentence."),
        click.option("--bear", help="Bear case: a falsifiable sentence."),
        click.option("--subject", help="Company or question."),
        click.option("--prior", help="Probability of the bull case before evidence (default: 50%)."),
        click.option("--horizon", help="Decision date: 2026-09-30, Q3 2026."),
        click.option("--review", help="Next review."),
        click.option("--premortem", help="Ways this could fail; separate with ;."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(cls=renamed(change="edit"))
def theses() -> None:
    """Manage theses."""


@theses.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.theses/1).")
@click.pass_obj
def list_theses(options: LaunchOptions, *, as_json: bool) -> None:
    """List theses, oldest first."""
    with opened(options) as workspace:
        listed = all_theses(workspace.store)
        annotated = Selection(workspace.store).annotated if as_json else ()
    if as_json:
        click.echo(render_theses(listed, annotated))
    else:
        print_lines(
            (f"{one.id[:8]}  {one.title}" for one in listed),
            "No theses yet. To add one, run briefreader theses add TITLE.",
        )


@theses.command()
@click.argument("name", metavar="THESIS")
@click.option("--as-of", metavar="DAY", help="Show the thesis at the end of this day.")
@click.option("--since", metavar="DAY", help="Also show what changed since the end of this day.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.board/1).")
@click.pass_obj
def show(options: LaunchOptions, *, name: str, as_of: str | None, since: str | None, as_json: bool) -> None:
    """Show a thesis: estimate, evidence, gaps and changes."""
    with opened(options) as workspace:
        thesis, today = thesis_named(workspace.store, name), workspace.today()
        until, then = _evening(as_of, today, "--as-of"), _evening(since, today, "--since")
        if until and then and then >= until:
            raise click.BadParameter("The date must be before --as-of.", param_hint="--since")
        now = board(workspace.store, thesis.id, today, until)
        if now.thesis is None:
            raise NotFoundError(f"thesis as of {until.astimezone():%d %b %Y}" if until else "thesis", name)
        moved = movements(board(workspace.store, thesis.id, today, then), now) if then else None
    if as_json:
        click.echo(render_board(now, moved))
        return
    for line in board_lines(now, moved):
        click.echo(line)


@theses.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.matrix/1).")
@click.pass_obj
def matrix(options: LaunchOptions, *, as_json: bool) -> None:
    """List which evidence belongs to which thesis."""
    with opened(options) as workspace:
        listed, rows = evidence_by_thesis(workspace.store)
    if as_json:
        click.echo(render_matrix(listed, rows))
    else:
        print_lines(matrix_lines(listed, rows), "No evidence has a thesis yet")


@theses.command()
@click.argument("title")
@_written
@undoable
def add(workspace: Workspace, /, **written: str | None) -> CommandResult:
    """Add a thesis and print its ID."""
    return CommandResult(add_thesis(workspace, _words(workspace, None, written)).id)


@theses.command("edit")
@click.argument("name", metavar="THESIS")
@click.option("--title", help="New title.")
@_written
@undoable
def change(workspace: Workspace, /, *, name: str, **written: str | None) -> None:
    """Edit a thesis. Fields that you omit stay unchanged."""
    if all(value is None for value in written.values()):
        raise click.UsageError("Give at least one option, such as --title, --bull or --prior.")
    thesis = thesis_named(workspace.store, name)
    change_thesis(workspace, thesis, _words(workspace, thesis, written))


@theses.command()
@click.argument("name", metavar="THESIS")
@click.option("--next", "next_on", help="Next review: 30 Sep, in 45 days, or none (default: keep a future date).")
@undoable
def reviewed(workspace: Workspace, *, name: str, next_on: str | None) -> None:
    """Mark a thesis as reviewed."""
    thesis, today = thesis_named(workspace.store, name), workspace.today()
    planned = thesis.review_on if thesis.review_on and thesis.review_on > today else None
    if next_on and next_on != "none":
        planned = days_of(next_on, today, "--next").last
    review_thesis(workspace, thesis, None if next_on == "none" else planned)


@theses.command()
@click.argument("name", metavar="THESIS")
@undoable
def delete(workspace: Workspace, *, name: str) -> None:
    """Delete a thesis, given by title or ID. Its evidence is kept."""
    delete_thesis(workspace, thesis_named(workspace.store, name))


def _words(workspace: Workspace, thesis: Thesis | None, written: Mapping[str, str | None]) -> ThesisWords:
    given = {name: value for name, value in written.items() if value is not None}
    words = parse_thesis({**thesis_fields(thesis), **given}, workspace.today())
    if isinstance(words, Unclear):
        raise click.BadParameter(words.problem, param_hint=words.field)
    return words


def _evening(words: str | None, today: date, option: str) -> datetime | None:
    return evening_of(days_of(words, today, option, "back").last) if words else None
