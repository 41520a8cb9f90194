"""Commands for articles."""

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import cast

import click

from briefreader.cli.days import days_of
from briefreader.cli.exit_codes import EXIT_STOPPED
from briefreader.cli.options import LaunchOptions, online, opened
from briefreader.cli.output import report_problems
from briefreader.cli.stopping import stopping
from briefreader.cli.undoable import CommandResult, undoable
from briefreader.export.articles_json import render_list, render_reading
from briefreader.export.linear import render_linear
from briefreader.model.article import LISTS, STATES, ArticleRow, ListName, State
from briefreader.model.control_characters import escape_control_characters, on_one_line, readable_name
from briefreader.model.errors import NotFoundError, QueryError, UnreadableError
from briefreader.model.evidence import Field
from briefreader.model.query import ORDERS, Order
from briefreader.model.typed_days import first_ahead
from briefreader.views.earlier import earlier_texts
from briefreader.views.inbox import rows_in_order
from briefreader.views.passages import why_claims
from briefreader.views.reading import Reading, reading_by_id
from briefreader.views.saved_views import in_view
from briefreader.views.scoring import explained, total
from briefreader.workflows.add import Added, add_files, add_text
from briefreader.workflows.edit import edit_details, publish_as
from briefreader.workflows.find import found_by
from briefreader.workflows.triage import mark_all, move_all, snooze
from briefreader.workspace import Workspace

_OUTCOMES = {"added": "added", "revised": "new version", "known": "already stored"}
_WIDEST = 100
_FIELDS: dict[str, Field] = {
    "title": "title",
    "publisher": "publisher",
    "byline": "byline",
    "date": "date",
    "source": "origin",
    "url": "url",
}


@click.command()
@click.argument("places", metavar="PLACE…", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per article.")
@click.pass_obj
def add(options: LaunchOptions, *, places: tuple[str, ...], as_json: bool) -> int:
    """Add articles from files, folders, URLs or stdin (-).

    Formats: text, Markdown, HTML, mail (.eml, .mbox, Maildir), feeds, EPUB, and PDF with the pdf extra.
    """
    pages = [place for place in places if place.startswith(("http://", "https://"))]
    with online(options) if pages else opened(options) as workspace:
        files = [Path(place) for place in places if place not in (*pages, "-")]
        with stopping() as stop:
            added, problems = add_files(workspace, files, stop.update, lambda: stop.is_asked)
        skipped = [place for place in places if place == "-" or place in pages] if stop.is_asked else []
        pages = [page for page in pages if page not in skipped]
        if "-" in places and "-" not in skipped:
            piped, wrong = add_text(workspace, sys.stdin.buffer.read(), "standard input")
            added, problems = piped + added, wrong + problems
        if pages:
            from briefreader.workflows.pages import add_page  # noqa: PLC0415 - 60 ms to load

        for page in pages:
            try:
                added += add_page(workspace, page)
            except UnreadableError as wrong_page:
                problems.append(wrong_page)
    for one in added:
        _tell_added(one, as_json=as_json)
    code = report_problems(problems)
    if not stop.is_asked:
        return code
    count, left = sum(one.outcome == "added" for one in added), stop.total - stop.done
    also = f"; also not read: {', '.join(map(readable_name, skipped))}" if skipped else ""
    click.echo(f"Stopped. Added {count:,} article{'s' * (count != 1)}; files not read: {left:,}{also}.", err=True)
    return EXIT_STOPPED


def _tell_added(one: Added, *, as_json: bool) -> None:
    hidden, name = one.article.document.hidden_words, one.article.title or one.article.opening
    told = {
        "id": one.article.id,
        "title": one.article.title,
        "outcome": one.outcome,
        "hidden_words": hidden,
        "not_read": one.article.not_read,
    }
    words = f"{_OUTCOMES[one.outcome]}: {name}"
    words += f" ({hidden} hidden word{'s' if hidden > 1 else ''})" if hidden else ""
    click.echo(json.dumps(told, ensure_ascii=False) if as_json else words)
    if one.article.not_read:
        click.echo(f"briefreader: “{name}”: not read: {'; '.join(one.article.not_read)}", err=True)


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
def fetch(options: LaunchOptions, *, article_id: str, as_json: bool) -> None:
    """Fetch an article's full text from its page. The earlier version is kept."""
    from briefreader.workflows.pages import fetch_full_text  # noqa: PLC0415 - 60 ms to load

    with online(options) as workspace:
        is_new = fetch_full_text(workspace, reading_by_id(workspace.store, article_id))
    words = "fetched" if is_new else "no change: the page has the stored text"
    click.echo(json.dumps({"new": is_new}) if as_json else words)


@click.command("list")
@click.option(
    "--state",
    type=click.Choice(LISTS),
    help="Only this list (default: inbox, or every list but the trash with a query).",
)
@click.option("-q", "--query", "text", default="", help="Only articles that match this query.")
@click.option("--view", help="Only articles in this saved search.")
@click.option("--sort", type=click.Choice(ORDERS), default="newest", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.list/1).")
@click.pass_obj
def list_(
    options: LaunchOptions, *, state: ListName | None, text: str, view: str | None, sort: Order, as_json: bool
) -> None:
    """List articles in a list, search or saved search."""
    with opened(options) as workspace:
        if view:
            text = in_view(workspace.store, view, text)
        rows = rows_in_order(workspace.store, found_by(workspace, text, state if text else state or "inbox", sort))
    if as_json:
        click.echo(render_list(rows))
    elif not rows:
        hint = (
            f"No articles match {text}"
            if text
            else f"No articles in {state or 'inbox'}. To add some, run briefreader add FILE."
        )
        click.echo(hint, err=True)
    for row in [] if as_json else rows:
        click.echo(_line(row))


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.article/1).")
@click.option("--why", is_flag=True, help="With --json, say why each claim was taken for one, and for its kind.")
@click.pass_obj
def show(options: LaunchOptions, *, article_id: str, as_json: bool, why: bool) -> None:
    """Show an article with its analysis and notes. ID can be abbreviated."""
    with opened(options) as workspace:
        reading = reading_by_id(workspace.store, article_id)
        reasons = why_claims(workspace.store, reading) if why and as_json else None
    click.echo(render_reading(reading, reasons) if as_json else _shown(reading))


@click.command()
@click.argument("article_id", metavar="ID")
@click.argument("words", metavar="TITLE", nargs=-1, required=True)
@undoable
def title(workspace: Workspace, *, article_id: str, words: tuple[str, ...]) -> None:
    """Set an article's title."""
    edit_details(workspace, reading_by_id(workspace.store, article_id).article.id, {"title": " ".join(words)})


def _line(row: ArticleRow) -> str:
    day = row.published_on.isoformat() if row.published_on else "          "
    unread = " " if row.is_read else "*"
    return f"{row.id[:8]} {unread} {day}  {row.publisher or '':<20.20}  {row.title or f'({row.opening})'}"


def _shown(reading: Reading) -> str:
    row = reading.article
    head = [row.title or f"({row.opening})", *filter(None, (row.publisher, row.byline, row.url))]
    notes = [
        f"[{one.evidence.stance if one.evidence else one.kind}] {one.note} "
        f"“{one.quote.exact if one.quote else 'the whole article'}”"
        for one in reading.annotations
    ]
    return "\n".join([*head, "", reading.document.text, *([""] if notes else []), *notes])


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
@click.argument("article_id", metavar="ID")
@click.option("--title", metavar="TEXT", help="The headline.")
@click.option("--publisher", metavar="NAME", help="Who published the article.")
@click.option("--byline", metavar="NAMES", help="Who wrote it.")
@click.option("--date", metavar="DAY", help="Date of publication, for example 2026-05-12.")
@click.option("--source", metavar="NAME", help="Original source.")
@click.option("--url", metavar="ADDRESS", help="The article's web address.")
@click.option("--same-host", is_flag=True, help="Correct the publisher of all articles of the same host or feed.")
@undoable
def edit(workspace: Workspace, *, article_id: str, same_host: bool, **typed: str | None) -> CommandResult:
    """Correct an article's details. An empty value removes one. Undo with `briefreader undo`."""
    article = reading_by_id(workspace.store, article_id).article
    words = {_FIELDS[name]: text for name, text in typed.items() if text is not None}
    if not words:
        raise click.UsageError(f"Nothing to change. Give at least one of {', '.join(f'--{name}' for name in _FIELDS)}.")
    others = edit_details(workspace, article.id, words)
    if others and same_host:
        publish_as(workspace, others, words["publisher"])
        return CommandResult(article.id, f"Corrected {len(others) + 1} articles.")
    if others:
        count = f"{len(others)} more from the same host or feed"
        return CommandResult(article.id, f"Corrected 1 article. To correct {count}, repeat with --same-host.")
    return CommandResult(article.id, "Corrected 1 article.")
