"""The sample briefings."""

from briefreader import paths
from briefreader.views.inbox import list_counts
from briefreader.workspace import Workspace


def add_samples(workspace: Workspace) -> None:
    """Add the briefings that ship with the program, unless the store has articles already."""
    if any(list_counts(workspace.store).values()):
        return
    from briefreader.workflows.add import add_files  # noqa: PLC0415 - 100 ms, needed only once

    add_files(workspace, [paths.bundled("sample_data")])
