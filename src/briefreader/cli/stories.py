"""Commands for stories and related articles."""

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output import print_lines
from briefreader.cli.renamed import renamed
from briefreader.cli.undoable import undoable
from briefreader.export.articles_json import render_related
from briefreader.export.stories import render_stories, story_lines
from briefreader.views.reading import reading_by_id
from briefreader.views.related import MOST
from briefreader.views.related import related as related_to
from briefreader.views.stories import stories as all_stories
from briefreader.workflows.stories import merge_stories, split_off
from briefreader.workspace import Workspace


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("-n", "--most", type=click.IntRange(1, 40), default=MOST, show_default=True, help="Number of articles.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.related/1).")
@click.pass_obj
def related(options: LaunchOptions, *, article_id: str, most: int, as_json: bool) -> None:
    """List related articles, closest first, with the reason for each."""
    with opened(options) as workspace:
        found = related_to(workspace.store, reading_by_id(workspace.store, article_id).article.key, most)
    if as_json:
        click.echo(render_related(found))
    else:
        lines = (f"{one.article.id[:8]}  {one.article.name:.60}\n          {one.reason}" for one in found)
        print_lines(lines, "No related articles")


@click.group(cls=renamed(join="group", part="ungroup"), invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.stories/1).")
@click.pass_context
def stories(context: click.Context, *, as_json: bool) -> None:
    """List stories (articles about one event), or group and ungroup articles."""
    if as_json and context.invoked_subcommand:
        raise click.UsageError(f"Put --json after {context.invoked_subcommand}.")
    if context.invoked_subcommand is None:
        _list_stories(context.obj, as_json=as_json)


@stories.command("group")
@click.argument("article_ids", metavar="ID…", nargs=-1, required=True)
@undoable
def join_to_story(workspace: Workspace, *, article_ids: tuple[str, ...]) -> None:
    """Group articles, and their stories, as one story."""
    keys = [reading_by_id(workspace.store, id_).article.key for id_ in article_ids]
    if len(set(keys)) == 1:
        raise click.UsageError("Give at least two articles.")
    merge_stories(workspace, keys)


@stories.command("ungroup")
@click.argument("article_id", metavar="ID")
@undoable
def part_from_story(workspace: Workspace, *, article_id: str) -> None:
    """Remove an article from its story."""
    split_off(workspace, reading_by_id(workspace.store, article_id).article.key)


def _list_stories(options: LaunchOptions, *, as_json: bool) -> None:
    with opened(options) as workspace:
        found = all_stories(workspace.store)
    if as_json:
        click.echo(render_stories(found))
    elif not found:
        click.echo("No stories found", err=True)
    else:
        click.echo("\n".join(story_lines(found)), nl=False)
