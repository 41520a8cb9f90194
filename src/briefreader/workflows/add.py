"""Take articles in."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from briefreader.analysis.analyse import analyse
from briefreader.analysis.sections import assign_roles
from briefreader.ingest.dates import believed
from briefreader.ingest.files import MAILBOX_SUFFIX, find_files, parse_articles, read_articles, read_mailbox
from briefreader.ingest.sandbox import Sandbox
from briefreader.model.analysis import ANALYSIS_VERSION, Analysis
from briefreader.model.article import FEWEST_WORDS_OF_ITS_OWN, Article
from briefreader.model.errors import UnreadableError
from briefreader.model.ids import ArticleId
from briefreader.store.hashing import text_digest
from briefreader.store.journal import Batch
from briefreader.workflows.reanchor import reanchor_notes
from briefreader.workflows.rules import on_arrival
from briefreader.workspace import Workspace

logger = logging.getLogger(__name__)

Outcome = Literal["added", "revised", "known"]

_LETTERS_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article: new, known with another text, or known and unchanged."""

    article: Article
    outcome: Outcome


def add_files(workspace: Workspace, places: Iterable[Path]) -> tuple[list[Added], list[UnreadableError]]:
    """Add the articles in files and folders as one batch; what cannot be read is told beside the rest."""
    articles, problems = _read_all(workspace, places)
    return add_articles(workspace, articles), problems


def add_text(workspace: Workspace, data: bytes, place: str) -> tuple[list[Added], list[UnreadableError]]:
    """Add the article in ``data``, such as standard input; what is wrong with it is told beside the result."""
    try:
        articles = workspace.sandbox.run(place, parse_articles, data, "", place)
    except UnreadableError as problem:
        return [], [problem]
    return add_articles(workspace, articles), []


def add_articles(workspace: Workspace, articles: Iterable[Article]) -> list[Added]:
    """Analyse and keep articles as one batch; what the store has already is left as it is."""
    analysed = [
        (article, analyse(article.document, _reference(workspace, article)))
        for article in (prepared(article, workspace.clock()) for article in articles)
    ]
    if not analysed:
        return []
    verb = "added an article" if len(analysed) == 1 else f"added {len(analysed)} articles"
    with on_arrival(workspace), workspace.store.journal.batch(verb, workspace.clock()) as batch:
        return [_add(workspace, batch, article, analysis) for article, analysis in analysed]


def analyse_files(places: Iterable[Path], reference_on: date) -> Iterator[tuple[Path, Article, Analysis]]:
    """Yield the analysis of each file, keeping nothing.

    Raises:
        UnreadableError: a file cannot be read.

    """
    with Sandbox() as sandbox:
        for place in places:
            for path in find_files(place):
                for article in map(_with_sections, sandbox.run(str(path), read_articles, path)):
                    yield path, article, analyse(article.document, reference_on)


def _read_all(workspace: Workspace, places: Iterable[Path]) -> tuple[list[Article], list[UnreadableError]]:
    articles: list[Article] = []
    problems: list[UnreadableError] = []
    for path in _files(places, problems):
        read, wrong = articles_in(workspace, path)
        articles += read
        problems += wrong
    return articles, problems


def articles_in(workspace: Workspace, path: Path) -> tuple[list[Article], list[UnreadableError]]:
    """Return the articles in a file, and what cannot be read of it."""
    articles, problems = list[Article](), list[UnreadableError]()
    try:
        if path.suffix.lower() == MAILBOX_SUFFIX:
            articles += _mailbox(workspace, path, problems)
        else:
            articles += workspace.sandbox.run(str(path), read_articles, path)
    except UnreadableError as problem:
        problems.append(problem)
    return articles, problems


def _mailbox(workspace: Workspace, path: Path, problems: list[UnreadableError]) -> Iterator[Article]:
    """Yield the letters of a mailbox, some at a time: the limits of the sandbox are for each job."""
    first, total = 0, 1
    while first < total:
        read, wrong, total = workspace.sandbox.run(str(path), read_mailbox, path, first, _LETTERS_AT_ONCE)
        yield from read
        problems += [UnreadableError(str(path), words) for words in wrong]
        first += _LETTERS_AT_ONCE


def _files(places: Iterable[Path], problems: list[UnreadableError]) -> Iterator[Path]:
    for place in places:
        try:
            yield from find_files(place)
        except UnreadableError as problem:
            problems.append(problem)


def prepared(article: Article, now: datetime) -> Article:
    """Return an article as it is kept: the roles of its sections known, and no day that nobody can have meant."""
    return replace(_with_sections(article), published_on=believed(article.published_on, now))


def _with_sections(article: Article) -> Article:
    return replace(article, document=assign_roles(article.document))


def _reference(workspace: Workspace, article: Article) -> date:
    return article.published_on or workspace.today()


def _add(workspace: Workspace, batch: Batch, article: Article, analysis: Analysis) -> Added:
    store, at = workspace.store, workspace.clock()
    home = known_as(workspace, article)
    if home is None:
        store.articles.add(batch, article, claims=checkable(analysis), at=at)
        revision_id = store.revisions.add(article.id, article.document, analysis, ANALYSIS_VERSION, at)
        store.articles.begin_with(article.id, revision_id)
        outcome: Outcome = "added"
    else:
        article = replace(article, id=home)
        outcome = "revised" if keep_text(workspace, batch, article, analysis) else "known"
        if outcome == "revised" and store.feeds.owner(home) is None:  # a feed says itself what its articles are called
            store.heads.read_again(batch, article)
    logger.info("%s article=%s", outcome, article.id)
    return Added(article, outcome)


def known_as(workspace: Workspace, article: Article) -> ArticleId | None:
    """Return the stored article that this one is: by its id, its page, or its very text; None for a new one.

    A short text makes nothing the same: many say no more than "Read on", under one title week after week.
    """
    store = workspace.store
    if store.articles.text_now(article.id) is not None:
        return article.id
    if article.url and (found := store.articles.with_urls([article.url])):
        return found[article.url]
    if len(article.document.text.split()) < FEWEST_WORDS_OF_ITS_OWN:
        return None
    same = store.revisions.with_hashes([text_digest(article.document.text)])
    return next((article_id for article_id, _ in same.values()), None)


def keep_text(workspace: Workspace, batch: Batch, article: Article, analysis: Analysis) -> bool:
    """Keep a text of a known article, and make it the text that it has now; False when it is that already."""
    store = workspace.store
    before = store.articles.text_now(article.id)
    revision_id = store.revisions.add(article.id, article.document, analysis, ANALYSIS_VERSION, workspace.clock())
    if revision_id == before:
        return False
    store.articles.set_text(batch, article, revision_id, claims=checkable(analysis))
    reanchor_notes(workspace, batch, store.annotations.of_article(article.id), revision_id)
    return True


def checkable(analysis: Analysis) -> int:
    """Return how many claims can be checked, which lists show."""
    return sum(claim.checkable for claim in analysis.claims)
