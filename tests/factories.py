"""Valid values in which a test names only what it is about."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from fakes import TODAY

from briefreader.analysis.roles.sections import assign_roles
from briefreader.ingest.files import parse_article
from briefreader.model.annotation import Evidence, Stance
from briefreader.model.article import Article, ArticleRow
from briefreader.model.document import Document
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.model.span import Span
from briefreader.views.inbox import list_keys
from briefreader.views.reading import Reading, reading_of
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import Remark
from briefreader.workspace import Workspace

REPOSITORY = Path(__file__).parents[1]
SAMPLES = REPOSITORY / "sample_data"
LABELLED = REPOSITORY / "tests" / "labelled"
SEEDS = REPOSITORY.parent / "shared" / "seeds"
VECTORS = REPOSITORY.parent / "shared" / "vectors"
"""What only some machines have: compared with where it is there, needed by no test."""

BRIEFING = """\
Halden Rents Its Halls Out

Halden Compute said that it cut its power bill by 60% (Grid Weekly, 12 April 2026). Northlight will move by late 2027.

Key Terms
  • Hall — a room full of accelerators.
"""


def an_article(text: str = BRIEFING, suffix: str = ".txt", **different: Any) -> Article:  # noqa: ANN401 - any field
    return replace(parse_article(text.encode(), suffix, "test"), **different)


def a_document(text: str, suffix: str = ".txt") -> Document:
    return assign_roles(an_article(text, suffix).document)


def dated(text: str, day: date) -> Article:
    """Return an article whose place in lists is known."""
    return an_article(text, published_on=day)


def added(workspace: Workspace, text: str = BRIEFING, suffix: str = ".txt") -> Reading:
    """Add an article and open it."""
    article = an_article(text, suffix)
    add_articles(workspace, [article])
    key = workspace.store.articles.place(article.id, "inbox", TODAY)[0]
    return reading_of(workspace.store, key)


def span_of(reading: Reading, words: str) -> Span:
    start = reading.document.text.index(words)
    return Span(start, start + len(words))


def a_remark(stance: Stance = "bull", note: str = "", tags: tuple[str, ...] = ()) -> Remark:
    return Remark(evidence=Evidence(stance=stance), note=note, tags=tags)


def first_reading(workspace: Workspace) -> Reading:
    return reading_of(workspace.store, first_key(workspace))


def first_key(workspace: Workspace) -> ArticleKey:
    return ArticleKey(list_keys(workspace.store, "inbox", TODAY)[0])


def a_listed_article(key: int) -> ArticleRow:
    return ArticleRow(
        key=ArticleKey(key),
        id=ArticleId(str(key)),
        title=f"Article {key}",
        opening="",
        publisher=None,
        byline=None,
        origin=None,
        url=None,
        published_on=None,
        added_at=datetime(2026, 1, 1, tzinfo=UTC),
        state="inbox",
        is_read=False,
        words=300,
        progress=0.0,
        claims=3,
        notes=0,
    )
