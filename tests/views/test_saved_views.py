from factories import added
from fakes import TODAY

from briefreader.views.saved_views import counted_views, saved_views
from briefreader.workflows.saved_views import forget_view, keep_view, move_view, rename_view
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace


def names(workspace: Workspace) -> list[str]:
    return [view.name for view in saved_views(workspace.store)]


def test_views_are_kept_counted_ordered_renamed_forgotten_and_undone(workspace: Workspace) -> None:
    added(workspace)
    first, second, third = (keep_view(workspace, name, f"halden {name}") for name in ("is:inbox", "is:trash", "power"))

    assert [count for _, count in counted_views(workspace.store, TODAY)] == [1, 0, 1]
    move_view(workspace, third, -5)
    rename_view(workspace, first, "mine")
    forget_view(workspace, second)
    assert names(workspace) == ["power", "mine"]
    for _ in range(3):
        undo(workspace)
    assert names(workspace) == ["is:inbox", "is:trash", "power"]
