"""The commands that work without a screen."""

import json
import sys
from dataclasses import asdict
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

import click

from briefreader.cli.launch import LaunchOptions, check_encodable, launch, online, opened
from briefreader.cli.main import tell_bug
from briefreader.cli.output_gate import show_count
from briefreader.cli.problems import tell
from briefreader.cli.stopping import EXIT_STOPPED, stopping
from briefreader.cli.writing import writes
from briefreader.export.analysis_json import render_analysis
from briefreader.export.articles_json import render_list, render_reading
from briefreader.export.labels import correction_lines
from briefreader.model.article import LISTS, ArticleRow, ListName
from briefreader.model.control_characters import readable_name
from briefreader.model.errors import UnreadableError
from briefreader.model.query import ORDERS, Order
from briefreader.views.inbox import rows_in_order
from briefreader.views.log import last_batches
from briefreader.views.passages import why_claims
from briefreader.views.reading import Reading, reading_by_id
from briefreader.views.saved_views import in_view
from briefreader.workflows.add import Added, add_files, add_text, analyse_files
from briefreader.workflows.edit import edit_details
from briefreader.workflows.find import found_by
from briefreader.workflows.reanalyse import reanalyse as reanalyse_all
from briefreader.workspace import Workspace

_PLACE = click.Path(path_type=Path, allow_dash=True)
_ELSEWHERE = {
    "backup": "keeping.backup",
    "claims": "across.claims",
    "completion": "keeping.completion",
    "config": "config.config",
    "correct": "checking.correct",
    "crosscheck": "across.crosscheck",
    "digest": "across.digest",
    "edit": "editing.edit",
    "doctor": "keeping.doctor",
    "entity": "across.entity",
    "export": "exchange.export",
    "feeds": "feeds.feeds",
    "findings": "checking.findings",
    "glossary": "across.glossary",
    "import": "exchange.import_",
    "move": "triage.move",
    "notes": "notes.notes",
    "pack": "exchange.pack",
    "read": "triage.read",
    "redo": "triage.redo_last",
    "refresh": "feeds.refresh",
    "related": "across.related",
    "restore": "keeping.restore",
    "review": "review.review",
    "score": "triage.score",
    "sources": "across.sources",
    "stats": "triage.stats",
    "stories": "across.stories",
    "suggestions": "checking.suggestions",
    "texts": "triage.texts",
    "theses": "theses.theses",
    "undo": "triage.undo_last",
    "verdict": "across.verdict",
    "verify": "exchange.verify",
    "views": "views.views",
    "watch": "watching.watch",
}
"""Where a command is: its module, and its name there."""
_CHECK_EACH_FILE = frozenset({"add", "analyse"})
EXAMPLES = (
    "--demo",
    "add briefing.md",
    'list --query "halden published:>2026-01"',
    'notes list --query "has:bear" --json',
    "crosscheck --json",
    "export --format obsidian -o vault",
)
"""What the help shows; each is run by a test."""
_OUTCOMES = {"added": "added", "revised": "new version", "known": "already stored"}


class _Commands(click.Group):
    """Loads the commands of other modules when one of them is asked for; those about feeds bring what can connect."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *_ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        module, name = _ELSEWHERE[cmd_name].split(".")
        command: click.Command = getattr(import_module(f"briefreader.cli.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; of one that takes several files, each is checked by itself, so that the others are read."""
        name, command, rest = super().resolve_command(ctx, args)
        if name not in _CHECK_EACH_FILE:
            for argument in rest:
                check_encodable(argument)
        return name, command, rest


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\nExamples:\n" + "\n".join(f"  briefreader {example}" for example in EXAMPLES),
)
@click.option("--store", type=click.Path(path_type=Path), help="Use this store (default: BRIEFREADER_STORE).")
@click.option("--demo", is_flag=True, help="Use a separate store with the sample briefings.")
@click.option("--theme", help="Use this theme.")
@click.option("--no-mouse", is_flag=True, help="Do not use the mouse.")
@click.option("--offline", is_flag=True, help="Never connect to the network.")
@click.version_option(package_name="briefreader")
@click.pass_context
def briefreader(
    context: click.Context, *, store: Path | None, demo: bool, theme: str | None, no_mouse: bool, offline: bool
) -> None:
    """Read, analyse and annotate briefings in the terminal.

    Without a command, briefreader opens the app.
    """
    options = LaunchOptions(store=store, demo=demo, theme=theme, mouse=not no_mouse, offline=offline)
    context.obj = options
    if context.invoked_subcommand is None and not launch(options):
        context.exit(tell_bug("the app has ended"))


@briefreader.command()
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
            added, problems = add_files(workspace, files, stop.tell, lambda: stop.is_asked)
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
    code = tell(problems)
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


@briefreader.command()
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


@briefreader.command("list")
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


@briefreader.command()
@click.argument("article_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.article/1).")
@click.option("--why", is_flag=True, help="With --json, say why each claim was taken for one, and for its kind.")
@click.pass_obj
def show(options: LaunchOptions, *, article_id: str, as_json: bool, why: bool) -> None:
    """Show an article with its analysis and notes. ID can be abbreviated."""
    with opened(options) as workspace:
        reading = reading_by_id(workspace.store, article_id)
        reasons = why_claims(workspace.store, reading) if why and as_json else None
    if as_json:
        click.echo(render_reading(reading, reasons))
    else:
        click.echo(_shown(reading))


@briefreader.command()
@click.argument("article_id", metavar="ID")
@click.argument("words", metavar="TITLE", nargs=-1, required=True)
@writes
def title(workspace: Workspace, *, article_id: str, words: tuple[str, ...]) -> None:
    """Set an article's title."""
    edit_details(workspace, reading_by_id(workspace.store, article_id).article.id, {"title": " ".join(words)})


@briefreader.command()
@click.argument("places", metavar="FILE…", nargs=-1, required=True, type=_PLACE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per file (schema briefreader.analysis/1).")
@click.option(
    "--reference-date",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Resolve dates without a year against this day (default: each file's modification date).",
)
def analyse(*, places: tuple[Path, ...], as_json: bool, reference_date: datetime | None) -> None:
    """Analyse files without storing them."""
    for path, read in analyse_files(places, _reference(reference_date, places)):
        article, analysis = read.article, read.analysis
        if as_json:
            click.echo(render_analysis(path, article, analysis))
            continue
        click.echo(f"{readable_name(path)}: {article.title or article.opening}")
        for claim in analysis.claims:
            if claim.checkable:
                words = claim.span.of(article.document.text)
                click.echo(f"  {claim.type:10} {len(claim.citations)} cited  {words}")


@briefreader.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per article with the progress.")
@click.pass_obj
def reanalyse(options: LaunchOptions, *, as_json: bool) -> int:
    """Re-analyse stored articles after a rule change. The app does this automatically."""
    done = failed = 0
    with opened(options) as workspace:
        for one in reanalyse_all(workspace):
            done = one.done
            if as_json:
                click.echo(json.dumps({"done": one.done, "total": one.total}))
            else:
                show_count(one.done, one.total)
            if one.problem:
                failed += 1
                click.echo(f"briefreader: {one.problem}. Its earlier analysis is kept.", err=True)
    if not as_json:
        left = f", {failed:,} failed" if failed else ""
        told = f"{done - failed:,} re-analysed{left}"
        click.echo(told if done else "Nothing to do: every analysis is up to date")
    return 1 if failed else 0


@briefreader.command()
@click.pass_obj
def labels(options: LaunchOptions) -> None:
    """Export your corrections as JSON Lines (schema briefreader.label/1)."""
    with opened(options) as workspace:
        for line in correction_lines(workspace.store):
            click.echo(line)


@briefreader.command()
@click.option("-n", "--most", type=click.IntRange(1), default=20, show_default=True, help="Number of changes.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per change.")
@click.pass_obj
def log(options: LaunchOptions, *, most: int, as_json: bool) -> None:
    """Show recent changes, newest first."""
    with opened(options) as workspace:
        batches = last_batches(workspace.store, most)
    for batch in batches:
        if as_json:
            click.echo(json.dumps({**asdict(batch), "at": batch.at.isoformat()}, ensure_ascii=False))
        else:
            status = "" if batch.status == "done" else f"  ({batch.status})"
            click.echo(f"{batch.number:>6}  {batch.at:%Y-%m-%d %H:%M:%S}  {batch.verb}{status}")


def _reference(given: datetime | None, places: tuple[Path, ...]) -> date:
    if given:
        return given.date()
    changed = [place.stat().st_mtime for place in places if place.exists()]
    return date.fromtimestamp(max(changed, default=0))  # noqa: DTZ012 - a day, not a moment


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
