from datetime import timedelta

import pytest
from factories import SEEDS, an_article
from fakes import TODAY

from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.views.inbox import whole_list
from briefreader.views.stories import stories, story_with
from briefreader.workflows.add import add_articles, add_files
from briefreader.workflows.stories import merge_stories, split_off
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
    assert {row.similar for row in whole_list(workspace.store, "inbox", TODAY)} == {4}


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
