"""How many notes wait for the reader's word."""

from briefreader.store.store import Store


def doubt_count(store: Store) -> int:
    """Return how many notes are in doubt since their article got another text."""
    return sum(anchor.is_to_review for anchor in store.anchors.all_current().values())
