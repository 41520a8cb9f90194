from factories import added

from briefreader.views.log import damage, last_batches
from briefreader.workspace import Workspace


def test_the_log_and_the_check_of_the_store(workspace: Workspace) -> None:
    added(workspace)

    assert [batch.verb for batch in last_batches(workspace.store, 1)] == ["added an article"]
    assert damage(workspace.store) == []
