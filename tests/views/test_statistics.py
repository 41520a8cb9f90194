from datetime import date

from factories import a_remark, added, an_article
from fakes import TODAY

from briefreader.views.statistics import statistics
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import annotate
from briefreader.workflows.triage import mark_read, snooze
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace


def test_what_was_done_and_what_is_left_is_counted(workspace: Workspace) -> None:
    reading = added(workspace)
    add_articles(workspace, [an_article("Another one is here\n\nWords.")])
    annotate(workspace, reading, None, a_remark("bear"))
    mark_read(workspace, reading.article.id, is_read=True)

    counted = statistics(workspace.store, TODAY)

    assert list(counted.read_by_day.values()) == [0] * 13 + [1]
    assert counted.inbox_by_age == {"today": 2, "a week": 0, "a month": 0, "a year": 0, "older": 0}
    assert counted.stances == {"bull": 0, "bear": 1, "neutral": 0}
    assert statistics(workspace.store, date(2026, 7, 1)).inbox_by_age["a month"] == 2
    snooze(workspace, [reading.article.key], date(2026, 6, 20))
    assert statistics(workspace.store, TODAY).inbox_by_age["today"] == 1
    undo(workspace)
    undo(workspace)
    assert statistics(workspace.store, TODAY).read_by_day[TODAY] == 0
