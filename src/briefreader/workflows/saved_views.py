"""Keep queries under a name."""

from collections.abc import Sequence

from briefreader.model.errors import NamingError
from briefreader.model.ids import ViewId
from briefreader.model.saved_view import SavedView
from briefreader.views.querying import asked
from briefreader.workspace import Workspace


def keep_view(workspace: Workspace, name: str, text: str) -> SavedView:
    """Keep a query as the last of the views.

    Raises:
        QueryError: the query cannot be understood.
        NamingError: there is no name, or it is taken.

    """
    name = _free(workspace, name, [])
    asked(text, workspace.today())
    place = max((view.place for view in workspace.store.saved_views.all()), default=-1) + 1
    view = SavedView(id=ViewId(workspace.new_id()), name=name, query=text, place=place)
    with workspace.store.journal.batch(f"saved the search {name}", workspace.clock()) as batch:
        workspace.store.saved_views.add(batch, view)
    return view


def rename_view(workspace: Workspace, view: SavedView, name: str) -> None:
    """Give a view another name.

    Raises:
        NamingError: there is no name, or it is taken.

    """
    name = _free(workspace, name, [view.id])
    with workspace.store.journal.batch(f"renamed the saved search {view.name}", workspace.clock()) as batch:
        workspace.store.saved_views.change(batch, view.id, {"name": name})


def move_view(workspace: Workspace, view: SavedView, by: int) -> None:
    """Put a view before or after its neighbours; at the end it stays."""
    views = workspace.store.saved_views.all()
    others = [one for one in views if one.id != view.id]
    place = max(0, min(len(others), views.index(view) + by))
    ordered = [*others[:place], view, *others[place:]]
    with workspace.store.journal.batch(f"moved the saved search {view.name}", workspace.clock()) as batch:
        for number, one in enumerate(ordered):
            workspace.store.saved_views.change(batch, one.id, {"place": number})


def forget_view(workspace: Workspace, view: SavedView) -> None:
    """Forget a view; what it finds stays."""
    with workspace.store.journal.batch(f"deleted the saved search {view.name}", workspace.clock()) as batch:
        workspace.store.saved_views.delete(batch, view.id)


def _free(workspace: Workspace, name: str, but: Sequence[ViewId]) -> str:
    """Return a name in one clean line, if no view has it but those."""
    from briefreader.ingest.clean import clean_line  # noqa: PLC0415 - the app starts without it

    name = clean_line(name)
    if not name:
        raise NamingError("a saved search needs a name")
    if any(view.name == name and view.id not in but for view in workspace.store.saved_views.all()):
        raise NamingError(f"a saved search named {name!r} already exists. Choose another name.")
    return name
