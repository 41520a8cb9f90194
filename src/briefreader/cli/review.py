"""The commands for notes whose articles have changed under them."""

import click

from briefreader.cli.launch import LaunchOptions, opened
from briefreader.cli.problems import tell_lines
from briefreader.cli.writing import writes
from briefreader.export.checks import render_review, review_lines
from briefreader.views.lookup import doubt_named
from briefreader.views.reviewing import doubts
from briefreader.workflows.annotate_words import passage_of
from briefreader.workflows.reanchor import accept as accept_note
from briefreader.workflows.reanchor import refuse
from briefreader.workspace import Workspace


@click.group()
def review() -> None:
    """Decide on notes in doubt, whose articles have changed; until then they weigh nothing."""


@review.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.review/1.")
@click.pass_obj
def list_(options: LaunchOptions, *, as_json: bool) -> None:
    """List the notes in doubt, with what they were made on and what stands there now."""
    with opened(options) as workspace:
        waiting = doubts(workspace.store)
    if as_json:
        click.echo(render_review(waiting))
    else:
        tell_lines(review_lines(waiting), "No note is in doubt")


@review.command()
@click.argument("note_id", metavar="ID")
@writes
def accept(workspace: Workspace, *, note_id: str) -> None:
    """Say that a note holds where it was found, or although its words are gone."""
    doubt = doubt_named(workspace.store, note_id)
    accept_note(workspace, doubt.reading, doubt.annotation)


@review.command()
@click.argument("note_id", metavar="ID")
@writes
def aside(workspace: Workspace, *, note_id: str) -> None:
    """Say that a note has no place any more; it is kept, and weighs nothing."""
    doubt = doubt_named(workspace.store, note_id)
    refuse(workspace, doubt.reading, doubt.annotation)


@review.command()
@click.argument("note_id", metavar="ID")
@click.argument("words")
@writes
def place(workspace: Workspace, *, note_id: str, words: str) -> None:
    """Put a note on WORDS, which must stand in its article once."""
    doubt = doubt_named(workspace.store, note_id)
    accept_note(workspace, doubt.reading, doubt.annotation, passage_of(doubt.reading, words))
