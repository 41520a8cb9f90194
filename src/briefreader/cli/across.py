"""The commands that compare articles."""

import json
from datetime import timedelta

import click

from briefreader.cli.days import days_of
from briefreader.cli.launch import LaunchOptions, opened
from briefreader.cli.output_gate import write_exact
from briefreader.cli.problems import tell_lines
from briefreader.cli.renamed import renamed
from briefreader.cli.writing import writes
from briefreader.export.articles_json import render_related
from briefreader.export.crosscheck import crosscheck_lines, render_crosscheck
from briefreader.export.digest import RENDERERS
from briefreader.export.entity import entity_lines, render_entity
from briefreader.export.scorecards import render_scorecards, scorecard_lines
from briefreader.export.stories import render_stories, story_lines
from briefreader.model.control_characters import on_one_line
from briefreader.views.crosscheck import claim_keyed
from briefreader.views.crosscheck import crosscheck as rows_across
from briefreader.views.digest import DAYS
from briefreader.views.digest import digest as digest_of
from briefreader.views.entity import entity_page
from briefreader.views.entity import glossary as explained_terms
from briefreader.views.outdated import has_outdated
from briefreader.views.reading import reading_by_id
from briefreader.views.related import MOST
from briefreader.views.related import related as related_to
from briefreader.views.scorecards import scorecards
from briefreader.views.stories import stories as all_stories
from briefreader.workflows.stories import merge_stories, split_off
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
        _tell_outdated(workspace)
    if as_json:
        click.echo(render_crosscheck(rows))
    elif not rows:
        click.echo("No claims shared by two articles yet", err=True)
    else:
        click.echo("\n".join(crosscheck_lines(rows)), nl=False)


def _tell_outdated(workspace: Workspace) -> None:
    """Say on standard error that a comparison leaves articles out."""
    if has_outdated(workspace.store):
        click.echo("Note: articles analysed by an older version are not compared. Run briefreader reanalyse.", err=True)


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
        tell_lines(lines, "No related articles")


@click.command()
@click.argument("key")
@click.argument("right", metavar="ID|none|back")
@writes
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
@writes
def join_two_claims(workspace: Workspace, *, key: str, other: str) -> None:
    """Merge two claims, given by their keys."""
    join_claims(workspace, claim_keyed(workspace.store, key), claim_keyed(workspace.store, other))


@claims.command("remove")
@click.argument("key")
@click.argument("article_id", metavar="ID")
@writes
def part_an_article(workspace: Workspace, *, key: str, article_id: str) -> None:
    """Remove an article from a claim."""
    article = reading_by_id(workspace.store, article_id).article
    part_claim(workspace, claim_keyed(workspace.store, key), article.id)


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
@writes
def join_to_story(workspace: Workspace, *, article_ids: tuple[str, ...]) -> None:
    """Group articles, and their stories, as one story."""
    keys = [reading_by_id(workspace.store, id_).article.key for id_ in article_ids]
    if len(set(keys)) == 1:
        raise click.UsageError("Give at least two articles.")
    merge_stories(workspace, keys)


@stories.command("ungroup")
@click.argument("article_id", metavar="ID")
@writes
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


@click.command()
@click.option("--since", metavar="DAY", help="First day (default: six days before the last).")
@click.option("--as-of", metavar="DAY", help="Last day (default: today).")
@click.option("--format", "format_", type=click.Choice([*RENDERERS]), default="markdown", show_default=True)
@click.pass_obj
def digest(options: LaunchOptions, *, since: str | None, as_of: str | None, format_: str) -> None:
    """Summarise what is new since a date."""
    with opened(options) as workspace:
        today = workspace.today()
        last = days_of(as_of, today, "--as-of", "back").last if as_of else today
        first = days_of(since, today, "--since", "back").first if since else last - timedelta(days=DAYS - 1)
        if first > last:
            raise click.BadParameter("The first day must not be after the last.", param_hint="--since")
        made = digest_of(workspace.store, first, last)
        _tell_outdated(workspace)
    write_exact([RENDERERS[format_](made).rstrip("\n"), "\n"])


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.sources/1).")
@click.pass_obj
def sources(options: LaunchOptions, *, as_json: bool) -> None:
    """Show each source's track record."""
    with opened(options) as workspace:
        cards = scorecards(workspace.store)
        _tell_outdated(workspace)
    if as_json:
        click.echo(render_scorecards(cards))
    elif not cards:
        click.echo("No track records yet. Press v on a claim to record a verdict.", err=True)
    else:
        click.echo("\n".join(scorecard_lines(cards)))


@click.command()
@click.argument("name")
@click.option("--ascii", "is_ascii", is_flag=True, help="Draw bars in ASCII.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.entity/1).")
@click.pass_obj
def entity(options: LaunchOptions, *, name: str, is_ascii: bool, as_json: bool) -> None:
    """Show everything about a name: events by day, and figures over time."""
    with opened(options) as workspace:
        page = entity_page(workspace.store, name, workspace.today())
    click.echo(render_entity(page) if as_json else "\n".join(map(on_one_line, entity_lines(page, is_ascii=is_ascii))))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.glossary/1).")
@click.pass_obj
def glossary(options: LaunchOptions, *, as_json: bool) -> None:
    """List defined terms, each with its article."""
    with opened(options) as workspace:
        terms = explained_terms(workspace.store, workspace.today())
    if as_json:
        rows = [{"term": one.term, "meaning": one.meaning, "article": one.article.id} for one in terms]
        click.echo(json.dumps({"schema": "briefreader.glossary/1", "terms": rows}, ensure_ascii=False))
    for one in [] if as_json else terms:
        click.echo(f"{on_one_line(one.term)}: {on_one_line(one.meaning)}\n    {one.article.name}")
