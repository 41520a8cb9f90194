"""Keep what a feed says: entries become articles, and their new texts become texts of these."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from briefreader.analysis.analyse import analyse
from briefreader.ingest.articles import article_id_of
from briefreader.ingest.entries import entry_article
from briefreader.model.addresses import is_same_host
from briefreader.model.analysis import ANALYSIS_VERSION, Analysis
from briefreader.model.article import Article
from briefreader.model.feed import Entry, Feed
from briefreader.model.ids import ArticleId
from briefreader.store.feeds import KnownEntry
from briefreader.store.journal import Batch
from briefreader.workflows.add import checkable, keep_text, known_as, prepared
from briefreader.workflows.rules import on_arrival
from briefreader.workspace import Workspace

_MERE_SUMMARY = 0.5
MOST_CHANGES = 24
"""A feed that changes an entry's text more often than this does so at every look: the last one is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEntry:
    """An entry, made an article and analysed."""

    key: str
    digest: str
    article: Article
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many articles an update brought."""

    new: int = 0
    changed: int = 0
    held: int = 0
    """Entries whose text changes at every look, so that it is not followed any more."""

    def __add__(self, other: "TakenIn") -> "TakenIn":
        return TakenIn(self.new + other.new, self.changed + other.changed, self.held + other.held)


def read_entries(entries: Sequence[tuple[str, str, Entry]], publisher: str, now: datetime) -> list[ReadEntry]:
    """Return the articles of entries, with their keys and digests as given: the costly part, done in the sandbox."""
    return [read_article_of(key, digest, entry_article(entry, publisher), now) for key, digest, entry in entries]


def read_article_of(key: str, digest: str, article: Article, now: datetime) -> ReadEntry:
    """Return an entry's article, analysed."""
    article = prepared(article, now)
    analysis = analyse(article.document, article.published_on or now.date())
    return ReadEntry(key=key, digest=digest, article=article, analysis=analysis)


def take_in(
    workspace: Workspace, feed: Feed, entries: Sequence[ReadEntry], listed: frozenset[str] = frozenset()
) -> TakenIn:
    """Keep entries as one transaction; ``listed`` are the keys of all that the feed lists now.

    An entry is known by its key in its feed, else by its page, else by its very text. Two entries that a feed lists
    side by side are two, also where they name one page. Another feed's article never gets another text from this one,
    but for a page of this feed's own host: the text is kept beside its own. New articles are no act of the reader's and
    are not on the way of undo; a new text of a known one is.
    """
    known = workspace.store.feeds.known(feed.id, [entry.key for entry in entries])
    new = changed = held = 0
    verb = f"new texts from {feed.title}"
    with on_arrival(workspace), workspace.store.journal.batch(verb, workspace.clock()) as batch:
        for entry in entries:
            if entry.key in known:
                changed += _update(workspace, batch, feed, entry, known[entry.key])
                held += known[entry.key].changes >= MOST_CHANGES
            else:
                new += _add(workspace, batch, feed, entry, listed)
    return TakenIn(new, changed, held)


def _add(workspace: Workspace, batch: Batch, feed: Feed, entry: ReadEntry, listed: frozenset[str]) -> bool:
    store, article, at = workspace.store, entry.article, workspace.clock()
    home = known_as(workspace, article)
    if home and listed & store.feeds.keys_of(feed.id, home):
        home, article = None, replace(article, id=article_id_of(f"{feed.id} {entry.key}"))
    if home is None:
        store.articles.insert(article, claims=checkable(entry.analysis), at=at)
        revision_id = store.revisions.add(article.id, article.document, entry.analysis, ANALYSIS_VERSION, at)
        store.articles.begin_with(article.id, revision_id)
    elif _is_at_home(feed, article) and _says_more(workspace, home, article):
        keep_text(workspace, batch, replace(article, id=home), entry.analysis)
    else:
        store.revisions.add(home, article.document, entry.analysis, ANALYSIS_VERSION, at)
    store.feeds.set_entry(feed.id, entry.key, KnownEntry(home or article.id, entry.digest, 0), owns=home is None)
    return home is None


def _update(workspace: Workspace, batch: Batch, feed: Feed, entry: ReadEntry, known: KnownEntry) -> bool:
    if known.digest == entry.digest:
        return False
    store, article = workspace.store, replace(entry.article, id=known.article_id)
    changes = known.changes + 1
    is_kept = changes <= MOST_CHANGES
    is_changed = False
    is_its_own = store.feeds.owner(article.id) == feed.id or _is_at_home(feed, article)
    if is_kept and is_its_own and _says_more(workspace, article.id, article):
        is_changed = keep_text(workspace, batch, article, entry.analysis)
    elif is_kept:
        store.revisions.add(article.id, article.document, entry.analysis, ANALYSIS_VERSION, workspace.clock())
    if is_its_own and store.articles.set_head(batch, article):
        is_changed = True
    store.feeds.set_entry(feed.id, entry.key, KnownEntry(article.id, entry.digest, changes), owns=False)
    return is_changed


def _is_at_home(feed: Feed, article: Article) -> bool:
    """Tell whether an article's page is on its feed's own host."""
    return article.url is not None and is_same_host(article.url, feed.url)


def _says_more(workspace: Workspace, article_id: ArticleId, article: Article) -> bool:
    """Tell whether a text is no mere summary of the one that the article has, such as its whole page."""
    current = workspace.store.revisions.current(article_id).document.text
    return len(article.document.text) >= _MERE_SUMMARY * len(current)
