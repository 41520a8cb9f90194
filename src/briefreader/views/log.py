"""What was done."""

from briefreader.model.journal import LoggedBatch
from briefreader.store.store import Store


def last_batches(store: Store, most: int) -> list[LoggedBatch]:
    """Return the last things done, the newest first."""
    return store.journal.log(most)
