from datetime import date

import pytest
from factories import BRIEFING, added
from fakes import TODAY

from briefreader.model.article import STATES, State
from briefreader.views.inbox import list_counts, list_keys
from briefreader.views.reading import reading_of
from briefreader.workflows.triage import mark_all, mark_read, move_all, move_to, snooze
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace


@pytest.mark.parametrize("state", STATES)
def test_an_article_moves_to_any_list(workspace: Workspace, state: State) -> None:
    reading = added(workspace)

    move_to(workspace, reading.article.id, state)

    assert list_counts(workspace.store, TODAY)[state] == 1


def test_an_article_is_read_or_unread(workspace: Workspace) -> None:
    reading = added(workspace)

    mark_read(workspace, reading.article.id, is_read=True)

    assert reading_of(workspace.store, reading.article.key).article.is_read


def test_many_articles_move_as_one_thing_to_undo(workspace: Workspace) -> None:
    keys = [added(workspace, f"{BRIEFING}\nNumber {number}.").article.key for number in range(5)]
    before = workspace.store.journal.replay()

    assert move_all(workspace, keys[1:], "archive") == "archived: 4 articles"
    mark_all(workspace, keys[:2], is_read=True)
    snooze(workspace, keys[:2], date(2026, 7, 1))
    assert list_counts(workspace.store, TODAY) == {
        "inbox": 0, "later": 0, "shortlist": 0, "archive": 3, "trash": 0, "snoozed": 2
    }  # fmt: skip
    for _ in range(3):
        undo(workspace)

    assert workspace.store.journal.replay() == before
    assert list(list_keys(workspace.store, "inbox", TODAY)) == sorted(keys, reverse=True)


def test_what_is_so_already_is_left_alone(workspace: Workspace) -> None:
    keys = [added(workspace).article.key]
    move_all(workspace, keys, "archive")
    move_all(workspace, keys, "archive")

    undo(workspace)

    assert list_counts(workspace.store, TODAY)["inbox"] == 1
