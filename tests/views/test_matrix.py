from factories import added, span_of

from briefreader.model.annotation import Evidence
from briefreader.views.matrix import matrix
from briefreader.workflows.annotate import Remark, annotate
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace


def test_a_passage_on_two_theses_is_one_row_with_two_cells(workspace: Workspace) -> None:
    one, other = (add_thesis(workspace, ThesisWords(title=title)) for title in "AB")
    reading = added(workspace)
    span = span_of(reading, "cut its power bill by 60%")
    for evidence in (Evidence(stance="bull", thesis_id=one.id), Evidence(stance="bear", thesis_id=other.id)):
        annotate(workspace, reading, span, Remark(evidence=evidence))
    annotate(workspace, reading, None, Remark(evidence=Evidence(stance="bull")))

    theses, rows = matrix(workspace.store)

    assert theses == (one, other)
    assert [(row.words, {key: cells[0].evidence.stance for key, cells in row.cells.items()}) for row in rows] == [
        ("cut its power bill by 60%", {one.id: "bull", other.id: "bear"})
    ]
