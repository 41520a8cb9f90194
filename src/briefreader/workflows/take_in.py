"""Keep what a feed says: entries become articles, and their new texts become texts of these."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefreader.ingest.articles import article_id_of
from briefreader.model.analysis import ANALYSIS_VERSION
from briefreader.model.article import Article
from briefreader.model.feed import Feed
from briefreader.model.ids import ArticleId
from briefreader.store.feeds import KnownEntry
from briefreader.store.hashing import text_digest
from briefreader.store.journal import Batch
from briefreader.workflows.add import checkable, keep_text, known_as
from briefreader.workflows.parsing import ReadEntry
from briefreader.workflows.rules import on_arrival
from briefreader.workspace import Workspace

_MERE_SUMMARY = 0.5
MOST_CHANGES = 24
"""A feed that changes an entry's text more often than this does so at every look: the last one is kept."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many articles an update brought."""

    new: int = 0
    changed: int = 0
    held: int = 0
    """Entries whose text changes at every look, so that it is not followed any more."""

    def __add__(self, other: "TakenIn") -> "TakenIn":
        return TakenIn(self.new + other.new, self.changed + other.changed, self.held + other.held)


def take_in(
    workspace: Workspace, feed: Feed, entries: Sequence[ReadEntry], listed: frozenset[str] = frozenset()
) -> TakenIn:
    """Keep entries as one transaction; ``listed`` are the keys of all that the feed lists now.

    An entry is known by its key in its feed, else by its page, else by its very text. Two entries that a feed lists
    side by side are two, also where they name one page, and so are two that it has listed one after the other under ids
    of their own: a page may hold them all. Another feed's article never gets another text from this one: the text is
    kept beside its own. New articles are no act of the reader's and are not on the way of undo; a new text of a known
    one is.
    """
    known = workspace.store.feeds.known(feed.id, [entry.key for entry in entries])
    new = changed = held = 0
    verb = f"new versions from {feed.title}"
    before = workspace.store.articles.last_key()
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        for entry in entries:
            if entry.key in known:
                changed += _update(workspace, batch, feed, entry, known[entry.key])
                held += known[entry.key].changes >= MOST_CHANGES
            else:
                new += _add(workspace, batch, feed, entry, listed)
    on_arrival(workspace, before)
    return TakenIn(new, changed, held)


def _add(workspace: Workspace, batch: Batch, feed: Feed, entry: ReadEntry, listed: frozenset[str]) -> bool:
    store, article, at = workspace.store, entry.read.article, workspace.clock()
    home = _known_as(workspace, feed, entry, listed)
    if home and listed & store.feeds.keys_of(feed.id, home):
        home = None
    if home is None and (entry.is_page_shared or store.articles.text_now(article.id) is not None):
        article = replace(article, id=_id_in_feed(feed, entry))
    if home is None:
        store.articles.insert(article, claims=checkable(entry.read.analysis), at=at)
        revision_id = store.revisions.add(article.id, article.document, entry.read.analysis, ANALYSIS_VERSION, at)
        store.articles.begin_with(article.id, revision_id)
    store.feeds.set_entry(feed.id, entry.key, KnownEntry(home or article.id, entry.digest, 0), owns=home is None)
    if home:
        _keep_text(workspace, batch, feed, _as(entry, replace(article, id=home)))
    else:
        _want_page(workspace, feed, _as(entry, article))
    return home is None


def _known_as(workspace: Workspace, feed: Feed, entry: ReadEntry, listed: frozenset[str]) -> ArticleId | None:
    """Return the stored article that an entry is which its feed has not listed before; None for a new one."""
    article = entry.read.article
    if home := article.url and workspace.store.feeds.listed_at(article.url, entry.key):
        return home
    home = None if entry.is_page_shared else known_as(workspace, article)
    if home and _is_on_its_page(workspace, entry, home, workspace.store.feeds.keys_of(feed.id, home), listed):
        return home
    return known_as(workspace, replace(article, id=_id_in_feed(feed, entry), url=None))


def _is_on_its_page(
    workspace: Workspace, entry: ReadEntry, home: ArticleId, before: frozenset[str], listed: frozenset[str]
) -> bool:
    """Tell whether an article on an entry's page is the entry, and not one that the page held before it.

    ``before`` are the keys under which the feed has listed that article. A feed that names its entries has named
    another there, unless it says now what it said then, or lists none of those any more and the title is the same:
    some give an entry another key with each edit.
    """
    store, article = workspace.store, entry.read.article
    if not entry.is_named or not before:
        return True
    known = store.articles.by_id([home])[home]
    if _fragment(known.url) != _fragment(article.url):
        return False
    is_rekeyed = not before & listed and known.title == article.title
    return is_rekeyed or store.revisions.has_text(home, text_digest(article.document.text))


def _as(entry: ReadEntry, article: Article) -> ReadEntry:
    return replace(entry, read=replace(entry.read, article=article))


def _id_in_feed(feed: Feed, entry: ReadEntry) -> ArticleId:
    return article_id_of(f"{feed.id} {entry.key}")


def _fragment(url: str | None) -> str:
    return (url or "").partition("#")[2]


def _update(workspace: Workspace, batch: Batch, feed: Feed, entry: ReadEntry, known: KnownEntry) -> bool:
    if known.digest == entry.digest:
        return False
    store, article = workspace.store, replace(entry.read.article, id=known.article_id)
    changes = known.changes + 1
    is_changed = False
    if changes <= MOST_CHANGES:
        is_changed = _keep_text(workspace, batch, feed, _as(entry, article))
    if store.feeds.owner(article.id) == feed.id and store.heads.read_again(batch, article):
        is_changed = True
    store.feeds.set_entry(feed.id, entry.key, KnownEntry(article.id, entry.digest, changes), owns=False)
    return is_changed


def _keep_text(workspace: Workspace, batch: Batch, feed: Feed, entry: ReadEntry) -> bool:
    """Keep what a feed says of a known article; tell whether it is the text that the article has from now on."""
    store, article = workspace.store, entry.read.article
    _want_page(workspace, feed, entry)
    if store.feeds.owner(article.id) == feed.id and _says_more(workspace, article.id, article):
        return keep_text(workspace, batch, article, entry.read.analysis)
    store.revisions.add(article.id, article.document, entry.read.analysis, ANALYSIS_VERSION, workspace.clock())
    return False


def _want_page(workspace: Workspace, feed: Feed, entry: ReadEntry) -> None:
    """Note that the page of an entry is wanted, where the reader wants it, and the feed has not said all of it."""
    store, article = workspace.store, entry.read.article
    if feed.full_text and entry.is_summary and article.url and store.feeds.owner(article.id) == feed.id:
        store.feeds.want_page(feed.id, article.id)


def _says_more(workspace: Workspace, article_id: ArticleId, article: Article) -> bool:
    """Tell whether a text is no mere summary of the one that the article has, such as its whole page."""
    current = workspace.store.revisions.current(article_id).document.text
    return len(article.document.text) >= _MERE_SUMMARY * len(current)
