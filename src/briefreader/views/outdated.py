"""Whether stored articles were analysed by an older version."""

from briefreader.model.analysis import ANALYSIS_VERSION
from briefreader.store.store import Store


def file_with_outdated(store: Store) -> str | None:
    """Return the store's file if some text in it was analysed by an older version; None when nothing is to be done."""
    return store.file() if store.revisions.has_outdated(ANALYSIS_VERSION) else None
