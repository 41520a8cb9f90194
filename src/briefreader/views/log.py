"""What was done."""

from briefreader.model.journal import LoggedBatch
from briefreader.store.store import Store


def done_here(store: Store) -> str | None:
    """Return the last thing that was done through this store, as undo names it; None when nothing was."""
    return store.journal.done_here[-1] if store.journal.done_here else None


def last_batches(store: Store, most: int) -> list[LoggedBatch]:
    """Return the last things done, the newest first."""
    return store.journal.log(most)
