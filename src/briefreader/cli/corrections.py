"""Commands that correct the analysis: findings, claims, citations, suggestions."""

from typing import cast

import click

from briefreader.cli.options import LaunchOptions, opened
from briefreader.cli.output import print_lines
from briefreader.cli.renamed import renamed
from briefreader.cli.undoable import CommandResult, undoable
from briefreader.export.checks import finding_lines, render_findings, render_suggestions, suggestion_lines
from briefreader.export.labels import correction_lines
from briefreader.model.finding import RULES, Rule
from briefreader.views.reading import reading_by_id
from briefreader.views.suggestions import suggestion_with, suggestions_of
from briefreader.workflows.annotate import refuse_suggestion, take_suggestion
from briefreader.workflows.annotate_words import passage_of
from briefreader.workflows.correct import cite, hear_again, toggle_claim
from briefreader.workflows.correct import silence as silence_rule
from briefreader.workspace import Workspace


@click.group(cls=renamed(silence="dismiss", hear="restore"))
def findings() -> None:
    """List or dismiss findings."""


@findings.command("list")
@click.argument("article_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.findings/1).")
@click.pass_obj
def list_findings(options: LaunchOptions, *, article_id: str, as_json: bool) -> None:
    """List the findings in an article."""
    with opened(options) as workspace:
        reading = reading_by_id(workspace.store, article_id)
    if as_json:
        click.echo(render_findings(reading))
    else:
        print_lines(finding_lines(reading), "No findings")
    if reading.silenced and not as_json:
        click.echo(
            f"{len(reading.silenced)} dismissed. To restore them, run briefreader findings restore"
            f" {reading.article.id[:8]}",
            err=True,
        )


@findings.command("dismiss")
@click.argument("article_id", metavar="ID")
@click.argument("rule", type=click.Choice(list(RULES)))
@click.option("--everywhere", is_flag=True, help="Turn the rule off in every article, including new ones.")
@undoable
def silence(workspace: Workspace, *, article_id: str, rule: str, everywhere: bool) -> None:
    """Dismiss a rule's findings in an article."""
    silence_rule(workspace, reading_by_id(workspace.store, article_id), cast("Rule", rule), everywhere=everywhere)


@findings.command("restore")
@click.argument("article_id", metavar="ID")
@undoable
def hear(workspace: Workspace, *, article_id: str) -> None:
    """Restore all dismissed findings in an article, and turn its rules on again."""
    hear_again(workspace, reading_by_id(workspace.store, article_id))


@click.group()
def correct() -> None:
    """Correct the analysis."""


@correct.command()
@click.argument("article_id", metavar="ID")
@click.argument("words")
@undoable
def claim(workspace: Workspace, *, article_id: str, words: str) -> CommandResult:
    """Mark WORDS as a claim, or unmark them. They must occur exactly once in the article."""
    reading = reading_by_id(workspace.store, article_id)
    return CommandResult(words=toggle_claim(workspace, reading, passage_of(reading, words)))


@correct.command()
@click.argument("article_id", metavar="ID")
@click.argument("words")
@click.argument("source", default="")
@undoable
def citation(workspace: Workspace, *, article_id: str, words: str, source: str) -> CommandResult:
    """Set the source that WORDS cite, or remove the citation if SOURCE is omitted."""
    reading = reading_by_id(workspace.store, article_id)
    done = cite(workspace, reading, passage_of(reading, words), source)
    return CommandResult(words=done or "nothing to change: these words cite no source")


@click.group(cls=renamed(take="accept", refuse="reject"))
def suggestions() -> None:
    """Review the author's bull and bear points."""


@suggestions.command("list")
@click.argument("article_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object (schema briefreader.suggestions/1).")
@click.pass_obj
def list_suggestions(options: LaunchOptions, *, article_id: str, as_json: bool) -> None:
    """List the suggestions that are open."""
    with opened(options) as workspace:
        reading = reading_by_id(workspace.store, article_id)
    found = suggestions_of(reading)
    if as_json:
        click.echo(render_suggestions(reading, found))
    else:
        print_lines(suggestion_lines(reading, found), "No open suggestions")


@suggestions.command("accept")
@click.argument("article_id", metavar="ID")
@click.argument("words")
@click.option("--flip", is_flag=True, help="Accept with the opposite stance.")
@undoable
def take(workspace: Workspace, *, article_id: str, words: str, flip: bool) -> CommandResult:
    """Accept the suggestion that contains WORDS as evidence, and print the note's ID."""
    reading = reading_by_id(workspace.store, article_id)
    return CommandResult(take_suggestion(workspace, reading, suggestion_with(reading, words), flipped=flip).id)


@suggestions.command("reject")
@click.argument("article_id", metavar="ID")
@click.argument("words")
@undoable
def refuse(workspace: Workspace, *, article_id: str, words: str) -> None:
    """Reject the suggestion that contains WORDS."""
    reading = reading_by_id(workspace.store, article_id)
    refuse_suggestion(workspace, reading, suggestion_with(reading, words))


@click.command()
@click.pass_obj
def labels(options: LaunchOptions) -> None:
    """Export your corrections as JSON Lines (schema briefreader.label/1)."""
    with opened(options) as workspace:
        for line in correction_lines(workspace.store):
            click.echo(line)
