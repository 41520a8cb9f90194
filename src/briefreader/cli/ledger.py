"""The commands for theses, the watchlist and verdicts."""

from typing import cast

import click

from briefreader.cli.launch import LaunchOptions, opened
from briefreader.cli.writing import Done, writes
from briefreader.export.ledger_json import render_theses, render_watchlist
from briefreader.model.watch import SIDES, Outcome, Side
from briefreader.views.lookup import thesis_named, watch_item_named
from briefreader.views.reading import reading_by_id
from briefreader.views.selection import Selection
from briefreader.views.theses import theses as all_theses
from briefreader.workflows.verdicts import give_verdict, take_verdict_back
from briefreader.workflows.watch import delete_watch
from briefreader.workflows.watch import resolve as resolve_item
from briefreader.workflows.watch import watch as keep_watch
from briefreader.workflows.weigh import add_thesis, delete_thesis
from briefreader.workflows.written import Unclear, parse_thesis, parse_watch, thesis_fields
from briefreader.workspace import Workspace

_OUTCOMES: tuple[Outcome, ...] = ("happened", "did not", "void")


@click.group()
def theses() -> None:
    """List, write and delete theses; briefreader undo takes each back."""


@theses.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.theses/1.")
@click.pass_obj
def list_theses(options: LaunchOptions, *, as_json: bool) -> None:
    """List the theses, the oldest first."""
    with opened(options) as workspace:
        listed = all_theses(workspace.store)
        annotated = Selection(workspace.store).annotated if as_json else ()
    if as_json:
        click.echo(render_theses(listed, annotated))
        return
    for one in listed:
        click.echo(f"{one.id[:8]}  {one.title}")
    if not listed:
        click.echo("No theses yet: briefreader theses add TITLE", err=True)


@theses.command("add")
@click.argument("title")
@click.option("--bull", default="", help="What is true if the bulls are right.")
@click.option("--bear", default="", help="What is true if the bears are right.")
@click.option("--prior", default="50%", show_default=True, help="How likely the bull sentence is to begin with.")
@click.option("--horizon", default="", help="By when it is decided: 2026-09-30, Q3 2026.")
@writes
def add_a_thesis(workspace: Workspace, /, **written: str) -> Done:
    """Write a thesis, and write out its ID."""
    words = parse_thesis({**thesis_fields(None), **written}, workspace.clock().date())
    if isinstance(words, Unclear):
        raise click.BadParameter(words.problem, param_hint=words.field)
    return Done(add_thesis(workspace, words).id)


@theses.command("delete")
@click.argument("name", metavar="THESIS")
@writes
def delete_a_thesis(workspace: Workspace, *, name: str) -> None:
    """Delete a thesis, named by its title or the start of its ID; its evidence is then on none."""
    delete_thesis(workspace, thesis_named(workspace.store, name))


@click.group()
def watch() -> None:
    """List, add, answer and delete what you watch for; briefreader undo takes each back."""


@watch.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.watchlist/1.")
@click.pass_obj
def list_watch(options: LaunchOptions, *, as_json: bool) -> None:
    """List what you watch for, the first due first."""
    with opened(options) as workspace:
        selection = Selection(workspace.store)
        items, titles = selection.watch_items, selection.thesis_titles
    if as_json:
        click.echo(render_watchlist(items, titles))
        return
    for one in items:
        outcome = f"  ({one.resolution.outcome})" if one.resolution else ""
        click.echo(f"{one.id[:8]}  {one.due.last}  {one.question}{outcome}")
    if not items:
        click.echo("Nothing yet: briefreader watch add QUESTION --due 2026-09-30", err=True)


@watch.command("add")
@click.argument("question")
@click.option("--due", required=True, help="By when: 2026-09-30, Q3 2026, late 2027, in 3 weeks.")
@click.option("--probability", default="", help="How likely a yes is, such as 70%.")
@click.option("--side", type=click.Choice(SIDES), default="either", show_default=True)
@click.option("--article", "article_id", help="The ID of the article that it comes from.")
@writes
def add_watch(workspace: Workspace, /, *, side: str, article_id: str | None, **written: str) -> Done:
    """Watch for something whose answer is yes or no, and write out its ID."""
    words = parse_watch(written, workspace.clock().date(), cast("Side", side))
    if isinstance(words, Unclear):
        raise click.BadParameter(words.problem, param_hint=words.field)
    reading = reading_by_id(workspace.store, article_id) if article_id else None
    return Done(keep_watch(workspace, words, reading, None).id)


@watch.command()
@click.argument("item_id", metavar="ID")
@click.argument("outcome", type=click.Choice(_OUTCOMES))
@click.option("-m", "--note", default="", help="How you know.")
@writes
def answer(workspace: Workspace, *, item_id: str, outcome: str, note: str) -> None:
    """Say how it turned out."""
    resolve_item(workspace, watch_item_named(workspace.store, item_id), cast("Outcome", outcome), note)


@watch.command("delete")
@click.argument("item_id", metavar="ID")
@writes
def delete_item(workspace: Workspace, *, item_id: str) -> None:
    """Watch for it no more."""
    delete_watch(workspace, watch_item_named(workspace.store, item_id))


@click.command()
@click.argument("key")
@click.argument("right", metavar="ID|none|back")
@writes
def verdict(workspace: Workspace, *, key: str, right: str) -> None:
    """Say which article is right on a claim of briefreader crosscheck, none of them, or take it back."""
    if right == "back":
        take_verdict_back(workspace, key)
    else:
        article = None if right == "none" else reading_by_id(workspace.store, right).article.id
        give_verdict(workspace, key, article)
