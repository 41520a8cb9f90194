"""Where the store is."""

from briefreader.store.store import Store


def store_file(store: Store) -> str | None:
    """Return the path of the store's file; None for one in memory."""
    return store.file()
