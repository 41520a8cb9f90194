"""The commands about feeds."""

import json
from datetime import datetime
from pathlib import Path

import click

from briefreader.cli.options import LaunchOptions, online, opened
from briefreader.cli.output import report_problems
from briefreader.cli.output_gate import show_progress, write_exact
from briefreader.cli.undoable import CommandResult, undoable
from briefreader.model.control_characters import on_one_line
from briefreader.model.errors import UnreadableError
from briefreader.model.feed import Feed, FeedState, clock_words
from briefreader.views.feeds import feed_list
from briefreader.workflows.folder import TakenFromFolder, take_in_folder
from briefreader.workflows.pages import PageFetched
from briefreader.workflows.refresh import Refreshed
from briefreader.workflows.refresh import refresh as refresh_feeds
from briefreader.workflows.subscribe import (
    change_feed,
    find_feed,
    follow_move,
    import_opml,
    opml,
    subscribe,
    unsubscribe,
)
from briefreader.workspace import Workspace


@click.group()
def feeds() -> None:
    """Manage feed subscriptions."""


@feeds.command("add")
@click.argument("url", metavar="ADDRESS")
@click.option("--title", default="", help="Name (default: the feed's own title).")
@click.option("--folder", default="", help="Folder; use / for subfolders.")
@click.option("--full-text", is_flag=True, help="Fetch each article's full text.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def add(options: LaunchOptions, *, url: str, title: str, folder: str, full_text: bool, as_json: bool) -> None:
    """Subscribe to a feed, or to the feed that a page links to."""
    with online(options) as workspace:
        done = subscribe(workspace, url, title=title, folder=folder, full_text=full_text)
    if as_json:
        others = [{"url": other.url, "title": other.title} for other in done.others]
        told = {"url": done.feed.url, "title": done.feed.title, "new": done.is_new, "others": others}
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo(f"{'subscribed' if done.is_new else 'already subscribed'}: {done.feed.title}  {done.feed.url}")
    for other in done.others:
        click.echo(f"the page also links to: {other.url}  {other.title}", err=True)


@feeds.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per feed (schema briefreader.feed/1).")
@click.pass_obj
def list_(options: LaunchOptions, *, as_json: bool) -> None:
    """List feeds by folder with their status."""
    with opened(options) as workspace:
        listed, now = feed_list(workspace.store), workspace.clock()
    for feed, state in listed:
        click.echo(_feed_json(feed, state) if as_json else _feed_line(feed, state, now))
    if not listed and not as_json:
        click.echo(
            "No feeds yet. To add some, run briefreader feeds add ADDRESS or briefreader feeds import FILE.opml.",
            err=True,
        )


@feeds.command("remove")
@click.argument("words", metavar="FEED")
@undoable
def remove(workspace: Workspace, *, words: str) -> CommandResult:
    """Unsubscribe from a feed and keep its articles. FEED is its address or title, or a unique part of either."""
    feed = find_feed(workspace, words)
    unsubscribe(workspace, feed)
    return CommandResult(words=f"unsubscribed: {feed.title}  {feed.url}")


@feeds.command("rename")
@click.argument("words", metavar="FEED")
@click.option("--title", help="Name.")
@click.option("--folder", help="Folder; empty for none.")
@click.option("--full-text/--no-full-text", default=None, help="Fetch each article's full text.")
@undoable
def rename(workspace: Workspace, *, words: str, **changes: str | bool | None) -> CommandResult:
    """Change a feed's name, folder or full-text setting."""
    given = {name: value for name, value in changes.items() if value is not None}
    feed = change_feed(workspace, find_feed(workspace, words), **given)
    whole = "full text" if feed.full_text else "text from the feed"
    return CommandResult(words=f"{feed.title}  {feed.folder or '(no folder)'}  {whole}")


@feeds.command("move")
@click.argument("words", metavar="FEED")
@undoable
def move(workspace: Workspace, *, words: str) -> CommandResult:
    """Use the feed's new address."""
    moved = follow_move(workspace, find_feed(workspace, words))
    return CommandResult(words=f"{moved.title} is now fetched from {moved.url}")


@feeds.command("import")
@click.argument("place", metavar="FILE.opml", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: the new addresses.")
@click.pass_obj
def import_(options: LaunchOptions, *, place: Path, as_json: bool) -> int:
    """Subscribe to the feeds in an OPML file (http and https only)."""
    with opened(options) as workspace:
        new, refused = import_opml(workspace, place)
    words = f"{len(new)} new feed{'' if len(new) == 1 else 's'}"
    click.echo(json.dumps({"new": [feed.url for feed in new]}) if as_json else words)
    return report_problems(refused)


@feeds.command("export")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, allow_dash=True), default="-", help="Write to this new file."
)
@click.pass_obj
def export(options: LaunchOptions, *, output: Path) -> None:
    """Export all feeds as OPML."""
    with opened(options) as workspace:
        text = opml(workspace)
    if str(output) == "-":
        write_exact([text])
        return
    try:
        with output.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise UnreadableError(str(output), f"could not write: {error.strerror}") from error


@click.command()
@click.option("--feed", "wanted", multiple=True, metavar="FEED", help="Only this feed. Repeat for several.")
@click.option("--now", "at_once", is_flag=True, help="Also feeds that are not due yet.")
@click.option("--force", "forced", is_flag=True, help="Also feeds whose server asked to wait.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per feed (schema briefreader.refresh/1).")
@click.pass_obj
def refresh(options: LaunchOptions, *, wanted: tuple[str, ...], at_once: bool, forced: bool, as_json: bool) -> int:
    """Fetch new articles from the feeds that are due, or from all."""
    failed = new = changed = 0
    with online(options) as workspace:
        if not wanted and workspace.settings.inbox_folder:
            taken = take_in_folder(workspace)
            new, changed, failed = taken.new, taken.changed, len(taken.problems)
            _show_folder(workspace.settings.inbox_folder, taken, as_json=as_json)
        only = [find_feed(workspace, words) for words in wanted] or None
        at_once = at_once or bool(wanted)
        for one in refresh_feeds(workspace, only=only, at_once=at_once, forced=forced):
            if isinstance(one, Refreshed):
                failed, new, changed = failed + (one.outcome == "failed"), new + one.new, changed + one.changed
            if as_json:
                click.echo(_refreshed_json(one))
            else:
                _show_progress(one, _why_not(one, workspace.clock()) if at_once else "")
    if not as_json:
        click.echo(f"{new} new, {changed} changed{f', {failed} failed' if failed else ''}")
    return 1 if failed else 0


def _show_folder(folder: str, taken: TakenFromFolder, *, as_json: bool) -> None:
    if as_json:
        errors = [str(problem) for problem in taken.problems]
        told = {"schema": "briefreader.refresh/1", "folder": folder, "new": taken.new, "changed": taken.changed}
        click.echo(json.dumps({**told, "errors": errors}, ensure_ascii=False))
        return
    report_problems(taken.problems)
    if taken.new or taken.changed:
        click.echo(f"{on_one_line(folder)}: {_brought(taken.new, taken.changed)}")


def _brought(new: int, changed: int) -> str:
    return f"{new} new{f', {changed} changed' if changed else ''}"


def _why_not(one: Refreshed | PageFetched, now: datetime) -> str:
    """Return, in words, why a feed was not asked that the reader wants asked now."""
    until = one.state.waits_until(now) if isinstance(one, Refreshed) and one.outcome == "waits" else None
    return (
        f"the server asked to wait until {clock_words(until, now)}. To refresh it anyway, add --force." if until else ""
    )


def _show_progress(one: Refreshed | PageFetched, why_not: str) -> None:
    bar = "█" * round(20 * one.done / one.total)
    what = one.feed.title if isinstance(one, Refreshed) else one.url
    show_progress(f"{bar:░<20} {one.done}/{one.total}  {what[:40]}" if one.done < one.total else "")
    if isinstance(one, PageFetched):
        return
    if one.outcome == "failed" or why_not:
        click.echo(on_one_line(f"briefreader: {one.feed.title}: {why_not or one.state.error}"), err=True)
    elif one.outcome == "new":
        click.echo(f"{one.feed.title}: {_brought(one.new, one.changed)}")


def _refreshed_json(one: Refreshed | PageFetched) -> str:
    told: dict[str, object] = {"schema": "briefreader.refresh/1", "feed": one.feed.url}
    if isinstance(one, PageFetched):
        told |= {"page": one.url, "error": one.problem}
    else:
        told |= {"outcome": one.outcome, "new": one.new, "changed": one.changed}
        told |= {"error": one.state.error, "notes": one.state.remarks}
        told |= {"next_at": one.state.next_at and one.state.next_at.isoformat()}
    return json.dumps({**told, "done": one.done, "total": one.total}, ensure_ascii=False)


def _feed_json(feed: Feed, state: FeedState) -> str:
    told = {"url": feed.url, "title": feed.title, "folder": feed.folder, "full_text": feed.full_text}
    times = {"fetched_at": state.fetched_at, "next_at": state.next_at, "failing_since": state.failing_since}
    rest = {name: at and at.isoformat() for name, at in times.items()}
    wrong = {
        "error": state.error,
        "must_wait": state.must_wait,
        "gone": state.is_gone,
        "moved_to": state.moved_to,
        "notes": state.remarks,
    }
    return json.dumps({"schema": "briefreader.feed/1", **told, **rest, **wrong}, ensure_ascii=False)


def _feed_line(feed: Feed, state: FeedState, now: datetime) -> str:
    folder = f"{feed.folder}/" if feed.folder else ""
    return f"{folder}{feed.title}  {feed.url}\n    {on_one_line(state.in_words(now))}"
