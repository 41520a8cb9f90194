from factories import added

from briefreader.workflows.triage import move_to
from briefreader.workflows.undo import redo, undo
from briefreader.workspace import Workspace


def test_undo_and_redo_say_what_they_brought_back(workspace: Workspace) -> None:
    reading = added(workspace)
    move_to(workspace, reading.article.id, "archive")

    undone, redone = undo(workspace), redo(workspace)

    assert undone == redone
    assert undone is not None
    assert undone.verb == "archived"
