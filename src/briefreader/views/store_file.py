"""Where the store is, and whose."""

from briefreader.store.store import Store


def store_file(store: Store) -> str | None:
    """Return the path of the store's file; None for one in memory."""
    return store.file()


def newer_schema(store: Store) -> int | None:
    """Return the version of a schema that this program does not know, so that it only reads; None for its own."""
    return store.newer_schema
