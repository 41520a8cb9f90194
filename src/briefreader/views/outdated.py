"""Whether stored articles were analysed by an older version."""

from briefreader.model.analysis import ANALYSIS_VERSION
from briefreader.store.store import Store


def has_outdated(store: Store) -> bool:
    """Tell whether some text in the store was analysed by an older version."""
    return store.revisions.has_outdated(ANALYSIS_VERSION)
