import pytest
from factories import added

from briefreader.model.article import STATES, State
from briefreader.model.errors import NotFoundError
from briefreader.model.ids import ArticleId
from briefreader.views.inbox import list_counts
from briefreader.views.reading import reading_of
from briefreader.workflows.triage import mark_read, move_to, retitle
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace


@pytest.mark.parametrize("state", STATES)
def test_an_article_moves_to_any_list(workspace: Workspace, state: State) -> None:
    reading = added(workspace)

    move_to(workspace, reading.article.id, state)

    assert list_counts(workspace.store)[state] == 1


def test_a_title_of_the_readers_own_is_kept_and_undone(workspace: Workspace) -> None:
    reading = added(workspace)

    retitle(workspace, reading.article.id, "Mi\x1bne\n")

    assert reading_of(workspace.store, reading.article.key).article.title == "Mine"
    undo(workspace)
    assert reading_of(workspace.store, reading.article.key).article.title == reading.article.title
    with pytest.raises(NotFoundError):
        retitle(workspace, ArticleId("gone"), "x")


def test_an_article_is_read_or_unread(workspace: Workspace) -> None:
    reading = added(workspace)

    mark_read(workspace, reading.article.id, is_read=True)

    assert reading_of(workspace.store, reading.article.key).article.is_read
