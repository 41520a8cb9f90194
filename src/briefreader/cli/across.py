"""The commands that hold articles against one another."""

import click

from briefreader.cli.launch import LaunchOptions, opened
from briefreader.export.crosscheck import crosscheck_lines, render_crosscheck
from briefreader.views.crosscheck import crosscheck as rows_across
from briefreader.views.reading import reading_by_id


@click.command()
@click.argument("article_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.crosscheck/1.")
@click.pass_obj
def crosscheck(options: LaunchOptions, *, article_id: str | None, as_json: bool) -> None:
    """List what several articles say, whose word it is, and where they disagree; with ID, of one article's claims."""
    with opened(options) as workspace:
        ids = [reading_by_id(workspace.store, article_id).article.id] if article_id else None
        rows = rows_across(workspace.store, ids)
    if as_json:
        click.echo(render_crosscheck(rows))
    elif not rows:
        click.echo("Nothing that two articles say yet", err=True)
    else:
        click.echo("\n".join(crosscheck_lines(rows)), nl=False)
