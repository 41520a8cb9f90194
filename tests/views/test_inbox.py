from datetime import date

from factories import added, dated
from fakes import TODAY

from briefreader.views.inbox import list_counts, list_keys, list_rows, place_in_list, store_version, whole_list
from briefreader.workflows.add import add_articles
from briefreader.workflows.triage import move_to
from briefreader.workspace import Workspace


def test_a_list_holds_what_is_in_its_state(workspace: Workspace) -> None:
    reading = added(workspace)
    add_articles(workspace, [dated("Another text that is here", date(2026, 1, 1))])
    move_to(workspace, reading.article.id, "shortlist")

    assert list(list_keys(workspace.store, "shortlist", TODAY)) == [reading.article.key]
    assert [row.id for row in whole_list(workspace.store, "shortlist", TODAY)] == [reading.article.id]
    assert place_in_list(workspace.store, reading.article.id, "shortlist", TODAY) == (reading.article.key, 0)


def test_only_as_many_keys_as_are_asked_for(workspace: Workspace) -> None:
    add_articles(workspace, [dated(f"text number {day}", date(2026, 1, day)) for day in (1, 2, 3)])

    assert len(list_keys(workspace.store, "inbox", TODAY, 2)) == 2


def test_rows_that_are_gone_are_left_out(workspace: Workspace) -> None:
    reading = added(workspace)

    assert list(list_rows(workspace.store, [reading.article.key, 999])) == [reading.article.key]


def test_every_list_is_counted(workspace: Workspace) -> None:
    added(workspace)

    assert list_counts(workspace.store, TODAY) == {
        "inbox": 1,
        "later": 0,
        "shortlist": 0,
        "archive": 0,
        "trash": 0,
        "snoozed": 0,
    }


def test_our_own_writes_are_no_news(workspace: Workspace) -> None:
    before = store_version(workspace.store)
    added(workspace)

    assert store_version(workspace.store) == before
