"""The feeds, and how they do."""

from briefreader.model.feed import Feed, FeedState
from briefreader.store.store import Store


def feed_list(store: Store) -> tuple[tuple[Feed, FeedState], ...]:
    """Return every feed by folder and title, with how fetching it goes."""
    return store.feeds.all()


def failing(store: Store) -> int:
    """Return how many feeds could not be read when they were last asked."""
    return sum(state.error is not None for _, state in store.feeds.all())
