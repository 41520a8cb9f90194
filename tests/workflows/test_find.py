import pytest
from factories import added

from briefreader.model.errors import QueryError
from briefreader.views.health import health
from briefreader.workflows.find import found_by, rebuild_words
from briefreader.workspace import Workspace


def test_a_command_finds_what_a_query_asks_for(workspace: Workspace) -> None:
    reading = added(workspace)

    assert list(found_by(workspace, "halden power", None)) == [reading.article.key]
    assert list(found_by(workspace, "halden", "archive")) == []


def test_a_query_that_cannot_be_understood_is_pointed_at(workspace: Workspace) -> None:
    with pytest.raises(QueryError, match=r"(?s)unknown field colour.*\n  a colour:red\n    \^"):
        found_by(workspace, "a colour:red", None)


def test_an_index_of_words_that_does_not_fit_is_told_and_made_anew(workspace: Workspace) -> None:
    reading = added(workspace)
    assert health(workspace.store) == []
    workspace.store.journal._connection.execute("INSERT INTO article_words (article_words) VALUES ('delete-all')")

    assert "briefreader doctor --rebuild" in health(workspace.store)[0][1]
    rebuild_words(workspace)

    assert health(workspace.store) == []
    assert list(found_by(workspace, "halden", None)) == [reading.article.key]
