"""Take articles in."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from briefreader.ingest.files import Piece, files_in, pieces_of_files, split_file
from briefreader.ingest.sandbox import Sandbox
from briefreader.model.analysis import ANALYSIS_VERSION, Analysis
from briefreader.model.article import FEWEST_WORDS_OF_ITS_OWN, Article
from briefreader.model.errors import UnreadableError
from briefreader.model.ids import ArticleId
from briefreader.store.hashing import text_digest
from briefreader.store.journal import Batch
from briefreader.workflows.parsing import Analysed, analysed, analysed_on, parsed
from briefreader.workflows.reanchor import reanchor_notes
from briefreader.workflows.rules import on_arrival
from briefreader.workspace import Workspace

logger = logging.getLogger(__name__)

Outcome = Literal["added", "revised", "known"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article: new, known with another text, or known and unchanged."""

    article: Article
    outcome: Outcome


def add_files(
    workspace: Workspace,
    places: Iterable[Path],
    tell: Callable[[int, int], None] = lambda *_: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> tuple[list[Added], list[UnreadableError]]:
    """Add the articles in files and folders as one batch; what cannot be read is told beside the rest.

    ``tell`` is called with how many files have been begun, and of how many. Once ``is_stopped`` says so no other file
    is begun, and what was read until then is kept.
    """
    problems: list[UnreadableError] = []
    files = files_in(places, problems)
    begun = _until_stopped(files, tell, is_stopped)
    return _add_pieces(workspace, pieces_of_files(begun, problems), problems), problems


def _until_stopped(
    files: Sequence[Path], tell: Callable[[int, int], None], is_stopped: Callable[[], bool]
) -> Iterator[Path]:
    for number, file in enumerate(files):
        tell(number, len(files))
        if is_stopped():
            return
        yield file
    tell(len(files), len(files))


def add_text(workspace: Workspace, data: bytes, place: str) -> tuple[list[Added], list[UnreadableError]]:
    """Add the article in ``data``, such as standard input; what is wrong with it is told beside the result."""
    problems: list[UnreadableError] = []
    return _add_pieces(workspace, split_file(data, "", place), problems), problems


def add_articles(workspace: Workspace, articles: Iterable[Article]) -> list[Added]:
    """Analyse and keep articles as one batch; what the store has already is left as it is.

    Raises:
        UnreadableError: one of them cannot be analysed within the limits; none is kept.

    """
    problems: list[UnreadableError] = []
    read = list(analysed_each(workspace, articles, problems))
    if problems:
        raise problems[0]
    return keep_articles(workspace, read)


def articles_in(workspace: Workspace, path: Path) -> tuple[list[Analysed], list[UnreadableError]]:
    """Return the articles in a file, and what cannot be read of it."""
    problems: list[UnreadableError] = []
    articles = _parsed(workspace.sandbox, pieces_of_files(files_in([path], problems), problems), problems)
    return list(analysed_each(workspace, articles, problems)), problems


def analyse_files(places: Iterable[Path], day: date) -> Iterator[tuple[str, Analysed]]:
    """Yield the name of each file with the analysis of an article in it, keeping nothing.

    Relative dates count from ``day``.

    Raises:
        UnreadableError: a file cannot be read.

    """
    problems: list[UnreadableError] = []
    with Sandbox() as sandbox:
        for piece in pieces_of_files(files_in(places, problems), problems):
            for one in sandbox.run(piece.place, parsed, piece.data, piece.suffix, piece.place):
                yield piece.place, sandbox.run(piece.place, analysed_on, one.article, day)
    if problems:
        raise problems[0]


def _add_pieces(workspace: Workspace, pieces: Iterable[Piece], problems: list[UnreadableError]) -> list[Added]:
    articles = _parsed(workspace.sandbox, pieces, problems)
    return keep_articles(workspace, list(analysed_each(workspace, articles, problems)))


def _parsed(sandbox: Sandbox, pieces: Iterable[Piece], problems: list[UnreadableError]) -> Iterator[Article]:
    calls = ((piece.place, (piece.data, piece.suffix, piece.place)) for piece in pieces)
    for found in sandbox.run_each(parsed, calls):
        if isinstance(found, UnreadableError):
            problems.append(found)
        else:
            yield from (one.article for one in found)


def analysed_each(
    workspace: Workspace, articles: Iterable[Article], problems: list[UnreadableError]
) -> Iterator[Analysed]:
    """Yield articles with their analyses; of those that break the limits, add to ``problems`` what was met."""
    now, today = workspace.clock(), workspace.today()
    calls = ((_name(article), (article, now, today)) for article in articles)
    for read in workspace.sandbox.run_each(analysed, calls):
        if isinstance(read, UnreadableError):
            problems.append(read)
        else:
            yield read


def _name(article: Article) -> str:
    return f"“{article.title or article.opening}”"


def keep_articles(workspace: Workspace, read: Sequence[Analysed]) -> list[Added]:
    """Keep articles as one batch; what the store has already is left as it is."""
    if not read:
        return []
    verb = "added 1 article" if len(read) == 1 else f"added {len(read)} articles"
    before = workspace.store.articles.last_key()
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        added = [_add(workspace, batch, one.article, one.analysis) for one in read]
    on_arrival(workspace, before, batch)
    return added


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
