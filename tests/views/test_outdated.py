from factories import added

from briefreader.model.analysis import Analysis
from briefreader.views.outdated import has_outdated
from briefreader.workspace import Workspace


def test_a_text_that_older_rules_have_analysed_is_outdated(workspace: Workspace) -> None:
    reading = added(workspace)
    assert not has_outdated(workspace.store)

    workspace.store.revisions.replace_analysis(reading.revision_id, Analysis(), 1)

    assert has_outdated(workspace.store)
