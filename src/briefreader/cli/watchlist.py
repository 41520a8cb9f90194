"""The commands for the watchlist."""

from collections.abc import Mapping
from typing import cast

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output import print_lines
from briefreader.cli.renamed import renamed
from briefreader.cli.undoable import CommandResult, undoable
from briefreader.export.foresight import foresight_lines, render_foresight
from briefreader.export.ledger_json import render_watchlist
from briefreader.model.ids import ThesisId
from briefreader.model.thesis import Thesis
from briefreader.model.watch import OUTCOME_NAMES, SIDES, Outcome, Side, WatchItem
from briefreader.views.lookup import thesis_named, watch_item_named
from briefreader.views.reading import reading_by_id
from briefreader.views.selection import Selection
from briefreader.views.watchlist import foresight_of
from briefreader.workflows.annotate_words import passage_of
from briefreader.workflows.watch import WatchWords, change_watch, delete_watch, put_watch_on_thesis
from briefreader.workflows.watch import reopen as reopen_item
from briefreader.workflows.watch import resolve as resolve_item
from briefreader.workflows.watch import watch as keep_watch
from briefreader.workflows.written import Unclear, parse_watch, watch_fields
from briefreader.workspace import Workspace

_OUTCOMES: tuple[Outcome, ...] = ("happened", "did not", "void")


@click.group(cls=renamed(answer="resolve", change="edit", file="assign", foresight="forecasts"))
def watch() -> None:
    """Manage the watchlist."""


@watch.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.watchlist/1).")
@click.pass_obj
def list_(options: LaunchOptions, *, as_json: bool) -> None:
    """List watch items, earliest due first."""
    with opened(options) as workspace:
        selection = Selection(workspace.store)
        items, titles = selection.watch_items, selection.thesis_titles
    if as_json:
        click.echo(render_watchlist(items, titles))
    else:
        print_lines(
            map(_line, items),
            "The watchlist is empty. To add an item, run briefreader watch add QUESTION --due 2026-09-30.",
        )


@watch.command("forecasts")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.foresight/1).")
@click.pass_obj
def foresight(options: LaunchOptions, *, as_json: bool) -> None:
    """Show your forecast record."""
    with opened(options) as workspace:
        found = foresight_of(Selection(workspace.store).watch_items)
    click.echo(render_foresight(found) if as_json else "\n".join(foresight_lines(found)))


@watch.command()
@click.argument("question")
@click.option("--due", required=True, help="Due date: 2026-09-30, Q3 2026, late 2027, in 3 weeks.")
@click.option("--probability", default="", help="Probability of yes, for example 70%.")
@click.option("--side", type=click.Choice(SIDES), default="either", show_default=True)
@click.option("--thesis", help="Thesis, by title or ID.")
@click.option("--article", "article_id", help="ID of the source article.")
@click.option("--words", help="Quoted words, which must occur exactly once in the article.")
@undoable
def add(
    workspace: Workspace, /, *, article_id: str | None, words: str | None, thesis: str | None, **written: str
) -> CommandResult:
    """Add a watch item with a yes/no question and print its ID."""
    if (article_id is None) != (words is None):
        raise click.UsageError("Use --article and --words together.")
    reading = reading_by_id(workspace.store, article_id) if article_id else None
    span = passage_of(reading, words) if reading and words else None
    on = _thesis(workspace, thesis or "none")
    item = _parsed(workspace, written, on.id if on else None)
    return CommandResult(keep_watch(workspace, item, reading, span).id)


@watch.command("edit")
@click.argument("item_id", metavar="ID")
@click.option("--question", help="Yes/no question.")
@click.option("--due", help="Due date.")
@click.option("--probability", help="Probability of yes; empty for none.")
@click.option("--side", type=click.Choice(SIDES), help="Which side a yes supports.")
@undoable
def change(workspace: Workspace, /, *, item_id: str, **written: str | None) -> None:
    """Edit a watch item. Fields that you omit stay unchanged."""
    item = watch_item_named(workspace.store, item_id)
    given = {name: value for name, value in written.items() if value is not None}
    change_watch(
        workspace, item, _parsed(workspace, {**watch_fields(item), "side": item.side, **given}, item.thesis_id)
    )


@watch.command("resolve")
@click.argument("item_id", metavar="ID")
@click.argument("outcome", type=click.Choice(_OUTCOMES))
@click.option("-m", "--note", default="", help="What happened.")
@undoable
def answer(workspace: Workspace, *, item_id: str, outcome: str, note: str) -> None:
    """Record the outcome of a watch item."""
    resolve_item(workspace, watch_item_named(workspace.store, item_id), cast("Outcome", outcome), note)


@watch.command()
@click.argument("item_id", metavar="ID")
@undoable
def reopen(workspace: Workspace, *, item_id: str) -> None:
    """Reopen a watch item."""
    reopen_item(workspace, watch_item_named(workspace.store, item_id))


@watch.command("assign")
@click.argument("item_id", metavar="ID")
@click.argument("thesis")
@undoable
def file(workspace: Workspace, *, item_id: str, thesis: str) -> None:
    """Assign a watch item to a thesis, given by title or ID; none unassigns it."""
    put_watch_on_thesis(workspace, watch_item_named(workspace.store, item_id), _thesis(workspace, thesis))


@watch.command()
@click.argument("item_id", metavar="ID")
@undoable
def delete(workspace: Workspace, *, item_id: str) -> None:
    """Delete a watch item."""
    delete_watch(workspace, watch_item_named(workspace.store, item_id))


def _line(item: WatchItem) -> str:
    outcome = f"  ({OUTCOME_NAMES[item.resolution.outcome]})" if item.resolution else ""
    return f"{item.id[:8]}  {item.due.last}  {item.question}{outcome}"


def _thesis(workspace: Workspace, name: str) -> Thesis | None:
    return None if name == "none" else thesis_named(workspace.store, name)


def _parsed(workspace: Workspace, written: Mapping[str, str], thesis_id: ThesisId | None) -> WatchWords:
    words = parse_watch(written, workspace.today(), cast("Side", written["side"]), thesis_id)
    if isinstance(words, Unclear):
        raise click.BadParameter(words.problem, param_hint=words.field)
    return words
