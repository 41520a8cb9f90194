from datetime import date

import pytest
from factories import added, span_of

from briefreader.model.watch import Due
from briefreader.workflows.undo import undo
from briefreader.workflows.watch import (
    WatchWords,
    change_watch,
    delete_watch,
    propose,
    reopen,
    resolve,
    turn_side,
    watch,
)
from briefreader.workspace import Workspace

DUE = Due(first=date(2026, 7, 1), last=date(2026, 9, 30), precision="quarter")


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("Watch whether Halden opens its second hall by 30 September 2026.", "2026-09-30"),
        ("Northlight expects to move by late 2027.", "2027-12-31"),
        ("Halden cut its bill.", None),
    ],
)
def test_a_passage_proposes_its_question_and_its_date(workspace: Workspace, sentence: str, last: str | None) -> None:
    reading = added(workspace, f"Halden\n\nIt said so. {sentence}")

    question, due = propose(workspace, reading, span_of(reading, sentence))

    assert question == sentence
    assert (due and due.last.isoformat()) == last


def test_an_item_is_written_changed_answered_and_all_of_it_undone(workspace: Workspace) -> None:
    reading = added(workspace)
    item = watch(workspace, WatchWords(question="Will it move?", due=DUE), reading, span_of(reading, "will move"))
    table = workspace.store.watch_items
    states = [table.all()]
    assert states[0] == (item,)

    assert turn_side(workspace, item) == "bull if it happens"
    states.append(table.all())
    change_watch(workspace, table.find(item.id), WatchWords(question="Will it?", due=DUE, probability=0.7))
    states.append(table.all())
    resolve(workspace, table.find(item.id), "did not", "no sign of it")
    states.append(table.all())
    reopen(workspace, table.find(item.id))
    states.append(table.all())
    delete_watch(workspace, table.find(item.id))

    assert table.all() == ()
    for state in reversed(states):
        undo(workspace)
        assert table.all() == state
    assert states[2] == states[4]
    assert table.of_article(reading.article.id) == (item,)
