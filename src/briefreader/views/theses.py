"""Which theses there are, and what is on none."""

from briefreader.model.ids import ThesisId
from briefreader.model.thesis import Thesis
from briefreader.store.store import Store


def theses(store: Store) -> tuple[Thesis, ...]:
    """Return all theses, the oldest first."""
    return store.theses.all()


def last_thesis(store: Store) -> ThesisId | None:
    """Return the thesis that evidence was last put on, before any was the one written last.

    None without a thesis, and when the last evidence was put on none although there were some.
    """
    newest = store.annotations.newest_evidence()
    written = store.theses.all()
    return newest.thesis_id if newest else written[-1].id if written else None


def unfiled(store: Store) -> int:
    """Return how many pieces of evidence are on no thesis."""
    return len(store.annotations.of_thesis(None))
