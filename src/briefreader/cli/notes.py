"""The commands for notes."""

import click

from briefreader.cli.launch import LaunchOptions, opened
from briefreader.cli.problems import tell_no_notes
from briefreader.cli.writing import Done, writes
from briefreader.export.notes_json import note_lines, render_notes_json
from briefreader.views.lookup import evidence_named, note_named, thesis_named
from briefreader.views.reading import reading_by_id
from briefreader.workflows.annotate import delete as delete_note
from briefreader.workflows.annotate_words import annotate_words, edit_note, is_weight
from briefreader.workflows.find import selected_by
from briefreader.workflows.weigh import put_on_thesis, set_origin
from briefreader.workspace import Workspace


@click.group()
def notes() -> None:
    """List, make and delete notes; briefreader undo takes each back."""


@notes.command("list")
@click.option("-q", "--query", default="", help="Only those on what a query asks for.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.notes/1.")
@click.pass_obj
def list_(options: LaunchOptions, *, query: str, as_json: bool) -> None:
    """List notes in the order of their articles and texts."""
    with opened(options) as workspace:
        annotated = selected_by(workspace, query).annotated
    if as_json:
        click.echo(render_notes_json(annotated))
        return
    for line in note_lines(annotated):
        click.echo(line)
    if not annotated:
        tell_no_notes(query, "No notes yet: briefreader notes add ID WORDS --weight bull")


@notes.command()
@click.argument("article_id", metavar="ID")
@click.argument("words", default="")
@click.option("-w", "--weight", default="", help="bull, bear:4 or neutral:3:60%: stance, strength, how sure you are.")
@click.option("-m", "--note", default="", help="What you say of it, in Markdown.")
@click.option("-t", "--tag", "tags", multiple=True, help="A tag; as often as you like.")
@writes
def add(workspace: Workspace, *, article_id: str, words: str, weight: str, note: str, tags: tuple[str, ...]) -> Done:
    """Make a note on WORDS, which must stand in the article once, or on the whole of it; write the note's ID."""
    _check_weight(weight or None)
    return Done(annotate_words(workspace, reading_by_id(workspace.store, article_id), words, weight, note, tags).id)


@notes.command()
@click.argument("note_id", metavar="ID")
@click.option("-w", "--weight", help="As for add; what it does not say stays.")
@click.option("-m", "--note", help="What you say of it, in place of what you said.")
@click.option("-t", "--tag", "tags", multiple=True, help="The tags from now on; as often as you like; '' for none.")
@writes
def edit(workspace: Workspace, *, note_id: str, weight: str | None, note: str | None, tags: tuple[str, ...]) -> None:
    """Change what a note says or weighs; it stays where it is."""
    if weight is None and note is None and not tags:
        raise click.UsageError("say what to change: --weight, --note or --tag")
    _check_weight(weight)
    edit_note(
        workspace, note_named(workspace.store, note_id), weight, note, tuple(filter(None, tags)) if tags else None
    )


@notes.command()
@click.argument("note_id", metavar="ID")
@click.argument("name")
@writes
def origin(workspace: Workspace, *, note_id: str, name: str) -> None:
    """Say who first reported what a piece of evidence says; none when nobody can be named."""
    set_origin(workspace, evidence_named(workspace.store, note_id), "" if name == "none" else name)


@notes.command()
@click.argument("note_id", metavar="ID")
@click.argument("thesis")
@writes
def file(workspace: Workspace, *, note_id: str, thesis: str) -> None:
    """Put evidence on a thesis, named by its title or the start of its ID; none takes it off."""
    chosen = None if thesis == "none" else thesis_named(workspace.store, thesis)
    put_on_thesis(workspace, evidence_named(workspace.store, note_id), chosen)


@notes.command()
@click.argument("note_id", metavar="ID")
@writes
def delete(workspace: Workspace, *, note_id: str) -> None:
    """Delete a note; the start of its ID is enough."""
    delete_note(workspace, note_named(workspace.store, note_id))


def _check_weight(weight: str | None) -> None:
    if weight is not None and not is_weight(weight):
        raise click.BadParameter("bull, bear or neutral, then :1 to :5, then :0% to :100%", param_hint="--weight")
