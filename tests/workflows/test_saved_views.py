import pytest

from briefreader.model.errors import NamingError, NotFoundError, QueryError
from briefreader.views.saved_views import saved_views
from briefreader.workflows.saved_views import forget_view, keep_view, rename_view
from briefreader.workspace import Workspace


def test_a_view_must_be_understood_and_must_be_there(workspace: Workspace) -> None:
    with pytest.raises(QueryError):
        keep_view(workspace, "x", "(")
    view = keep_view(workspace, "x", "y")
    forget_view(workspace, view)
    with pytest.raises(NotFoundError):
        forget_view(workspace, view)
    with pytest.raises(NotFoundError):
        rename_view(workspace, view, "z")


@pytest.mark.parametrize(("name", "words"), [(" \t", "needs a name"), ("Big", "already"), (" Big\x1b\n", "already")])
def test_a_view_has_a_name_of_its_own(workspace: Workspace, name: str, words: str) -> None:
    keep_view(workspace, "Big", "x")
    other = keep_view(workspace, "Other\none\x1b", "y")

    with pytest.raises(NamingError, match=words):
        keep_view(workspace, name, "z")
    with pytest.raises(NamingError, match=words):
        rename_view(workspace, other, name)
    rename_view(workspace, other, "Other one")

    assert [view.name for view in saved_views(workspace.store)] == ["Big", "Other one"]
