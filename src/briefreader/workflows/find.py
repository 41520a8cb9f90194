"""Find articles for a command, and keep what they are found by."""

from array import array

from briefreader.model.article import ListName
from briefreader.model.query import Order
from briefreader.views.querying import asked, matching_keys
from briefreader.views.selection import Selection
from briefreader.workspace import Workspace


def found_by(workspace: Workspace, text: str, within: ListName | None, order: Order = "newest") -> "array[int]":
    """Return the keys of what a query asks for, in one list or anywhere but in the trash.

    Raises:
        QueryError: the query cannot be understood.

    """
    today = workspace.today()
    return matching_keys(workspace.store, asked(text, today), today, within=within, order=order)


def selected_by(workspace: Workspace, query: str, *, with_text: bool = False) -> Selection:
    """Return what a query chooses to go out, everything without one; ``with_text``: whole texts with it.

    Raises:
        QueryError: the query cannot be understood.

    """
    return Selection(workspace.store, found_by(workspace, query, None) if query else None, with_text=with_text)


def rebuild_words(workspace: Workspace) -> None:
    """Make the index of words anew; nothing that the reader wrote is touched."""
    workspace.store.search.rebuild()
