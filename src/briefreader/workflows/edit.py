"""Correct an article's metadata."""

from collections.abc import Mapping

from briefreader.model.article import Origin
from briefreader.model.errors import BriefreaderError
from briefreader.model.evidence import Field
from briefreader.model.ids import ArticleId
from briefreader.store.heads import Value
from briefreader.workspace import Workspace

EDITED = "edited an article's details"


class DetailError(BriefreaderError):
    """A detail cannot be what the reader has typed."""


def edit_details(workspace: Workspace, article_id: ArticleId, words: Mapping[Field, str]) -> list[ArticleId]:
    """Correct fields of an article, as one step to undo; an empty text says that a field is not known.

    Returns the articles of its host or feed that have another publisher, when that is what was corrected: the
    correction can be offered for them (:func:`publish_as`).

    Raises:
        DetailError: the date or the address cannot be read; nothing is changed.
        NotFoundError: there is no such article.

    """
    store = workspace.store
    fields = {name: parse_detail(name, text) for name, text in words.items()}
    with store.journal.batch(EDITED, workspace.clock()) as batch:
        store.heads.correct(batch, article_id, fields)
    return store.heads.otherwise_published(article_id) if "publisher" in fields else []


def publish_as(workspace: Workspace, article_ids: list[ArticleId], publisher: str) -> None:
    """Correct the publisher of several articles, as one step to undo."""
    with workspace.store.journal.batch(f"{EDITED} ({len(article_ids)} articles)", workspace.clock()) as batch:
        for article_id in article_ids:
            workspace.store.heads.correct(batch, article_id, {"publisher": parse_detail("publisher", publisher)})


def parse_detail(name: Field, text: str) -> Value:
    """Return what a field is by what the reader has typed, without what could act on a terminal; None for nothing.

    Raises:
        DetailError: the date or the address cannot be read.

    """
    from briefreader.ingest.clean import clean_line, clean_url  # noqa: PLC0415 - the app starts without it
    from briefreader.ingest.dates import parse_date  # noqa: PLC0415 - as above

    text = text.strip()
    if not text:
        return None
    if name == "date":
        if (day := parse_date(text)) is None:
            raise DetailError(f"{clean_line(text)!r} is not a date. Try 2026-05-12 or 12 May 2026.")
        return day
    if name == "url":
        if (url := clean_url(text)) is None:
            raise DetailError(f"{clean_line(text)!r} is not a web address. It must begin with https:// or http://.")
        return url
    return Origin(clean_line(text)) if name == "origin" else clean_line(text)
