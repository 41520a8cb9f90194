"""The commands by which the reader answers what the analysis and the author say."""

from typing import cast

import click

from briefreader.cli.launch import LaunchOptions, opened
from briefreader.cli.problems import tell_lines
from briefreader.cli.writing import Done, writes
from briefreader.export.checks import finding_lines, render_findings, render_suggestions, suggestion_lines
from briefreader.model.finding import RULES, Rule
from briefreader.views.reading import reading_by_id
from briefreader.views.suggestions import suggestion_with, suggestions_of
from briefreader.workflows.annotate import refuse_suggestion, take_suggestion
from briefreader.workflows.annotate_words import passage_of
from briefreader.workflows.correct import cite, hear_again, toggle_claim
from briefreader.workflows.correct import silence as silence_rule
from briefreader.workspace import Workspace


@click.group()
def findings() -> None:
    """List what the checks say of an article, and silence a rule; briefreader undo takes it back."""


@findings.command("list")
@click.argument("article_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.findings/1.")
@click.pass_obj
def list_findings(options: LaunchOptions, *, article_id: str, as_json: bool) -> None:
    """List the findings on an article, each with its rule."""
    with opened(options) as workspace:
        reading = reading_by_id(workspace.store, article_id)
    if as_json:
        click.echo(render_findings(reading))
    else:
        tell_lines(finding_lines(reading), "The checks say nothing of it")
    if reading.silenced and not as_json:
        click.echo(f"{len(reading.silenced)} silenced: briefreader findings hear {reading.article.id[:8]}", err=True)


@findings.command()
@click.argument("article_id", metavar="ID")
@click.argument("rule", type=click.Choice(list(RULES)))
@click.option("--everywhere", is_flag=True, help="In every article, and in those to come.")
@writes
def silence(workspace: Workspace, *, article_id: str, rule: str, everywhere: bool) -> None:
    """Hear no more of a rule in an article."""
    silence_rule(workspace, reading_by_id(workspace.store, article_id), cast("Rule", rule), everywhere=everywhere)


@findings.command()
@click.argument("article_id", metavar="ID")
@writes
def hear(workspace: Workspace, *, article_id: str) -> None:
    """Hear all rules again that are silenced in an article, or everywhere."""
    hear_again(workspace, reading_by_id(workspace.store, article_id))


@click.group()
def correct() -> None:
    """Say what the analysis got wrong; briefreader undo takes it back, briefreader labels writes it out."""


@correct.command()
@click.argument("article_id", metavar="ID")
@click.argument("words")
@writes
def claim(workspace: Workspace, *, article_id: str, words: str) -> Done:
    """Say that WORDS, which must stand in the article once, are a claim; or that the claim they are is none."""
    reading = reading_by_id(workspace.store, article_id)
    return Done(words=toggle_claim(workspace, reading, passage_of(reading, words)))


@correct.command()
@click.argument("article_id", metavar="ID")
@click.argument("words")
@click.argument("source", default="")
@writes
def citation(workspace: Workspace, *, article_id: str, words: str, source: str) -> Done:
    """Say that WORDS, which must stand in the article once, cite SOURCE; or nobody, where it is left out."""
    reading = reading_by_id(workspace.store, article_id)
    done = cite(workspace, reading, passage_of(reading, words), source)
    return Done(words=done or "nobody is cited there as it is")


@click.group()
def suggestions() -> None:
    """Answer the author's own bull and bear case: it is evidence only when you say so."""


@suggestions.command("list")
@click.argument("article_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, schema briefreader.suggestions/1.")
@click.pass_obj
def list_suggestions(options: LaunchOptions, *, article_id: str, as_json: bool) -> None:
    """List the points that you have not answered yet."""
    with opened(options) as workspace:
        reading = reading_by_id(workspace.store, article_id)
    found = suggestions_of(reading)
    if as_json:
        click.echo(render_suggestions(reading, found))
    else:
        tell_lines(suggestion_lines(reading, found), "The author has no bull or bear case that waits for an answer")


@suggestions.command()
@click.argument("article_id", metavar="ID")
@click.argument("words")
@click.option("--flip", is_flag=True, help="The other way: the author is wrong.")
@writes
def take(workspace: Workspace, *, article_id: str, words: str, flip: bool) -> Done:
    """Make evidence of the point that has WORDS in it; write the note's ID."""
    reading = reading_by_id(workspace.store, article_id)
    return Done(take_suggestion(workspace, reading, suggestion_with(reading, words), flipped=flip).id)


@suggestions.command()
@click.argument("article_id", metavar="ID")
@click.argument("words")
@writes
def refuse(workspace: Workspace, *, article_id: str, words: str) -> None:
    """Say that the point that has WORDS in it is no evidence; it is asked no more."""
    reading = reading_by_id(workspace.store, article_id)
    refuse_suggestion(workspace, reading, suggestion_with(reading, words))
