import json

from factories import a_remark, added, span_of
from fakes import TODAY

from briefreader.export.board import board_lines, matrix_lines, render_board, render_matrix
from briefreader.views.matrix import matrix
from briefreader.views.movement import movements
from briefreader.views.thesis_board import board
from briefreader.workflows.annotate import annotate
from briefreader.workflows.weigh import ThesisWords, add_thesis, put_on_thesis
from briefreader.workspace import Workspace


def test_all_that_a_thesis_weighs_goes_out(workspace: Workspace) -> None:
    thesis = add_thesis(workspace, ThesisWords(title="Halden"))
    empty = board(workspace.store, thesis.id, TODAY)
    reading = added(workspace)
    note = annotate(workspace, reading, span_of(reading, "cut its power bill by 60%"), a_remark("bear"))
    put_on_thesis(workspace, note, thesis)

    made = board(workspace.store, thesis.id, TODAY)
    told = json.loads(render_board(made, movements(empty, made)))

    assert (told["thesis"], told["belief"]["items"], told["belief"]["origins"]) == ("Halden", 1, 1)
    assert told["belief"]["probability"] < 0.5
    (item,) = told["evidence"]
    assert (item["id"], item["stance"], item["strength"], item["quote"]) == (
        note.id,
        "bear",
        3,
        "cut its power bill by 60%",
    )
    assert told["moved"] == [{"id": note.id, "before": None, "after": item["weight"]}]
    assert [one["origin"] for one in told["without"]]
    assert len(told["missing"]) == sum(line.startswith("missing: ") for line in board_lines(made, None))


def test_each_passage_is_listed_with_the_theses_that_it_is_on(workspace: Workspace) -> None:
    thesis = add_thesis(workspace, ThesisWords(title="Halden"))
    reading = added(workspace)
    put_on_thesis(workspace, annotate(workspace, reading, None, a_remark()), thesis)

    (row,) = json.loads(render_matrix(*matrix(workspace.store)))["rows"]

    assert row == {
        "words": "the whole article",
        "origin": None,
        "evidence": [{"thesis": "Halden", "stance": "bull", "strength": 3, "counts": True}],
    }
    assert list(matrix_lines(*matrix(workspace.store))) == ["“the whole article”", "    bull    3/5  Halden"]
