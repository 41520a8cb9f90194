import pytest

from briefreader.model.errors import NotFoundError, QueryError
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
