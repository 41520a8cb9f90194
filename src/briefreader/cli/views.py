"""The commands for views: queries that are kept, and rules that act on what arrives."""

import json
from typing import cast

import click

from briefreader.cli.launch import LaunchOptions, opened
from briefreader.model.saved_view import RULE_ACTIONS, RuleAction
from briefreader.views.saved_views import counted_views, view_named
from briefreader.workflows.rules import set_rule
from briefreader.workflows.saved_views import forget_view, keep_view, rename_view


@click.group()
def views() -> None:
    """Keep queries under a name, and make them rules, which act on what arrives."""


@views.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.views/1.")
@click.pass_obj
def list_(options: LaunchOptions, *, as_json: bool) -> None:
    """List the views, in your order, with how many articles each finds."""
    with opened(options) as workspace:
        counted = counted_views(workspace.store, workspace.clock().date())
    if as_json:
        rows = [
            {"name": view.name, "query": view.query, "articles": count, "on_arrival": view.on_arrival}
            for view, count in counted
        ]
        click.echo(json.dumps({"schema": "briefreader.views/1", "views": rows}, ensure_ascii=False))
        return
    if not counted:
        click.echo("No views yet: briefreader views add NAME QUERY", err=True)
    for view, count in counted:
        rule = f"  (on arrival: {RULE_ACTIONS[view.on_arrival]})" if view.on_arrival else ""
        click.echo(f"{'?' if count is None else f'{count:,}':>7}  {view.name}  / {view.query}{rule}")


@views.command()
@click.argument("name")
@click.argument("query")
@click.pass_obj
def add(options: LaunchOptions, *, name: str, query: str) -> None:
    """Keep a query under a name."""
    with opened(options) as workspace:
        keep_view(workspace, name, query)


@views.command()
@click.argument("name")
@click.argument("new_name")
@click.pass_obj
def rename(options: LaunchOptions, *, name: str, new_name: str) -> None:
    """Give a view another name."""
    with opened(options) as workspace:
        rename_view(workspace, view_named(workspace.store, name), new_name)


@views.command()
@click.argument("name")
@click.pass_obj
def remove(options: LaunchOptions, *, name: str) -> None:
    """Forget a view; what it finds stays, and u in the app brings it back."""
    with opened(options) as workspace:
        forget_view(workspace, view_named(workspace.store, name))


@views.command()
@click.argument("name")
@click.argument("action", type=click.Choice([*RULE_ACTIONS, "none"]))
@click.pass_obj
def rule(options: LaunchOptions, *, name: str, action: str) -> None:
    """Say what becomes of what arrives from now on and fits a view; none makes it a mere view again."""
    with opened(options) as workspace:
        set_rule(workspace, view_named(workspace.store, name), None if action == "none" else cast("RuleAction", action))
        click.echo(view_named(workspace.store, name).rule or f"{name} is a mere view")
