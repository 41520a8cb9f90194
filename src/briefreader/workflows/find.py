"""Find articles for a command, and keep what they are found by."""

from array import array

from briefreader.model.article import ListName
from briefreader.model.query import Order
from briefreader.views.querying import asked, matching_keys
from briefreader.workspace import Workspace


def found_by(workspace: Workspace, text: str, within: ListName | None, order: Order = "newest") -> "array[int]":
    """Return the keys of what a query asks for, in one list or anywhere but in the trash.

    Raises:
        QueryError: the query cannot be understood.

    """
    today = workspace.clock().date()
    return matching_keys(workspace.store, asked(text, today), today, within=within, order=order)


def rebuild_words(workspace: Workspace) -> None:
    """Make the index of words anew; nothing that the reader wrote is touched."""
    workspace.store.search.rebuild()
