"""Take in pages from the web: by address, or for entries of which a feed gives only a summary."""

from dataclasses import replace
from http import HTTPStatus
from urllib.parse import urlsplit

from briefreader.ingest.articles import identify
from briefreader.ingest.decoding import charset_said
from briefreader.ingest.fetch import Fetched, FetchError, fetch
from briefreader.ingest.files import parse_articles
from briefreader.model.addresses import is_same_host
from briefreader.model.article import Article, Origin
from briefreader.model.errors import UnreadableError
from briefreader.model.ids import ArticleId, FeedId
from briefreader.views.reading import Reading
from briefreader.workflows.add import Added, add_articles, keep_text
from briefreader.workflows.take_in import read_article_of
from briefreader.workspace import Workspace

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
}
_LARGEST = 50_000_000


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
        fetched = fetch(url, typed=typed, largest=_LARGEST)
    except FetchError as error:
        raise UnreadableError(url, str(error)) from error
    if fetched.status >= HTTPStatus.BAD_REQUEST:
        raise UnreadableError(url, f"answers with an error ({fetched.status})")
    kind = fetched.headers.get("content-type", "").partition(";")[0].strip().lower()
    charset = charset_said(fetched.headers.get("content-type", ""))
    articles = workspace.sandbox.run(url, parse_articles, fetched.data, _SUFFIXES.get(kind, ""), url, charset)
    return _placed(articles[0], fetched)


def fetch_full_text(workspace: Workspace, reading: Reading) -> bool:
    """Give an article the whole text of its page; the one that it had is kept. False when it is the same.

    Raises:
        UnreadableError: the article has no address, or nothing can be read there.

    """
    if reading.article.url is None:
        raise UnreadableError(reading.article.name, "has no address to fetch a page from")
    feeds = {feed.id: feed for feed, _ in workspace.store.feeds.all()}
    feed = feeds.get(workspace.store.feeds.owner(reading.article.id) or FeedId(""))
    is_typed = feed is not None and feed.typed and is_same_host(reading.article.url, feed.url)
    page = page_article(workspace, reading.article.url, typed=is_typed)
    return keep_page(workspace, reading.article.id, page)


def keep_page(workspace: Workspace, article_id: ArticleId, page: Article) -> bool:
    """Make the text of a page the text of an article; False when it is that already."""
    read = read_article_of("", "", replace(page, id=article_id), workspace.clock())
    with workspace.store.journal.batch("fetched the whole text", workspace.clock()) as batch:
        return keep_text(workspace, batch, read.article, read.analysis)


def _placed(article: Article, fetched: Fetched) -> Article:
    """Return the article at the address that it came from; a page that names another as its own retells that one."""
    canonical = article.url
    if canonical and _host(canonical) == _host(fetched.url):
        return article
    origin = article.origin
    if canonical and origin is None:
        origin = Origin(_host(canonical), canonical)
    placed = replace(article, url=fetched.url, origin=origin)
    return replace(placed, id=identify(placed))


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
