"""Queries that the reader keeps."""

from dataclasses import dataclass

from briefreader.model.ids import ViewId


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A query under a name."""

    id: ViewId
    name: str
    query: str
    """As it was written; days like ``30d`` count from the day on which the view is looked at."""
    place: int
    """Its place among the views, from 0."""
