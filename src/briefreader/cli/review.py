"""The commands for notes whose articles have changed under them."""

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output import print_lines
from briefreader.cli.renamed import renamed
from briefreader.cli.undoable import undoable
from briefreader.export.checks import render_review, review_lines
from briefreader.views.lookup import doubt_named
from briefreader.views.reviewing import doubts
from briefreader.workflows.annotate_words import passage_of
from briefreader.workflows.reanchor import accept as accept_note
from briefreader.workflows.reanchor import refuse
from briefreader.workspace import Workspace


@click.group(cls=renamed(aside="detach", place="move"))
def review() -> None:
    """Review notes on changed articles. They do not count until you do."""


@review.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.review/1).")
@click.pass_obj
def list_(options: LaunchOptions, *, as_json: bool) -> None:
    """List the notes to review, with the quoted words and the current text."""
    with opened(options) as workspace:
        waiting = doubts(workspace.store)
    if as_json:
        click.echo(render_review(waiting))
    else:
        print_lines(review_lines(waiting), "No notes to review")


@review.command()
@click.argument("note_id", metavar="ID")
@undoable
def accept(workspace: Workspace, *, note_id: str) -> None:
    """Accept a note's new position, or keep it although its words are gone."""
    doubt = doubt_named(workspace.store, note_id)
    accept_note(workspace, doubt.reading, doubt.annotation)


@review.command("detach")
@click.argument("note_id", metavar="ID")
@undoable
def aside(workspace: Workspace, *, note_id: str) -> None:
    """Detach a note whose passage is gone. It is kept but not counted."""
    doubt = doubt_named(workspace.store, note_id)
    refuse(workspace, doubt.reading, doubt.annotation)


@review.command("move")
@click.argument("note_id", metavar="ID")
@click.argument("words")
@undoable
def place(workspace: Workspace, *, note_id: str, words: str) -> None:
    """Move a note to WORDS, which must occur exactly once in its article."""
    doubt = doubt_named(workspace.store, note_id)
    accept_note(workspace, doubt.reading, doubt.annotation, passage_of(doubt.reading, words))
