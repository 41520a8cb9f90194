"""The root of all commands, and the table of where each is."""

from functools import partial
from importlib import import_module
from pathlib import Path

import click

from briefreader.cli.completion import complete
from briefreader.cli.exit_codes import report_bug
from briefreader.cli.launch import launch
from briefreader.cli.options import LaunchOptions, check_encodable

_COMMANDS = {
    "add": "articles.add",
    "analyse": "analysis.analyse",
    "backup": "maintenance.backup",
    "claims": "crosscheck.claims",
    "completion": "maintenance.completion",
    "config": "config.config",
    "correct": "corrections.correct",
    "crosscheck": "crosscheck.crosscheck",
    "digest": "reports.digest",
    "doctor": "maintenance.doctor",
    "edit": "articles.edit",
    "entity": "reports.entity",
    "export": "exchange.export",
    "feeds": "feeds.feeds",
    "fetch": "articles.fetch",
    "findings": "corrections.findings",
    "glossary": "reports.glossary",
    "import": "exchange.import_",
    "labels": "corrections.labels",
    "list": "articles.list_",
    "log": "history.log",
    "move": "articles.move",
    "notes": "notes.notes",
    "pack": "exchange.pack",
    "read": "articles.read",
    "reanalyse": "analysis.reanalyse",
    "redo": "history.redo_last",
    "refresh": "feeds.refresh",
    "related": "stories.related",
    "restore": "maintenance.restore",
    "review": "review.review",
    "score": "articles.score",
    "show": "articles.show",
    "sources": "reports.sources",
    "stats": "reports.stats",
    "stories": "stories.stories",
    "suggestions": "corrections.suggestions",
    "texts": "articles.texts",
    "theses": "theses.theses",
    "title": "articles.title",
    "undo": "history.undo_last",
    "verdict": "crosscheck.verdict",
    "verify": "exchange.verify",
    "views": "views.views",
    "watch": "watchlist.watch",
}
"""Where each command is: its module, and its name there."""
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


class _Root(click.Group):
    """Loads the module of a command when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx  # Click passes it
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx  # as above
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(".")
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
    cls=_Root,
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
    if context.invoked_subcommand is None and not launch(options, partial(complete, briefreader)):
        context.exit(report_bug("the app has ended"))
