"""The feeds and their folders, as what can be listed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from briefreader.model.ids import FeedId
from briefreader.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A feed, or a folder of feeds."""

    name: str
    folder: str | None
    """The folder that a feed is in, empty for none; None for a folder itself."""
    articles: int
    """How many of its articles are in the inbox."""

    @property
    def query(self) -> str:
        """What asks for its articles: the longest part of its name that can stand in quotation marks."""
        return f'source:"{max(self.name.split(chr(34)), key=len)}"'


def counted_sources(store: Store, today: date) -> list[Source]:
    """Return the folders, each before its feeds, in the order of their names; feeds without a folder come first."""
    return _sources(store, store.feeds.inbox_counts(today))


def sources(store: Store) -> list[Source]:
    """Return the same, with nothing counted."""
    return _sources(store, {})


def _sources(store: Store, counts: Mapping[FeedId, int]) -> list[Source]:
    feeds = [
        Source(name=feed.title, folder=feed.folder, articles=counts.get(feed.id, 0)) for feed, _ in store.feeds.all()
    ]
    listed: list[Source] = []
    for folder in sorted({feed.folder or "" for feed in feeds}):
        inside = sorted((feed for feed in feeds if feed.folder == folder), key=lambda feed: feed.name.casefold())
        if folder:
            listed.append(Source(name=folder, folder=None, articles=sum(feed.articles for feed in inside)))
        listed += inside
    return listed
