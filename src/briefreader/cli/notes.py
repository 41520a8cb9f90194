"""The commands for notes."""

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output import report_no_notes
from briefreader.cli.renamed import renamed
from briefreader.cli.undoable import CommandResult, undoable
from briefreader.export.notes_json import note_lines, render_notes_json
from briefreader.views.lookup import evidence_named, note_named, thesis_named
from briefreader.views.reading import reading_by_id
from briefreader.workflows.annotate import delete as delete_note
from briefreader.workflows.annotate_words import annotate_words, edit_note, is_weight
from briefreader.workflows.find import selected_by
from briefreader.workflows.weigh import put_on_thesis, set_origin
from briefreader.workspace import Workspace


@click.group(cls=renamed(file="assign"))
def notes() -> None:
    """Manage notes."""


@notes.command("list")
@click.option("-q", "--query", default="", help="Only notes on articles that match this query.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.notes/1).")
@click.pass_obj
def list_(options: LaunchOptions, *, query: str, as_json: bool) -> None:
    """List notes by article and position."""
    with opened(options) as workspace:
        annotated = selected_by(workspace, query).annotated
    if as_json:
        click.echo(render_notes_json(annotated))
        return
    for line in note_lines(annotated):
        click.echo(line)
    if not annotated:
        report_no_notes(query, "No notes yet. To add one, run briefreader notes add ID WORDS --weight bull.")


@notes.command()
@click.argument("article_id", metavar="ID")
@click.argument("words", default="")
@click.option("-w", "--weight", default="", help="Stance, strength and confidence: bull, bear:4 or neutral:3:60%.")
@click.option("-m", "--note", default="", help="Text of the note, in Markdown.")
@click.option("-t", "--tag", "tags", multiple=True, help="Tag. Repeat for several.")
@undoable
def add(
    workspace: Workspace, *, article_id: str, words: str, weight: str, note: str, tags: tuple[str, ...]
) -> CommandResult:
    """Add a note on WORDS, or on the whole article, and print its ID. WORDS must occur exactly once."""
    _check_weight(weight or None)
    return CommandResult(
        annotate_words(workspace, reading_by_id(workspace.store, article_id), words, weight, note, tags).id
    )


@notes.command()
@click.argument("note_id", metavar="ID")
@click.option("-w", "--weight", help="As for add. Parts that you omit stay unchanged.")
@click.option("-m", "--note", help="New text of the note.")
@click.option("-t", "--tag", "tags", multiple=True, help="New tag. Repeat for several; '' removes all.")
@undoable
def edit(workspace: Workspace, *, note_id: str, weight: str | None, note: str | None, tags: tuple[str, ...]) -> None:
    """Edit a note."""
    if weight is None and note is None and not tags:
        raise click.UsageError("Give at least one of --weight, --note and --tag.")
    _check_weight(weight)
    edit_note(
        workspace, note_named(workspace.store, note_id), weight, note, tuple(filter(None, tags)) if tags else None
    )


@notes.command()
@click.argument("note_id", metavar="ID")
@click.argument("name")
@undoable
def origin(workspace: Workspace, *, note_id: str, name: str) -> None:
    """Set the origin of evidence: who first reported it, or none."""
    set_origin(workspace, evidence_named(workspace.store, note_id), "" if name == "none" else name)


@notes.command("assign")
@click.argument("note_id", metavar="ID")
@click.argument("thesis")
@undoable
def file(workspace: Workspace, *, note_id: str, thesis: str) -> None:
    """Assign evidence to a thesis, given by title or ID; none unassigns it."""
    chosen = None if thesis == "none" else thesis_named(workspace.store, thesis)
    put_on_thesis(workspace, evidence_named(workspace.store, note_id), chosen)


@notes.command()
@click.argument("note_id", metavar="ID")
@undoable
def delete(workspace: Workspace, *, note_id: str) -> None:
    """Delete a note. ID can be abbreviated."""
    delete_note(workspace, note_named(workspace.store, note_id))


def _check_weight(weight: str | None) -> None:
    if weight is not None and not is_weight(weight):
        raise click.BadParameter("Use bull, bear or neutral, then :1 to :5, then :0% to :100%.", param_hint="--weight")
