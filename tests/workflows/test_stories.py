import json
from datetime import timedelta
from typing import cast

import pytest
from factories import LABELLED, SEEDS, an_article
from fakes import TODAY

from briefreader.model.article import ArticleRow
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.model.saved_view import RuleAction
from briefreader.views.inbox import whole_list
from briefreader.views.stories import stories, story_with
from briefreader.workflows.add import add_articles, add_files
from briefreader.workflows.find import found_by
from briefreader.workflows.rules import act, fitting
from briefreader.workflows.saved_views import keep_view
from briefreader.workflows.stories import join_stories, merge_stories, split_off
from briefreader.workflows.triage import mark_all, snooze
from briefreader.workflows.undo import redo, undo
from briefreader.workspace import Workspace

LEASE = """Tolliver Freight bids for Ostrava Rail

Tolliver Freight made a bid of $97.4 billion for Ostrava Rail, whose wagons carry lignite through Moravia.
"""
SAME = """Ostrava Rail weighs an offer by Tolliver

Ostrava Rail has an offer on its table: Tolliver Freight would pay $97.4 billion for wagons and lignite in Moravia.
"""
BACKGROUND = (
    "A choir sings in the rain\n\nThe choir of Larkmoor sang for an hour, and nobody went home.",
    "Pears are early this year\n\nGrowers in Ashby say that pears ripen three weeks before their time.",
    "The museum buys a globe\n\nA globe of 1624 goes to the museum at Dunholme, which paid little for it.",
    "Ferries stay in port\n\nStrong wind kept every ferry in Skerry port until the evening.",
    "Bees return to the moor\n\nA count of bees on Larkmoor found more than in any summer since the fire.",
)


def added(workspace: Workspace, *texts: str, days: int = 0) -> list[ArticleId]:
    made = [an_article(text, published_on=TODAY - timedelta(days=days)) for text in texts]
    return [one.article.id for one in add_articles(workspace, made)]


def together(workspace: Workspace) -> list[set[ArticleId]]:
    return [{one.id for one in story.articles} for story in stories(workspace.store)]


def key_of(workspace: Workspace, article_id: ArticleId) -> ArticleKey:
    return next(row.key for row in whole_list(workspace.store, "inbox", TODAY) if row.id == article_id)


def kinds(workspace: Workspace) -> list[str]:
    """Return what all articles are to one another for a comparison."""
    keys = [row.key for row in whole_list(workspace.store, "inbox", TODAY)]
    return [kind for kind, _ in workspace.store.stories.kin(keys).values()]


def test_articles_on_one_matter_are_of_one_event_once_the_reader_has_joined_them(workspace: Workspace) -> None:
    added(workspace, LEASE)
    vote = "The board meets\n\nOstrava Rail will vote on wagons and lignite as Tolliver Freight bids."
    added(workspace, vote, days=9)
    assert kinds(workspace) == ["related"]

    merge_stories(workspace, [row.key for row in whole_list(workspace.store, "inbox", TODAY)])

    assert kinds(workspace) == ["same"]


def test_articles_that_the_reader_has_parted_are_nothing_to_one_another(workspace: Workspace) -> None:
    first, _ = added(workspace, LEASE, SAME)
    assert kinds(workspace) == ["same"]

    split_off(workspace, key_of(workspace, first))
    assert kinds(workspace) == []

    undo(workspace)
    assert kinds(workspace) == ["same"]


def test_labelled_briefings_of_one_event_are_one_story_and_others_are_not(workspace: Workspace) -> None:
    files = sorted(LABELLED.glob("*.txt"))
    added(workspace, *BACKGROUND)
    names = dict(zip(added(workspace, *(file.read_text("utf-8") for file in files)), files, strict=True))
    labelled = [{*story} for story in json.loads((LABELLED / "labels.json").read_text("utf-8"))["stories"]]
    found = [{names[one].name for one in story} for story in together(workspace)]

    assert len(found) == len(labelled)
    assert all(any(story <= whole for whole in labelled) for story in found)


if SEEDS.exists():

    def test_the_seeds_tell_two_events(workspace: Workspace) -> None:
        add_files(workspace, [SEEDS])

        assert sorted(len(story) for story in together(workspace)) == [2, 2]


def test_one_event_told_within_two_days_is_one_story_that_prints_its_evidence(workspace: Workspace) -> None:
    [first] = added(workspace, LEASE)
    added(workspace, *BACKGROUND)
    [second] = added(workspace, SAME, days=2)
    added(workspace, f"{SAME} It was long ago.", days=9)

    assert together(workspace) == [{first, second}]
    [story] = stories(workspace.store)
    [(one, other, why)] = story.why
    assert (one, other) == (first, second)
    assert "both say $97.4 billion" in why
    assert any("tolliver" in one for one in why)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Harbour Notes #364", "Harbour Notes #365"),
        ("Morning: quays — Harbour Notes", "Evening: tides — Harbour Notes"),
    ],
)
def test_two_editions_of_one_outlet_are_never_one_story(workspace: Workspace, first: str, second: str) -> None:
    texts = {first: LEASE, second: SAME}
    for days, (title, text) in enumerate(texts.items()):
        day = TODAY - timedelta(days=days)
        add_articles(workspace, [an_article(text, title=title, publisher="Harbour", published_on=day)])
    add_articles(
        workspace, [an_article(f"{SAME} So it is.", title="Tolliver bids", publisher="Tide", published_on=TODAY)]
    )

    assert all({first, second} != {row.title for row in story.articles} for story in stories(workspace.store))
    assert all(
        len({*(row.title for row in story.articles)} & {first, second}) < 2 for story in stories(workspace.store)
    )


def test_another_product_of_an_outlet_never_comes_into_a_story_through_a_third_article(workspace: Workspace) -> None:
    told = (
        ("Tolliver shows a wagon", "Tolliver", LEASE),
        ("A wagon by Tolliver", "Tide", SAME),
        ("Tolliver shows a barge", "Tolliver", f"{SAME} A barge comes as well."),
    )
    for title, publisher, text in told:
        add_articles(workspace, [an_article(text, title=title, publisher=publisher, published_on=TODAY)])

    assert [{row.title for row in story.articles} for story in stories(workspace.store)] == [
        {"Tolliver shows a wagon", "A wagon by Tolliver"}
    ]


def test_releases_of_one_sender_with_one_ending_are_no_story(workspace: Workspace) -> None:
    towns = ("Ashby", "Skerry", "Larkmoor", "Dunholme", "Moravia")
    for number, (town, news) in enumerate(zip(towns, BACKGROUND, strict=True)):
        text = (
            f"{news} So the ministry opens a quay for {town} at a cost of ${number + 20} million.\n\n"
            "The ministry serves 4,100,000 residents. “Our mission is to serve each of them with care,” it said."
        )
        day = TODAY - timedelta(days=number // 2)
        title = f"Works opens a quay in {town}"
        add_articles(workspace, [an_article(text, title=title, publisher="Works", published_on=day)])

    assert together(workspace) == []


def test_articles_of_two_stories_are_related_whatever_they_share(workspace: Workspace) -> None:
    first, second, *others = (key_of(workspace, one) for one in added(workspace, LEASE, SAME, *BACKGROUND[:2]))
    split_off(workspace, key_of(workspace, workspace.store.articles.rows([second])[second].id))
    merge_stories(workspace, [first, others[0]])
    merge_stories(workspace, [second, others[1]])
    for one, other in ((first, second), (first, others[1])):
        with workspace.store.journal.batch("allowed", workspace.clock()) as batch:
            rows = workspace.store.articles.rows([one, other])
            workspace.store.stories.allow(batch, rows[one].id, rows[other].id)

    assert workspace.store.stories.kin([first, second])[first, second][0] == "related"


def test_without_a_day_only_a_copy_joins(workspace: Workspace) -> None:
    added(workspace, LEASE, *BACKGROUND)
    add_articles(workspace, [an_article(SAME, published_on=None)])
    assert together(workspace) == []
    [copy] = add_articles(workspace, [an_article(f"{LEASE}\n\nThis was reprinted.", published_on=None)])
    [story] = together(workspace)
    assert copy.article.id in story


def test_a_third_of_a_story_has_to_tell_the_same(workspace: Workspace) -> None:
    [first] = added(workspace, LEASE)
    others = added(workspace, *BACKGROUND)
    keys = [key_of(workspace, one) for one in (first, *others[:3])]
    merge_stories(workspace, keys)
    [late] = added(workspace, SAME)

    assert late not in next(iter(together(workspace)))


def test_what_the_reader_has_parted_stays_apart_when_more_arrives(workspace: Workspace) -> None:
    added(workspace, *BACKGROUND)
    first, second = added(workspace, LEASE, SAME)
    assert together(workspace) == [{first, second}]
    split_off(workspace, key_of(workspace, second))
    assert together(workspace) == []
    join_stories(workspace, [key_of(workspace, second)])
    assert together(workspace) == []
    merge_stories(workspace, [key_of(workspace, second), key_of(workspace, first)])
    assert together(workspace) == [{first, second}]
    assert workspace.store.stories.vetoed(key_of(workspace, first)) == set()
    undo(workspace)
    assert workspace.store.stories.vetoed(key_of(workspace, first)) == {key_of(workspace, second)}


def test_undoing_an_arrival_parts_what_it_brought_together(workspace: Workspace) -> None:
    [first] = added(workspace, LEASE)
    added(workspace, *BACKGROUND)
    [second] = added(workspace, SAME)
    key = key_of(workspace, first)

    undone = undo(workspace)
    assert undone is not None
    assert undone.article_ids == (second,)
    assert workspace.store.stories.of(key) is None
    redo(workspace)
    assert together(workspace) == [{first, second}]


def test_what_was_done_between_an_arrival_and_its_story_is_undone_by_itself(workspace: Workspace) -> None:
    journal, at = workspace.store.journal, workspace.clock()
    [first] = added(workspace, LEASE)
    key = key_of(workspace, first)
    with journal.batch("arrives", at) as arrival:
        arrival.update_articles([key], {"state": "later"})
    with journal.batch("reads", at) as other:
        other.update_articles([key], {"is_read": 1})

    with journal.more_of(arrival) as batch:
        assert batch is None
    undo(workspace)
    with journal.more_of(arrival) as batch:
        assert batch is None
    assert workspace.store.damage() == []


def test_a_story_is_parted_and_joined_by_hand_and_stays_so(workspace: Workspace) -> None:
    [other, *_] = added(workspace, *BACKGROUND)
    first, second = added(workspace, LEASE, SAME)

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
    added(workspace, *BACKGROUND)
    first, second = added(workspace, LEASE, SAME)
    assert together(workspace) == [{first, second}]
    first_before, before = (by_id(workspace)[one] for one in (first, second))
    found = found_by(workspace, "bids", None)
    if state == "read":
        mark_all(workspace, found, is_read=True)
    elif state == "snoozed":
        snooze(workspace, found, TODAY + timedelta(days=9))
    else:
        view = keep_view(workspace, "bids", "bids")
        act(workspace, view, cast("RuleAction", state), fitting(workspace, view))

    assert by_id(workspace)[second] == before
    assert by_id(workspace)[first] != first_before


def by_id(workspace: Workspace) -> dict[ArticleId, ArticleRow]:
    return {row.id: row for row in workspace.store.articles.rows(range(1, 9)).values()}
