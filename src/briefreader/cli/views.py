"""The commands for views: queries that are kept, and rules that act on what arrives."""

import json
from typing import cast

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.renamed import renamed
from briefreader.cli.undoable import CommandResult, undoable
from briefreader.model.saved_view import RULE_ACTIONS, RuleAction
from briefreader.views.saved_views import counted_views, view_named
from briefreader.workflows.rules import set_rule
from briefreader.workflows.saved_views import forget_view, keep_view, move_view, rename_view
from briefreader.workspace import Workspace


@click.group(cls=renamed(remove="delete"))
def views() -> None:
    """Manage saved searches and rules."""


@views.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.views/1).")
@click.pass_obj
def list_(options: LaunchOptions, *, as_json: bool) -> None:
    """List saved searches in your order, with the number of articles in each."""
    with opened(options) as workspace:
        counted = counted_views(workspace.store, workspace.today())
    if as_json:
        rows = [
            {"name": view.name, "query": view.query, "articles": count, "on_arrival": view.on_arrival}
            for view, count in counted
        ]
        click.echo(json.dumps({"schema": "briefreader.views/1", "views": rows}, ensure_ascii=False))
        return
    if not counted:
        click.echo("No saved searches yet. To add one, run briefreader views add NAME QUERY.", err=True)
    for view, count in counted:
        rule = f"  (new articles: {RULE_ACTIONS[view.on_arrival]})" if view.on_arrival else ""
        click.echo(f"{'?' if count is None else f'{count:,}':>7}  {view.name}  / {view.query}{rule}")


@views.command()
@click.argument("name")
@click.argument("query")
@undoable
def add(workspace: Workspace, *, name: str, query: str) -> None:
    """Save a search under a name."""
    keep_view(workspace, name, query)


@views.command()
@click.argument("name")
@click.argument("new_name")
@undoable
def rename(workspace: Workspace, *, name: str, new_name: str) -> None:
    """Rename a saved search."""
    rename_view(workspace, view_named(workspace.store, name), new_name)


@views.command()
@click.argument("name")
@click.argument("way", type=click.Choice(["up", "down"]))
@undoable
def move(workspace: Workspace, *, name: str, way: str) -> None:
    """Move a saved search up or down."""
    move_view(workspace, view_named(workspace.store, name), -1 if way == "up" else 1)


@views.command("delete")
@click.argument("name")
@undoable
def remove(workspace: Workspace, *, name: str) -> None:
    """Delete a saved search. Its articles are kept."""
    forget_view(workspace, view_named(workspace.store, name))


@views.command()
@click.argument("name")
@click.argument("action", type=click.Choice([*RULE_ACTIONS, "none"]))
@undoable
def rule(workspace: Workspace, *, name: str, action: str) -> CommandResult:
    """Apply an action to new articles that match a saved search; none turns the rule off."""
    set_rule(workspace, view_named(workspace.store, name), None if action == "none" else cast("RuleAction", action))
    return CommandResult(words=view_named(workspace.store, name).rule or f"Rule {name} turned off")
