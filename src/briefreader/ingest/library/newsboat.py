"""What newsboat keeps: the list of feeds (``urls``) and the articles (``cache.db``)."""

import shlex
from collections.abc import Iterable
from urllib.parse import urlsplit

from briefreader.ingest.clean import clean_line
from briefreader.ingest.library.saved import SavedArticle, moment
from briefreader.ingest.opml import Outline
from briefreader.ingest.private import is_written_private
from briefreader.model.addresses import safe_address


def parse_urls(text: str) -> tuple[list[Outline], list[str]]:
    """Return the feeds, and the lines that are refused: only http and https are fetched, nothing is run.

    The first tag that is no title is the folder; a title begins with a tilde.
    """
    feeds: list[Outline] = []
    refused: list[str] = []
    for line in text.splitlines():
        try:
            address, *tags = shlex.split(line, comments=True) or [""]
        except ValueError:
            address, tags = line.split(maxsplit=1)[0], []
        url = safe_address(address)
        if not address or address.startswith("query:"):
            continue
        if url is None or is_written_private(urlsplit(url).hostname or ""):
            refused.append(f"{clean_line(address, 100)} is refused: not http or https, or on your own network")
            continue
        titles = [clean_line(tag.lstrip("~!"), 200) for tag in tags if tag.startswith("~")]
        folders = [clean_line(tag, 200) for tag in tags if tag[:1] not in ("~", "!")]
        feeds.append(Outline(url, titles[0] if titles else url, folders[0] if folders else ""))
    return feeds, refused


def saved_items(rows: Iterable[tuple[str, str, str, int, str, int]]) -> list[SavedArticle]:
    """Return the articles of the cache: title, author, address, time, content and whether it is unread, of each."""
    return [
        SavedArticle(
            title=title,
            byline=author or None,
            url=url or None,
            published_on=at.date() if (at := moment(published)) else None,
            html=content,
            state="inbox" if unread else "archive",
            is_read=not unread,
        )
        for title, author, url, published, content, unread in rows
    ]
