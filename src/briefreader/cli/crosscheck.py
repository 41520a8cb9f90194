"""Commands that compare claims across articles."""

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output import note_outdated
from briefreader.cli.renamed import renamed
from briefreader.cli.undoable import undoable
from briefreader.export.crosscheck import crosscheck_lines, render_crosscheck
from briefreader.views.crosscheck import claim_keyed
from briefreader.views.crosscheck import crosscheck as rows_across
from briefreader.views.reading import reading_by_id
from briefreader.workflows.verdicts import give_verdict, join_claims, part_claim, take_verdict_back
from briefreader.workspace import Workspace


@click.command()
@click.argument("article_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.crosscheck/1).")
@click.pass_obj
def crosscheck(options: LaunchOptions, *, article_id: str | None, as_json: bool) -> None:
    """Compare claims across articles, or only those of article ID."""
    with opened(options) as workspace:
        ids = [reading_by_id(workspace.store, article_id).article.id] if article_id else None
        rows = rows_across(workspace.store, ids)
        note_outdated(workspace)
    if as_json:
        click.echo(render_crosscheck(rows))
    elif not rows:
        click.echo("No claims shared by two articles yet", err=True)
    else:
        click.echo("\n".join(crosscheck_lines(rows)), nl=False)


@click.command()
@click.argument("key")
@click.argument("right", metavar="ID|none|back")
@undoable
def verdict(workspace: Workspace, *, key: str, right: str) -> None:
    """Record which article is right about a claim (KEY from crosscheck): an article ID, none, or back to remove it."""
    if right == "back":
        take_verdict_back(workspace, key)
    else:
        article = None if right == "none" else reading_by_id(workspace.store, right).article.id
        give_verdict(workspace, claim_keyed(workspace.store, key), article)


@click.group(cls=renamed(join="merge", part="remove"))
def claims() -> None:
    """Merge claims, or remove an article from one."""


@claims.command("merge")
@click.argument("key")
@click.argument("other")
@undoable
def join_two_claims(workspace: Workspace, *, key: str, other: str) -> None:
    """Merge two claims, given by their keys."""
    join_claims(workspace, claim_keyed(workspace.store, key), claim_keyed(workspace.store, other))


@claims.command("remove")
@click.argument("key")
@click.argument("article_id", metavar="ID")
@undoable
def part_an_article(workspace: Workspace, *, key: str, article_id: str) -> None:
    """Remove an article from a claim."""
    article = reading_by_id(workspace.store, article_id).article
    part_claim(workspace, claim_keyed(workspace.store, key), article.id)
