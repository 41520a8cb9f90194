"""Take in pages from the web: by address, or for entries of which a feed gives only a summary."""

import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from time import sleep

from briefreader.ingest.articles import identify
from briefreader.ingest.decoding import charset_said
from briefreader.ingest.epub import LARGEST_BOOK
from briefreader.ingest.feeds import is_feed
from briefreader.ingest.fetch import Fetched, FetchError, content_type, fetch
from briefreader.ingest.page_head import are_apart, site_of
from briefreader.ingest.pdf import LARGEST_PDF
from briefreader.model.addresses import is_same_host
from briefreader.model.article import Article, Origin
from briefreader.model.errors import SandboxError, UnreadableError
from briefreader.model.feed import Feed
from briefreader.model.ids import ArticleId, FeedId
from briefreader.store.feeds import WantedPage
from briefreader.views.reading import Reading
from briefreader.workflows.add import Added, add_articles, keep_text
from briefreader.workflows.ask import Answer, ask_all
from briefreader.workflows.parsing import analysed, parsed
from briefreader.workspace import Workspace

logger = logging.getLogger(__name__)

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
}
_LARGER = {"application/pdf": LARGEST_PDF, "application/epub+zip": LARGEST_BOOK}
_MOST_TRIES = 5
"""So often is a page asked for that cannot be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFetched:
    """What became of a page that a reader of a feed wants."""

    feed: Feed
    url: str
    problem: str | None
    """Why it could not be had, in words."""
    done: int
    total: int


def add_page(workspace: Workspace, url: str) -> list[Added]:
    """Add the article at an address that the reader has typed.

    Raises:
        UnreadableError: nothing answers there, or there is no article.

    """
    return add_articles(workspace, [page_article(workspace, url, typed=True)])


def page_article(workspace: Workspace, url: str, *, typed: bool) -> Article:
    """Return the article at an address; ``typed`` says that the reader has written it.

    Raises:
        UnreadableError: nothing answers there, or there is no article.

    """
    try:
        return _article_in(workspace, url, fetch(url, typed=typed, larger=_LARGER))
    except FetchError as error:
        raise UnreadableError(url, str(error)) from error


def _article_in(workspace: Workspace, url: str, fetched: Fetched) -> Article:
    if fetched.status >= HTTPStatus.BAD_REQUEST:
        raise UnreadableError(url, f"the server returned an error ({fetched.status})")
    if is_feed(fetched.data):
        raise UnreadableError(url, f"this is a feed. To subscribe, run briefreader feeds add {url}")
    suffix = _SUFFIXES.get(content_type(fetched.headers), "")
    charset = charset_said(fetched.headers.get("content-type", ""))
    found = workspace.sandbox.run(url, parsed, fetched.data, suffix, fetched.url, charset)
    return _placed(found[0].article, fetched)


def fetch_wanted(workspace: Workspace, feeds: Sequence[Feed]) -> Iterator[PageFetched]:
    """Give the articles of feeds the whole pages that are still wanted; yield each when it is done.

    A page that could not be had is tried again with the next refreshes, but not for ever.
    """
    may_be_asked = {feed.id for feed, state in workspace.store.feeds.all() if feed.full_text and not state.must_wait}
    by_id = {feed.id: feed for feed in feeds if feed.id in may_be_asked}
    wanted = [page for page in workspace.store.feeds.wanted_pages() if page.feed_id in by_id]
    if wanted:
        sleep(workspace.gap_s)  # their hosts have just been asked for feeds
    missed = defaultdict[FeedId, list[str]](list)
    answers = ask_all(wanted, lambda page: page.url, lambda page: _ask(page, by_id[page.feed_id]), workspace.gap_s)
    for done, (page, answer) in enumerate(answers, start=1):
        problem = _keep_wanted(workspace, page, answer)
        missed[page.feed_id] += [problem] if problem else []
        yield PageFetched(feed=by_id[page.feed_id], url=page.url, problem=problem, done=done, total=len(wanted))
    for feed, state in workspace.store.feeds.all():
        if feed.id in missed:
            workspace.store.feeds.set_state(feed.id, replace(state, missed=_in_words(missed[feed.id])))


def _in_words(problems: Sequence[str]) -> str | None:
    if not problems:
        return None
    which = "for an entry" if len(problems) == 1 else f"for {len(problems)} entries"
    return f"no full text {which}: {problems[0]}"


def _ask(page: WantedPage, feed: Feed) -> Fetched:
    return fetch(page.url, typed=feed.typed and is_same_host(page.url, feed.url), larger=_LARGER)


def _keep_wanted(workspace: Workspace, page: WantedPage, answer: Answer) -> str | None:
    """Keep the text of a page; return why there is none, in words."""
    problem = _kept_or_why(workspace, page, answer)
    if problem and page.tries + 1 < _MOST_TRIES:
        workspace.store.feeds.page_failed(page.article_id)
    else:
        workspace.store.feeds.page_done(page.article_id)
    return problem


def _kept_or_why(workspace: Workspace, page: WantedPage, answer: Answer) -> str | None:
    if isinstance(answer, FetchError):
        return f"{page.url}: {answer}"
    try:
        found = _article_in(workspace, page.url, answer)
        said = workspace.store.revisions.current(page.article_id).document.text
        if len(found.document.text) > len(said):  # and is not the words of a page that shows nothing
            keep_page(workspace, page.article_id, found)
    except UnreadableError as problem:
        return str(problem)
    except SandboxError:
        raise
    except Exception as error:  # a bug on one page's data must not keep the others away
        logger.exception("page=%s", page.url)
        return f"{page.url}: could not be added ({type(error).__name__})"
    return None


def fetch_full_text(workspace: Workspace, reading: Reading) -> bool:
    """Give an article the whole text of its page; the one that it had is kept. False when it is the same.

    Raises:
        UnreadableError: the article has no address, or nothing can be read there.

    """
    if reading.article.url is None:
        raise UnreadableError(reading.article.name, "has no web page to fetch")
    feeds = {feed.id: feed for feed, _ in workspace.store.feeds.all()}
    feed = feeds.get(workspace.store.feeds.owner(reading.article.id) or FeedId(""))
    is_typed = feed is not None and feed.typed and is_same_host(reading.article.url, feed.url)
    page = page_article(workspace, reading.article.url, typed=is_typed)
    workspace.store.feeds.page_done(reading.article.id)
    return keep_page(workspace, reading.article.id, page)


def keep_page(workspace: Workspace, article_id: ArticleId, page: Article) -> bool:
    """Make the text of a page that of an article, which gets what else it lacks; False when it is that already."""
    page = replace(page, id=article_id)
    read = workspace.sandbox.run(page.url or "", analysed, page, workspace.clock(), workspace.today())
    with workspace.store.journal.batch("fetched the full text", workspace.clock()) as batch:
        workspace.store.heads.fill(batch, read.article)
        return keep_text(workspace, batch, read.article, read.analysis)


def _placed(article: Article, fetched: Fetched) -> Article:
    """Return the article at the address that it came from; a page that names another as its own retells that one."""
    canonical = article.url
    if canonical and not are_apart(site_of(canonical), site_of(fetched.url)):
        return article
    origin = article.origin
    if canonical and origin is None:
        origin = Origin(site_of(canonical), canonical)
    placed = replace(article, url=fetched.url, origin=origin)
    return replace(placed, id=identify(placed))
