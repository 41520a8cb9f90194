"""What the reader has corrected."""

from briefreader.model.correction import Correction
from briefreader.store.store import Store


def all_corrections(store: Store) -> tuple[Correction, ...]:
    """Return every correction, the oldest first."""
    return store.corrections.all()
