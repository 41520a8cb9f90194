"""An address that lists articles, and what it says of each (the words are Atom's, RFC 4287)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from briefreader.model.ids import FeedId

_MOVES_SEEN, _MOVED_FOR = 3, timedelta(hours=24)

_UNITS = ((24 * 60, "d"), (60, "h"), (1, "min"))

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
    title_type: ContentType = "html"
    byline: str | None = None
    publisher: str | None = None
    """Whom the feed names as the source of this entry; None for the feed itself."""
    published_at: datetime | None = None
    """None without a date that can be read."""
    published_on: date | None = None
    """The day of that moment where the feed was written: its zone is lost between processes."""
    content: str = ""
    """All that the feed gives of it: the full content where there is one, else the summary."""
    content_type: ContentType = "html"
    base: str | None = None
    """The address from which links in the content count; None: the entry's own."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed that the reader has subscribed to."""

    id: FeedId
    url: str
    title: str
    """The reader's name for it, at first its own."""
    folder: str = ""
    """Empty for none."""
    full_text: bool = False
    """Whether the page of each entry is fetched too."""
    typed: bool = True
    """Whether the reader has written its address here, which may then be a private one; no file says that."""
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """How fetching a feed has gone; nobody's words, so that it may be lost."""

    title: str | None = None
    """The feed's own name, whatever the reader calls it."""
    etag: str | None = None
    """As the server wrote it."""
    last_modified: str | None = None
    body: str | None = None
    """The digest of the last answer, if all of it was taken in: the same one brings nothing new."""
    fetched_at: datetime | None = None
    """When it last answered."""
    next_at: datetime | None = None
    """Not before; None for at once."""
    failures: int = 0
    """In a row."""
    failing_since: datetime | None = None
    lost_since: datetime | None = None
    """Since when it has answered nothing but that there is no such page."""
    error: str | None = None
    """Why the last fetch failed, in words."""
    must_wait: bool = False
    """Whether it has asked to wait until ``next_at``, so that the reader's key does not ask before, unless twice."""
    gone_at: datetime | None = None
    """When it first answered that it is gone."""
    is_gone: bool = False
    """Whether it is believed, and not asked any more."""
    moved_to: str | None = None
    moved_seen: int = 0
    """How often in a row it said that it has moved there for good."""
    moved_since: datetime | None = None
    earlier: tuple[str, ...] = ()
    """The addresses at which it was asked before it moved, which are still its own."""
    new: tuple[int, ...] = ()
    """How many new entries the last fetches with any brought."""
    notes: tuple[str, ...] = ()
    """What was wrong with the feed itself and could be mended."""
    rests_s: float = 0.0
    """How long the feed asked to be left alone when it last came, and below in which hours (UTC) and on which days."""
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()
    missed: str | None = None
    """Why whole pages of its entries could not be had when they were last asked for, in words."""

    def has_moved(self, now: datetime) -> bool:
        """Tell whether a move for good was seen so often, over so long, that it may be offered to the reader."""
        since = self.moved_since
        return self.moved_seen >= _MOVES_SEEN and since is not None and now - since >= _MOVED_FOR

    def waits_until(self, now: datetime) -> datetime | None:
        """Return until when its server has asked to be left alone; None when it has not, or that is over."""
        return self.next_at if self.must_wait and self.next_at and self.next_at > now else None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is wrong without being in the way, with the feed itself and with the pages of its entries."""
        return (*self.notes, self.missed) if self.missed else self.notes

    def in_words(self, now: datetime) -> str:
        """Return how it does, for the reader."""
        if self.error:
            last = f"; last fetched {_when(self.fetched_at, now)}" if self.fetched_at else ""
            again = "" if self.is_gone else f"; retry {_when(self.next_at, now)}"
            return f"! {self.error}{last}{again}"
        if self.fetched_at is None:
            return "not fetched yet"
        parts = [f"fetched {_when(self.fetched_at, now)}, next {_when(self.next_at, now)}"]
        if self.has_moved(now):
            parts.append(f"moved to {self.moved_to} (m to use the new address)")
        return "; ".join([*parts, *self.remarks])


def clock_words(at: datetime, now: datetime) -> str:
    """Return a time as the reader's clock shows it, with the day when that is not today."""
    there, here = at.astimezone(), now.astimezone()
    return f"{there:%H:%M}" if there.date() == here.date() else f"{there:%d %b %H:%M}"


def _when(at: datetime | None, now: datetime) -> str:
    if at is None:
        return "now"
    minutes = round(abs((at - now).total_seconds()) / 60)
    size, unit = next(((minutes // step, unit) for step, unit in _UNITS if minutes >= step), (0, ""))
    if not size:
        return "now"
    return f"in {size} {unit}" if at > now else f"{size} {unit} ago"
