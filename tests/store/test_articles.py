from datetime import date, timedelta

import pytest
from factories import added, an_article, dated
from fakes import TODAY

from briefreader.model.errors import NotFoundError
from briefreader.model.ids import ArticleId
from briefreader.views.inbox import whole_list
from briefreader.workflows.add import add_articles
from briefreader.workflows.triage import mark_read, move_to
from briefreader.workspace import Workspace


def test_lists_are_newest_first_by_the_day_of_publication(workspace: Workspace) -> None:
    days = {"one here": date(2026, 1, 1), "two here": date(2026, 3, 1), "three here": date(2026, 2, 1)}
    add_articles(workspace, [dated(text, day) for text, day in days.items()])

    assert [row.opening for row in whole_list(workspace.store, "inbox", TODAY)] == [
        "two here",
        "three here",
        "one here",
    ]


def test_an_article_without_a_date_comes_after_those_of_the_day_on_which_it_was_added(workspace: Workspace) -> None:
    add_articles(workspace, [an_article("first without"), dated("of today", TODAY), an_article("second without")])
    add_articles(workspace, [dated("of yesterday", TODAY - timedelta(days=1))])

    assert [row.opening for row in whole_list(workspace.store, "inbox", TODAY)] == [
        "of today",
        "second without",
        "first without",
        "of yesterday",
    ]


def test_a_day_in_the_future_does_not_stay_on_top(workspace: Workspace) -> None:
    add_articles(workspace, [dated("from the future", date(2031, 1, 1)), dated("of today", date(2026, 6, 15))])

    assert [row.opening for row in whole_list(workspace.store, "inbox", TODAY)] == ["of today", "from the future"]


def test_an_article_has_a_place_in_its_own_list_only(workspace: Workspace) -> None:
    add_articles(workspace, [dated(f"text number {day}", date(2026, 1, day)) for day in (1, 2, 3)])
    keys = list(workspace.store.articles.keys_in("inbox", TODAY))
    ids = [workspace.store.articles.rows([key])[key].id for key in keys]  # type: ignore[index]

    assert [workspace.store.articles.place(id_, "inbox", TODAY) for id_ in ids] == list(
        zip(keys, range(3), strict=True)
    )
    assert workspace.store.articles.place(ids[0], "archive", TODAY)[1] is None


def test_the_start_of_an_id_is_enough_when_it_is_one_articles(workspace: Workspace) -> None:
    reading = added(workspace)

    assert workspace.store.articles.find(reading.article.id[:5]).id == reading.article.id


@pytest.mark.parametrize("prefix", ["", "zzz", "%"])
def test_an_id_that_no_article_has_is_named(workspace: Workspace, prefix: str) -> None:
    added(workspace)

    with pytest.raises(NotFoundError, match="article"):
        workspace.store.articles.find(prefix)


def test_moving_or_marking_an_article_that_is_not_there_says_so(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no article 'gone' found"):
        move_to(workspace, ArticleId("gone"), "archive")
    with pytest.raises(NotFoundError):
        mark_read(workspace, ArticleId("gone"), is_read=True)
    with pytest.raises(NotFoundError):
        workspace.store.articles.place(ArticleId("gone"), "inbox", TODAY)
