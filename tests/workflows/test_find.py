import pytest
from factories import added

from briefreader.model.errors import QueryError
from briefreader.workflows.find import found_by
from briefreader.workspace import Workspace


def test_a_command_finds_what_a_query_asks_for(workspace: Workspace) -> None:
    reading = added(workspace)

    assert list(found_by(workspace, "halden power", None)) == [reading.article.key]
    assert list(found_by(workspace, "halden", "archive")) == []


def test_a_query_that_cannot_be_understood_is_pointed_at(workspace: Workspace) -> None:
    with pytest.raises(QueryError, match=r"(?s)no such field: colour.*\n  a colour:red\n    \^"):
        found_by(workspace, "a colour:red", None)
