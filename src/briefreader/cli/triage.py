"""The commands that decide what becomes of articles, and that read one line by line."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import cast

import click

from briefreader.cli.days import days_of
from briefreader.cli.launch import LaunchOptions, opened
from briefreader.export.linear import render_linear
from briefreader.export.statistics import render_statistics, statistics_lines
from briefreader.model.article import STATES, State
from briefreader.model.control_characters import escape_control_characters, on_one_line
from briefreader.model.errors import NotFoundError, QueryError
from briefreader.model.journal import Undone
from briefreader.model.typed_days import first_ahead
from briefreader.views.earlier import earlier_texts
from briefreader.views.reading import reading_by_id
from briefreader.views.scoring import explained, total
from briefreader.views.statistics import statistics
from briefreader.workflows.find import found_by
from briefreader.workflows.triage import mark_all, move_all, snooze
from briefreader.workflows.undo import redo, undo
from briefreader.workspace import Workspace

_WIDEST = 100


@click.command()
@click.argument("state", type=click.Choice([*STATES, "read", "unread", "snoozed"]))
@click.option("-q", "--query", "text", required=True, help="Articles that match this query.")
@click.option("--until", metavar="DAY", help="Snooze until this day.")
@click.option("--dry-run", is_flag=True, help="Only count the articles.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: number found, and what was done.")
@click.pass_obj
def move(options: LaunchOptions, *, state: str, text: str, until: str | None, dry_run: bool, as_json: bool) -> None:
    """Move or mark all articles matching a query. One undo reverts all of it."""
    if (state == "snoozed") != (until is not None):
        raise click.UsageError("Use --until DAY with snoozed, and only with it.")
    with opened(options) as workspace:
        if not text.strip():
            raise QueryError(text, 0, "the query is empty. To prevent mistakes, move needs a query.")
        day = _day_ahead(until, workspace.today()) if until else None
        keys = found_by(workspace, text, None)
        done = _moved(workspace, keys, state, day) if keys and not dry_run else None
    if as_json:
        click.echo(json.dumps({"found": len(keys), "done": done}, ensure_ascii=False))
    else:
        click.echo(done or f"found: {len(keys):,} article{'' if len(keys) == 1 else 's'}")


def _day_ahead(words: str, today: date) -> date:
    day = first_ahead(days_of(words, today, "--until"), today)
    if day is None:
        raise click.BadParameter(f"“{words}” is not a future date.", param_hint="--until")
    return day


def _moved(workspace: Workspace, keys: Sequence[int], state: str, until: date | None) -> str:
    if state in ("read", "unread"):
        return mark_all(workspace, keys, is_read=state == "read")
    return snooze(workspace, keys, until) if until else move_all(workspace, keys, cast("State", state))


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


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--ascii", "is_ascii", is_flag=True, help="ASCII only, for a screen reader or an old terminal.")
@click.option("--width", type=click.IntRange(30, 300), help="Width in columns (default: the terminal, at most 100).")
@click.option("--pager", is_flag=True, help="Show in $PAGER.")
@click.pass_obj
def read(options: LaunchOptions, *, article_id: str, is_ascii: bool, width: int | None, pager: bool) -> None:
    """Print an article with margin marks, notes and findings."""
    with opened(options) as workspace:
        reading = reading_by_id(workspace.store, article_id)
    columns = width or min(_WIDEST, shutil.get_terminal_size().columns)
    text = render_linear(reading, width=columns, is_ascii=is_ascii)
    if pager:
        click.echo_via_pager(escape_control_characters(text))  # less -R would act on them
    else:
        click.echo(text, nl=False)


@click.command()
@click.argument("article_id", metavar="ID")
@click.argument("number", type=click.IntRange(1), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per version.")
@click.pass_obj
def texts(options: LaunchOptions, *, article_id: str, number: int | None, as_json: bool) -> None:
    """List an article's earlier versions, or print one."""
    with opened(options) as workspace:
        earlier = earlier_texts(workspace.store, reading_by_id(workspace.store, article_id))
    chosen = [one for one in earlier if number in (None, one.number)]
    if number and not chosen:
        raise NotFoundError("earlier version", str(number))
    for one in chosen:
        if as_json:
            click.echo(json.dumps({**asdict(one), "taken_in_at": one.taken_in_at.isoformat()}, ensure_ascii=False))
        elif number:
            click.echo("\n".join(one.lines))
        else:
            click.echo(f"{one.number:>4}  {one.taken_in_at:%Y-%m-%d %H:%M}  {one.notes} notes")
    if not earlier and not as_json:
        click.echo("This article has no earlier versions", err=True)


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: score, and points with reasons.")
@click.pass_obj
def score(options: LaunchOptions, *, article_id: str, as_json: bool) -> None:
    """Explain an article's score."""
    with opened(options) as workspace:
        key = reading_by_id(workspace.store, article_id).article.key
        points = explained(workspace.store, key, workspace.today())
    if as_json:
        told = {"score": total(points), "points": [asdict(one) for one in points]}
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    for one in points:
        click.echo(f"{one.points:>5}  {on_one_line(one.reason)}")
    click.echo(f"{total(points):>5}  total")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.statistics/1).")
@click.option("--ascii", "is_ascii", is_flag=True, help="Draw bars in ASCII.")
@click.pass_obj
def stats(options: LaunchOptions, *, as_json: bool, is_ascii: bool) -> None:
    """Show reading statistics."""
    with opened(options) as workspace:
        counted = statistics(workspace.store, workspace.today())
    click.echo(render_statistics(counted) if as_json else "\n".join(statistics_lines(counted, is_ascii=is_ascii)))
