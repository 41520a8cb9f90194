from factories import added

from briefreader.views.log import last_batches
from briefreader.workspace import Workspace


def test_the_log_begins_with_the_last_thing_done(workspace: Workspace) -> None:
    added(workspace)

    assert [batch.verb for batch in last_batches(workspace.store, 1)] == ["added an article"]
