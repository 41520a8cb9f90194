"""Commands that report on all articles."""

import json
from datetime import timedelta

import click

from briefreader.cli.days import days_of
from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output import note_outdated
from briefreader.cli.output_gate import write_exact
from briefreader.export.digest import RENDERERS
from briefreader.export.entity import entity_lines, render_entity
from briefreader.export.scorecards import render_scorecards, scorecard_lines
from briefreader.export.statistics import render_statistics, statistics_lines
from briefreader.model.control_characters import on_one_line
from briefreader.views.digest import DAYS
from briefreader.views.digest import digest as digest_of
from briefreader.views.entity import entity_page
from briefreader.views.entity import glossary as explained_terms
from briefreader.views.scorecards import scorecards
from briefreader.views.statistics import statistics


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.statistics/1).")
@click.option("--ascii", "is_ascii", is_flag=True, help="Draw bars in ASCII.")
@click.pass_obj
def stats(options: LaunchOptions, *, as_json: bool, is_ascii: bool) -> None:
    """Show reading statistics."""
    with opened(options) as workspace:
        counted = statistics(workspace.store, workspace.today())
    click.echo(render_statistics(counted) if as_json else "\n".join(statistics_lines(counted, is_ascii=is_ascii)))


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
        note_outdated(workspace)
    write_exact([RENDERERS[format_](made).rstrip("\n"), "\n"])


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.sources/1).")
@click.pass_obj
def sources(options: LaunchOptions, *, as_json: bool) -> None:
    """Show each source's track record."""
    with opened(options) as workspace:
        cards = scorecards(workspace.store)
        note_outdated(workspace)
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
