"""Correct an article's details from the command line."""

import click

from briefreader.cli.writing import Done, writes
from briefreader.model.evidence import Field
from briefreader.views.reading import reading_by_id
from briefreader.workflows.edit import edit_details, publish_as
from briefreader.workspace import Workspace

_FIELDS: dict[str, Field] = {
    "title": "title",
    "publisher": "publisher",
    "byline": "byline",
    "date": "date",
    "source": "origin",
    "url": "url",
}


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--title", metavar="TEXT", help="The headline.")
@click.option("--publisher", metavar="NAME", help="Who published the article.")
@click.option("--byline", metavar="NAMES", help="Who wrote it.")
@click.option("--date", metavar="DAY", help="Date of publication, for example 2026-05-12.")
@click.option("--source", metavar="NAME", help="Original source.")
@click.option("--url", metavar="ADDRESS", help="The article's web address.")
@click.option("--same-host", is_flag=True, help="Correct the publisher of all articles of the same host or feed.")
@writes
def edit(workspace: Workspace, *, article_id: str, same_host: bool, **typed: str | None) -> Done:
    """Correct an article's details. An empty value removes one. Undo with `briefreader undo`."""
    article = reading_by_id(workspace.store, article_id).article
    words = {_FIELDS[name]: text for name, text in typed.items() if text is not None}
    if not words:
        raise click.UsageError(f"Nothing to change. Give at least one of {', '.join(f'--{name}' for name in _FIELDS)}.")
    others = edit_details(workspace, article.id, words)
    if others and same_host:
        publish_as(workspace, others, words["publisher"])
        return Done(article.id, f"Corrected {len(others) + 1} articles.")
    if others:
        count = f"{len(others)} more from the same host or feed"
        return Done(article.id, f"Corrected 1 article. To correct {count}, repeat with --same-host.")
    return Done(article.id, "Corrected 1 article.")
