from datetime import timedelta

from factories import an_article
from fakes import TODAY

from briefreader.model.ids import ArticleKey
from briefreader.views.events import Event, WordCounts, event_of, telling_of
from briefreader.workflows.add import add_articles
from briefreader.workflows.triage import move_to
from briefreader.workspace import Workspace

TEXT = "Tolliver Freight made a bid of $97.4 billion for Ostrava Rail, whose wagons carry lignite through Moravia."


def keys(workspace: Workspace) -> list[ArticleKey]:
    return sorted(workspace.store.articles.rows(range(1, 9)))


def the_event(workspace: Workspace, key: ArticleKey) -> Event:
    return event_of(workspace.store, key, WordCounts(workspace.store))


def test_an_article_is_held_against_what_was_here_before_and_not_in_the_trash(workspace: Workspace) -> None:
    made = add_articles(workspace, [an_article(TEXT), an_article(f"{TEXT}\n\nThis was reprinted.")])
    first, second = keys(workspace)

    event = the_event(workspace, second)
    assert event.day is None
    assert "w:tolliver" in event.words
    assert event.edges == {first: ("the same text: 100% of the shorter one",)}
    move_to(workspace, made[0].article.id, "trash")
    assert the_event(workspace, second).edges == {}


def test_the_next_step_of_a_matter_is_related_also_where_it_has_no_day(workspace: Workspace) -> None:
    later = "Ostrava Rail weighs what Tolliver Freight would pay for its wagons, which carry lignite through Moravia."
    for day in (TODAY - timedelta(days=9), TODAY, None):
        add_articles(workspace, [an_article(f"{TEXT if day else later} Said at {day}.", published_on=day)])
    add_articles(workspace, [an_article(f"Growers in Ashby say that pear {number} ripens.") for number in range(5)])
    first, second, third, *_ = keys(workspace)

    assert third in the_event(workspace, second).related
    assert {first, second} <= {*the_event(workspace, third).related}
    assert the_event(workspace, third).edges == {}


def test_what_an_article_links_to_is_told_by_it(workspace: Workspace) -> None:
    page = "https://harbour.example/tolliver-bids"
    add_articles(workspace, [an_article(TEXT, url=page, published_on=TODAY - timedelta(days=9))])
    add_articles(
        workspace, [an_article(f"Ostrava Rail weighs the [$97.4 billion bid]({page}) of Tolliver Freight.", ".md")]
    )
    add_articles(workspace, [an_article(f"Growers in Ashby say that pear {number} ripens.") for number in range(5)])
    first, second, *_ = keys(workspace)

    assert workspace.store.stories.linked(second) == {first}
    assert the_event(workspace, second).edges == {first: ("one links to the other",)}


def test_a_run_of_words_that_seven_articles_have_is_a_templates(workspace: Workspace) -> None:
    add_articles(workspace, [an_article(f"{TEXT}\n\nCopy {number}.") for number in range(8)])

    assert the_event(workspace, keys(workspace)[-1]).edges == {}


def test_an_outlet_is_the_publisher_or_else_the_host(workspace: Workspace) -> None:
    add_articles(workspace, [an_article(TEXT, publisher=None, url="https://harbour.example/a")])
    add_articles(workspace, [an_article(f"{TEXT} So it is.", publisher="Tide", url="https://tide.example/a")])

    assert [telling_of(workspace.store, key).outlet for key in keys(workspace)] == ["harbour.example", "Tide"]
