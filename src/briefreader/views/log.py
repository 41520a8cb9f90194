"""What was done, and whether the store is sound."""

from briefreader.model.journal import LoggedBatch
from briefreader.store.store import Store


def last_batches(store: Store, most: int) -> list[LoggedBatch]:
    """Return the last things done, the newest first."""
    return store.journal.log(most)


def damage(store: Store) -> list[str]:
    """Return what is wrong with the store and its index of words, in words; nothing when both are sound."""
    wrong = store.search.damage()
    return [*store.damage(), *([wrong] if wrong else [])]
