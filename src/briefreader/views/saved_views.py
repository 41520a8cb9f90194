"""The reader's views, with how much each finds."""

from datetime import date

from briefreader.model.errors import NotFoundError
from briefreader.model.query import QueryProblem
from briefreader.model.saved_view import SavedView
from briefreader.store.store import Store
from briefreader.views.querying import matching_keys, understood


def saved_views(store: Store) -> list[SavedView]:
    """Return all views, in the reader's order."""
    return store.saved_views.all()


def view_named(store: Store, name: str) -> SavedView:
    """Return the first view of a name.

    Raises:
        NotFoundError: there is none.

    """
    found = next((view for view in store.saved_views.all() if view.name == name), None)
    if found is None:
        raise NotFoundError("saved search", name)
    return found


def in_view(store: Store, name: str, text: str) -> str:
    """Return the query of a view, narrowed by another one.

    Raises:
        NotFoundError: there is no such view.

    """
    query = view_named(store, name).query
    return f"({query}) ({text})" if text else query


def counted_views(store: Store, today: date) -> list[tuple[SavedView, int | None]]:
    """Return all views, in the reader's order, each with how many articles it finds; None when it is not understood."""
    counted: list[tuple[SavedView, int | None]] = []
    for view in store.saved_views.all():
        query = understood(view.query, today)
        counted.append((view, None if isinstance(query, QueryProblem) else len(matching_keys(store, query, today))))
    return counted
