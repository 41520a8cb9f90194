from factories import added

from briefreader.model.annotation import Evidence
from briefreader.views.theses import theses, unfiled
from briefreader.workflows.annotate import Remark, annotate
from briefreader.workflows.undo import undo
from briefreader.workflows.weigh import ThesisWords, add_thesis, change_thesis, delete_thesis
from briefreader.workspace import Workspace


def test_a_thesis_is_written_changed_and_deleted_and_all_of_it_undone(workspace: Workspace) -> None:
    thesis = add_thesis(workspace, ThesisWords(title="Halden", premortem=("no tenants",)))
    evidence = Evidence(stance="bull", thesis_id=thesis.id)
    annotate(workspace, added(workspace), None, Remark(evidence=evidence))
    changed = change_thesis(workspace, thesis, ThesisWords(title="Halden rents", prior=0.3))
    assert theses(workspace.store) == (changed,)

    delete_thesis(workspace, changed)
    assert (theses(workspace.store), unfiled(workspace.store)) == ((), 1)

    undo(workspace)
    assert (theses(workspace.store), unfiled(workspace.store)) == ((changed,), 0)
    undo(workspace)
    assert theses(workspace.store) == (thesis,)
