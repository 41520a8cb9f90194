import pytest
from factories import added

from briefreader.model.article import STATES, State
from briefreader.views.inbox import list_counts
from briefreader.views.reading import reading_of
from briefreader.workflows.triage import mark_read, move_to
from briefreader.workspace import Workspace


@pytest.mark.parametrize("state", STATES)
def test_an_article_moves_to_any_list(workspace: Workspace, state: State) -> None:
    reading = added(workspace)

    move_to(workspace, reading.article.id, state)

    assert list_counts(workspace.store)[state] == 1


def test_an_article_is_read_or_unread(workspace: Workspace) -> None:
    reading = added(workspace)

    mark_read(workspace, reading.article.id, is_read=True)

    assert reading_of(workspace.store, reading.article.key).article.is_read
