"""Take back the last thing done, and do it again."""

from briefreader.model.journal import Undone
from briefreader.workspace import Workspace


def undo(workspace: Workspace) -> Undone | None:
    """Take back the last write that still stands; None when there is none."""
    return workspace.store.journal.undo()


def redo(workspace: Workspace) -> Undone | None:
    """Do again what was last taken back; None when there is nothing."""
    return workspace.store.journal.redo()
