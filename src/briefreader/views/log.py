"""What was done."""

from briefreader.model.journal import LoggedBatch
from briefreader.store.store import Store


def done_here(store: Store) -> str | None:
    """Return the last thing that was done through this store, as undo names it; None when nothing was."""
    return store.journal.done_here[-1] if store.journal.done_here else None


def last_batches(store: Store, most: int) -> list[LoggedBatch]:
    """Return the last things done, the newest first."""
    return store.journal.log(most)


def last_batch(store: Store) -> int:
    """Return the number of the last thing done; 0 when nothing was ever done."""
    return store.journal.last_batch()
