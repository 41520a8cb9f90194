from datetime import date

from factories import added, span_of

from briefreader.model.annotation import Evidence
from briefreader.views.movement import movements
from briefreader.views.thesis_board import Board, board
from briefreader.workflows.annotate import Remark, annotate, delete, revise
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace


def test_what_came_went_and_was_weighed_anew_is_told_with_the_heaviest_first(workspace: Workspace) -> None:
    reading = added(workspace)
    thesis = add_thesis(workspace, ThesisWords(title="Halden"))
    weak = Evidence(stance="bull", strength=1, thesis_id=thesis.id)
    strong = Evidence(stance="bear", strength=5, confidence=0.9, thesis_id=thesis.id)
    went = annotate(workspace, reading, None, Remark(evidence=weak))
    changed = annotate(workspace, reading, span_of(reading, "Halden Compute"), Remark(evidence=weak))
    annotate(workspace, reading, span_of(reading, "power bill"), Remark(evidence=weak))
    then = now(workspace)
    delete(workspace, went)
    revise(workspace, changed, Remark(evidence=strong))
    came = annotate(workspace, reading, span_of(reading, "late 2027"), Remark(evidence=strong))

    moved = movements(then, now(workspace))

    assert [(one.item.annotation.id, one.before is None, one.after is None) for one in moved] == [
        (changed.id, False, False),
        (came.id, True, False),
        (went.id, False, True),
    ]
    assert moved[0].change < moved[1].change < 0 > moved[2].change
    assert movements(then, then) == ()


def now(workspace: Workspace) -> Board:
    return board(workspace.store, workspace.store.theses.all()[0].id, date(2026, 6, 20))
