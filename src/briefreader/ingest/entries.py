"""An article made of what a feed says of it."""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC

from briefreader.ingest.articles import build_article
from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.feed_words import plain_title
from briefreader.ingest.html import parse_html
from briefreader.ingest.plain_text import parse_plain_text
from briefreader.ingest.readings import Head
from briefreader.model.addresses import address_key
from briefreader.model.article import Article
from briefreader.model.feed import Entry

_PASSES_ON = re.compile(
    r"\b(?:alerts?|google news|hacker news|reddit|search|reader|bookmarks|read later|links|aggregat\w+|inoreader"
    r"|feedly)\b|^r/",
    re.IGNORECASE,
)
"""What feeds call themselves that bring what others publish."""


def entry_articles(entries: Sequence[Entry], publisher: str | None) -> list[Article]:
    """Return an article for each entry; ``publisher`` is the feed."""
    return [entry_article(entry, publisher) for entry in entries]


def entry_article(entry: Entry, publisher: str | None) -> Article:
    """Return the article as far as the feed gives it, under its title, which may be all there is."""
    title = entry.title if entry.title_type == "text" else plain_title(entry.title)
    drafts: list[DraftBlock] = []
    if entry.content_type == "text":
        drafts = parse_plain_text(entry.content)
    elif entry.content.strip():
        drafts = parse_html(entry.content, entry.base or entry.url or "")
    if not any(draft.text or draft.rows for draft in drafts):
        drafts = [] if title else [DraftBlock(kind="paragraph", text="The feed gives no words of this entry.")]
    if title and not any(clean_line(draft.text) == title for draft in drafts[:1]):
        drafts.insert(0, DraftBlock(kind="heading", level=1, text=title))
    head = Head()
    head.title(title, "feed", 0.95)
    head.publisher(entry.publisher, "feed", 0.92)
    head.publisher(publisher, "feed", 0.2 if publisher and _PASSES_ON.search(publisher) else 0.8)
    head.byline(entry.byline, "feed", 0.9)
    head.url(clean_url(entry.url or ""), "feed", 0.95)
    head.date(entry.published_on, "feed", 0.9)
    return build_article(drafts, head)


def entry_key(entry: Entry) -> str:
    """Return by what an entry is known in its feed: its id, else its page, else what it says."""
    if entry.guid:
        return entry.guid
    page = address_key(entry.url or "")
    return page or _digest(f"{entry.title}\n{entry.published_at}\n{entry.content[:200]}")


def entry_digest(entry: Entry) -> str:
    """Return what changes when anything of an entry that is kept changes."""
    moment = entry.published_at.astimezone(UTC) if entry.published_at else None
    return _digest("\n".join(map(str, (entry.title, entry.url, entry.byline, moment, entry.content))))


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:32]
