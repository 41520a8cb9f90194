from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from factories import SEEDS, an_article
from fakes import TODAY

from briefreader.model.article import ArticleRow
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.model.saved_view import RuleAction
from briefreader.views.inbox import shown_together, whole_list
from briefreader.views.stories import stories, story_with
from briefreader.workflows.add import add_articles, add_files
from briefreader.workflows.find import found_by
from briefreader.workflows.rules import act, fitting
from briefreader.workflows.saved_views import keep_view
from briefreader.workflows.stories import merge_stories, split_off
from briefreader.workflows.triage import mark_all, snooze
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace

LEASE = "OpenAI leases its halls to Nvidia for years to come."
SAME = "OpenAI has rented its halls to Nvidia, it is said."


def added(workspace: Workspace, *texts: str, days: int = 0) -> list[ArticleId]:
    made = [an_article(text, published_on=TODAY - timedelta(days=days)) for text in texts]
    return [one.article.id for one in add_articles(workspace, made)]


def together(workspace: Workspace) -> list[set[ArticleId]]:
    return [{one.id for one in story.articles} for story in stories(workspace.store)]


def key_of(workspace: Workspace, article_id: ArticleId) -> ArticleKey:
    return next(row.key for row in whole_list(workspace.store, "inbox", TODAY) if row.id == article_id)


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not here")
def test_the_seeds_are_one_story(workspace: Workspace) -> None:
    add_files(workspace, [SEEDS])

    assert [len(story) for story in together(workspace)] == [5]
    keys = [row.key for row in whole_list(workspace.store, "inbox", TODAY)]
    assert {len(shown.keys) for shown in shown_together(workspace.store, keys, TODAY).values()} == {5}


def test_what_states_the_same_within_three_days_is_one_story_however_it_comes(workspace: Workspace) -> None:
    [first] = added(workspace, LEASE)
    [second] = added(workspace, SAME, days=3)
    added(workspace, "Nvidia makes chips for everybody in the world.")
    added(workspace, f"{SAME} It was long ago.", days=9)

    assert together(workspace) == [{first, second}]


def test_two_names_that_few_have_and_their_words_make_one_story(workspace: Workspace) -> None:
    first = "OpenAI meets Tesla in Quito over the glacier archive of the Andes, and talks of cores."
    second = "In Quito, Tesla has heard OpenAI on the glacier archive and its cores in the Andes."
    made = added(workspace, first, second, "OpenAI and Tesla differ on taxes, wages and much else.")

    assert together(workspace) == [set(made[:2])]


def test_a_story_is_parted_and_joined_by_hand_and_stays_so(workspace: Workspace) -> None:
    first, second = added(workspace, LEASE, SAME)
    [other] = added(workspace, "Nvidia makes chips for everybody in the world.")

    split_off(workspace, key_of(workspace, second))
    assert together(workspace) == []
    undo(workspace)
    assert together(workspace) == [{first, second}]
    assert merge_stories(workspace, [key_of(workspace, other), key_of(workspace, first)]) == 3
    assert together(workspace) == [{first, second, other}]
    undo(workspace)
    assert together(workspace) == [{first, second}]
    assert story_with(workspace.store, key_of(workspace, other)) is None


@pytest.mark.parametrize("state", ["archive", "trash", "later", "read", "snoozed"])
def test_a_query_and_a_rule_act_on_what_they_find_and_never_on_the_rest_of_a_story(
    workspace: Workspace, state: str
) -> None:
    first, second = added(workspace, LEASE, SAME)
    assert together(workspace) == [{first, second}]
    before = by_id(workspace)[second]
    found = found_by(workspace, "leases", None)
    if state == "read":
        mark_all(workspace, found, is_read=True)
    elif state == "snoozed":
        snooze(workspace, found, TODAY + timedelta(days=9))
    else:
        view = keep_view(workspace, "leases", "leases")
        act(workspace, view, cast("RuleAction", state), fitting(workspace, view))

    assert by_id(workspace)[second] == before
    assert by_id(workspace)[first] != replace(before, id=first)


def by_id(workspace: Workspace) -> dict[ArticleId, ArticleRow]:
    return {row.id: row for row in workspace.store.articles.rows(range(1, 9)).values()}
