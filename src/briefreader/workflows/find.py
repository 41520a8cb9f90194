"""Find articles for a command, and keep what they are found by."""

from array import array

from briefreader.model.article import ListName
from briefreader.model.errors import QueryError
from briefreader.model.query import Order, QueryProblem
from briefreader.views.querying import matching_keys, understood
from briefreader.workspace import Workspace


def found_by(workspace: Workspace, text: str, within: ListName | None, order: Order = "newest") -> "array[int]":
    """Return the keys of what a query asks for, in one list or anywhere but in the trash.

    Raises:
        QueryError: the query cannot be understood.

    """
    today = workspace.clock().date()
    query = understood(text, today)
    if isinstance(query, QueryProblem):
        raise QueryError(text, query.at, query.message)
    return matching_keys(workspace.store, query, today, within=within, order=order)


def rebuild_words(workspace: Workspace) -> None:
    """Make the index of words anew; nothing that the reader wrote is touched."""
    workspace.store.search.rebuild()
