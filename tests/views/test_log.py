from factories import added

from briefreader.views.log import last_batch, last_batches
from briefreader.workspace import Workspace


def test_the_log_begins_with_the_last_thing_done(workspace: Workspace) -> None:
    assert last_batch(workspace.store) == 0
    added(workspace)

    assert [batch.verb for batch in last_batches(workspace.store, 1)] == ["added 1 article"]
    assert last_batch(workspace.store) == 1
