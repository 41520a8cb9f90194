from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from fakes import TODAY, noon

from briefreader.ingest.entries import entry_digest
from briefreader.model.feed import Entry, Feed
from briefreader.model.ids import FeedId
from briefreader.views.inbox import whole_list
from briefreader.views.reading import reading_by_id
from briefreader.workflows.parsing import ReadEntry, read_entry
from briefreader.workflows.take_in import TakenIn, take_in
from briefreader.workspace import Workspace

FEED = Feed(id=FeedId("f"), url="https://a.example/f", title="Feed", added_at=noon())


def read_entries(entries: Iterable[tuple[str, str, Entry]], publisher: str) -> list[ReadEntry]:
    return [read_entry(*one, publisher, None, noon()) for one in entries]


def entry(**different: object) -> Entry:
    plain = Entry(
        guid="1",
        url="https://a.example/1",
        title="One",
        content="<p>Halden Compute cut its power bill by 60% in April 2026.</p>",
    )
    return replace(plain, **different)  # type: ignore[arg-type]


def test_an_entry_is_an_article_with_its_analysis_and_is_known_afterwards(workspace: Workspace) -> None:
    read = read_entries([("1", "d", entry())], "Feed")

    assert [take_in(workspace, FEED, read) for _ in range(2)] == [TakenIn(1, 0), TakenIn(0, 0)]
    row = whole_list(workspace.store, "inbox", TODAY)[0]
    assert (row.title, row.publisher, row.words) == ("One", "Feed", 12)
    assert workspace.store.feeds.owner(row.id) == FEED.id
    assert workspace.store.damage() == []


def test_a_day_that_nobody_can_have_meant_is_none(workspace: Workspace) -> None:
    for number, days in enumerate((-20_000, 40)):
        day = TODAY + timedelta(days=days)
        one = entry(guid=str(number), url=f"https://a.example/{number}", title=str(number), published_on=day)
        take_in(workspace, FEED, read_entries([(str(number), "d", one)], "Feed"))

    assert [row.published_on for row in whole_list(workspace.store, "inbox", TODAY)] == [None, None]


def test_entries_that_say_the_same_few_words_are_two_articles(workspace: Workspace) -> None:
    two = [
        (
            str(number),
            "d",
            entry(guid=str(number), url=f"https://a.example/{number}", title=str(number), content="Read on"),
        )
        for number in (1, 2)
    ]

    assert take_in(workspace, FEED, read_entries(two, "Feed")) == TakenIn(2, 0)


def listed(workspace: Workspace, feed: Feed, *entries: Entry) -> TakenIn:
    """Take in what a feed lists now."""
    told = [(one.guid or "", entry_digest(one), one) for one in entries]
    return take_in(workspace, feed, read_entries(told, feed.title), frozenset(key for key, _, _ in told))


def test_an_entry_whose_id_changes_with_each_edit_stays_one_article(workspace: Workspace) -> None:
    listed(workspace, FEED, entry(guid="x#0"))
    said = "<p>Correction: Halden Compute cut its power bill by 16% in April 2026, and not by 60%.</p>"

    assert listed(workspace, FEED, entry(guid="x#1", content=said)) == TakenIn(0, 0)
    [row] = whole_list(workspace.store, "inbox", TODAY)
    assert "16%" in reading_by_id(workspace.store, row.id).document.text


def test_a_fragment_makes_no_second_article_of_another_feeds_page(workspace: Workspace) -> None:
    other = replace(FEED, id=FeedId("g"), url="https://b.example/f", title="Other")
    listed(workspace, FEED, entry(url="https://a.example/1#xtor=RSS-1"))

    assert listed(workspace, other, entry(guid="2")) == TakenIn(0, 0)
    assert len(whole_list(workspace.store, "inbox", TODAY)) == 1


def test_only_a_feed_of_the_same_address_takes_over_what_a_removed_one_has_brought(workspace: Workspace) -> None:
    other = replace(FEED, id=FeedId("g"), url="https://b.example/f", title="Other")
    again = replace(FEED, id=FeedId("h"))
    with workspace.store.journal.batch("feeds", noon()) as batch:
        for feed in (FEED, other):
            workspace.store.feeds.add(batch, feed)
    for feed in (FEED, other):
        listed(workspace, feed, entry())
    with workspace.store.journal.batch("feeds", noon()) as batch:
        workspace.store.feeds.delete(batch, FEED.id)

    listed(workspace, other, entry(content="<p>Halden Compute has raised its power bill by 60% in April 2026.</p>"))
    [row] = whole_list(workspace.store, "inbox", TODAY)
    assert "cut its power bill" in reading_by_id(workspace.store, row.id).document.text

    with workspace.store.journal.batch("feeds", noon()) as batch:
        workspace.store.feeds.add(batch, again)
    listed(workspace, again, entry())
    assert workspace.store.feeds.owner(row.id) == again.id
