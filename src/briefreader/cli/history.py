"""Commands for the history of changes."""

import json
from dataclasses import asdict

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.model.journal import Undone
from briefreader.views.log import last_batches
from briefreader.workflows.undo import redo, undo


@click.command()
@click.option("-n", "--most", type=click.IntRange(1), default=20, show_default=True, help="Number of changes.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per change.")
@click.pass_obj
def log(options: LaunchOptions, *, most: int, as_json: bool) -> None:
    """Show recent changes, newest first."""
    with opened(options) as workspace:
        batches = last_batches(workspace.store, most)
    for batch in batches:
        if as_json:
            click.echo(json.dumps({**asdict(batch), "at": batch.at.isoformat()}, ensure_ascii=False))
        else:
            status = "" if batch.status == "done" else f"  ({batch.status})"
            click.echo(f"{batch.number:>6}  {batch.at:%Y-%m-%d %H:%M:%S}  {batch.verb}{status}")


@click.command("undo")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: the change undone.")
@click.pass_obj
def undo_last(options: LaunchOptions, *, as_json: bool) -> None:
    """Undo the last change, made in the app or by a command."""
    with opened(options) as workspace:
        undone = undo(workspace)
    _say_undone("undid", undone, as_json=as_json)


@click.command("redo")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: the change redone.")
@click.pass_obj
def redo_last(options: LaunchOptions, *, as_json: bool) -> None:
    """Redo the last undone change."""
    with opened(options) as workspace:
        undone = redo(workspace)
    _say_undone("redid", undone, as_json=as_json)


def _say_undone(word: str, undone: Undone | None, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"verb": undone.verb if undone else None}, ensure_ascii=False))
    elif undone:
        click.echo(f"{word}: {undone.verb}")
    else:
        click.echo("Nothing to undo or redo", err=True)
