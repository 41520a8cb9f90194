"""Which theses there are, and what is on none."""

from briefreader.model.ids import ThesisId
from briefreader.model.thesis import Thesis
from briefreader.store.store import Store


def theses(store: Store) -> tuple[Thesis, ...]:
    """Return all theses, the oldest first."""
    return store.theses.all()


def last_thesis(store: Store) -> ThesisId | None:
    """Return the thesis that evidence was last put on; None when there is none, or the last was put on none."""
    newest = store.annotations.newest_evidence()
    return newest.thesis_id if newest else None


def unfiled(store: Store) -> int:
    """Return how many pieces of evidence are on no thesis."""
    return len(store.annotations.of_thesis(None))
