"""An address that lists articles, and what it says of each (the words are Atom's, RFC 4287)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

ContentType = Literal["html", "text"]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an entry names; it is never fetched."""

    url: str
    type: str = ""
    length: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed says of one article; strings are clean, addresses are as they came."""

    guid: str | None
    """What the feed calls it; None when the feed gives no id."""
    url: str | None
    title: str | None
    byline: str | None = None
    published_at: datetime | None = None
    """None without a date that can be read."""
    content: str = ""
    """All that the feed gives of it: the full content where there is one, else the summary."""
    content_type: ContentType = "html"
    is_summary: bool = True
    """Whether the feed says no more than a summary."""
    tags: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDocument:
    """A feed as it was read."""

    title: str | None
    url: str | None
    """The page that it belongs to."""
    entries: tuple[Entry, ...]
    """As the feed orders them."""
    rests: timedelta | None = None
    """How long it asks to be left alone (ttl, updatePeriod)."""
    skip_hours: frozenset[int] = frozenset()
    """Hours of the day, in UTC, in which it asks not to be asked."""
    skip_days: frozenset[int] = frozenset()
    """Days of the week, Monday 0, likewise."""
    notes: tuple[str, ...] = ()
    """What was wrong with it and could be mended, in words."""
