import gzip
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from factories import a_remark, an_article
from fakes import TODAY, a_workspace
from web import Answer, Web, a_web

from briefreader.ingest.sandbox import Sandbox
from briefreader.model.article import ArticleRow
from briefreader.model.errors import SandboxError, StoreError
from briefreader.model.feed import Feed, FeedState
from briefreader.settings import Settings
from briefreader.store.store import Store, open_store
from briefreader.views.feeds import feed_list
from briefreader.views.inbox import whole_list
from briefreader.views.reading import reading_by_id
from briefreader.workflows.add import add_articles
from briefreader.workflows.annotate import annotate
from briefreader.workflows.edit import edit_details
from briefreader.workflows.refresh import Refreshed, refresh
from briefreader.workflows.subscribe import subscribe, unsubscribe
from briefreader.workflows.take_in import MOST_CHANGES
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace


class Clock:
    """Tells the time that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 6, 15, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def web() -> Iterator[Web]:
    with a_web() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(store: Store, clock: Clock) -> Workspace:
    return a_workspace(store, Settings(), clock)


def item(number: object, text: str = "Halden cut its bill by 60%.", *, link: str | None = None) -> str:
    address = f"https://a.example/{number}" if link is None else link
    guid = f'<guid isPermaLink="false">g{number}</guid>'
    return f"<item>{guid}<title>Item {number}</title><link>{address}</link><description>{text}</description></item>"


def rss(*items: str, head: str = "") -> bytes:
    return f"<rss><channel><title>Feed</title>{head}{''.join(items)}</channel></rss>".encode()


def subscribed(workspace: Workspace, web: Web, path: str = "/feed", body: bytes | None = None) -> Feed:
    web.answers[path] = Answer(body=body or rss(item(1)))
    return subscribe(workspace, web.url(path)).feed


def refreshed(workspace: Workspace, *, at_once: bool = False) -> list[Refreshed]:
    return [one for one in refresh(workspace, at_once=at_once) if isinstance(one, Refreshed)]


def the_state(workspace: Workspace) -> FeedState:
    return feed_list(workspace.store)[0][1]


def words(row: ArticleRow, workspace: Workspace) -> str:
    """Return an article's text without its title."""
    return reading_by_id(workspace.store, row.id).document.text.partition("\n\n")[2]


def rows(workspace: Workspace) -> list[ArticleRow]:
    return sorted(whole_list(workspace.store, "inbox", TODAY), key=lambda row: row.title or "")


def test_new_entries_become_articles_and_a_second_look_brings_none(
    workspace: Workspace, web: Web, clock: Clock
) -> None:
    subscribed(workspace, web, body=rss(item(1), item(2)))

    first = refreshed(workspace)
    clock.now += timedelta(hours=2)
    second = refreshed(workspace)

    assert [(one.outcome, one.new) for one in first + second] == [("new", 2), ("same", 0)]
    assert [(row.title, row.publisher, row.url) for row in rows(workspace)] == [
        ("Item 1", "Feed", "https://a.example/1"),
        ("Item 2", "Feed", "https://a.example/2"),
    ]
    assert words(rows(workspace)[0], workspace) == "Halden cut its bill by 60%."


def test_the_day_of_an_entry_is_that_of_the_zone_in_which_it_is_written(workspace: Workspace, web: Web) -> None:
    written = item(1).replace("<title>", "<pubDate>Mon, 06 Apr 2026 23:30:00 -0700</pubDate><title>", 1)
    subscribed(workspace, web, body=rss(written))
    refreshed(workspace)

    assert [row.published_on for row in rows(workspace)] == [date(2026, 4, 6)]


def test_the_same_bytes_are_not_read_again_and_others_are(workspace: Workspace, web: Web) -> None:
    subscribed(workspace, web)
    refreshed(workspace)
    with Sandbox(wall_s=0) as reads_nothing:
        helpless = replace(workspace, sandbox=reads_nothing)

        assert [one.outcome for one in refreshed(helpless, at_once=True)] == ["same"]
        web.answers["/feed"] = Answer(body=rss(item(1)), headers={"Content-Type": "application/atom+xml"})
        assert [one.outcome for one in refreshed(helpless, at_once=True)] == ["failed"]
        web.answers["/feed"] = Answer(body=rss(item(2)))
        assert [one.outcome for one in refreshed(helpless, at_once=True)] == ["failed"]
    assert [one.new for one in refreshed(workspace, at_once=True)] == [1]


def test_the_publisher_is_the_feeds_own_name_and_not_the_readers(workspace: Workspace, web: Web, clock: Clock) -> None:
    web.answers["/feed"] = Answer(body=rss(item(1)))
    subscribe(workspace, web.url("/feed"), title="my stuff")
    refreshed(workspace)
    web.answers["/feed"] = Answer(226, {"IM": "feed"}, rss(item(2)).replace(b"<title>Feed</title>", b""))
    clock.now += timedelta(hours=2)
    refreshed(workspace)

    assert [row.publisher for row in rows(workspace)] == ["Feed", "Feed"]
    assert feed_list(workspace.store)[0][0].title == "my stuff"


def test_validators_go_back_as_they_came_and_304_takes_new_ones(workspace: Workspace, web: Web, clock: Clock) -> None:
    subscribed(workspace, web)
    web.answers["/feed"] = Answer(
        headers={"ETag": 'W/"a b"', "Last-Modified": "Mon, 1 Jun 2026 10:00:00 GMT"}, body=rss(item(1))
    )
    refreshed(workspace)
    web.answers["/feed"] = Answer(304, {"ETag": '"2"'})
    clock.now += timedelta(hours=2)
    assert [one.outcome for one in refreshed(workspace)] == ["same"]
    clock.now += timedelta(hours=2)
    refreshed(workspace)

    second, third = web.asked[-2][1], web.asked[-1][1]
    assert (second["if-none-match"], second["if-modified-since"]) == ('W/"a b"', "Mon, 1 Jun 2026 10:00:00 GMT")
    assert (third["if-none-match"], third["if-modified-since"]) == ('"2"', "Mon, 1 Jun 2026 10:00:00 GMT")
    assert third["a-im"] == "feed"


def test_a_delta_only_adds(workspace: Workspace, web: Web, clock: Clock) -> None:
    subscribed(workspace, web)
    refreshed(workspace)
    web.answers["/feed"] = Answer(226, {"IM": "feed", "ETag": '"2"'}, rss(item(2)))
    clock.now += timedelta(hours=2)

    assert [one.new for one in refreshed(workspace)] == [1]
    assert len(rows(workspace)) == 2


def test_a_feed_that_is_not_due_is_not_asked_unless_the_reader_says_so(workspace: Workspace, web: Web) -> None:
    subscribed(workspace, web)
    refreshed(workspace)
    asked = len(web.asked)

    assert [one.outcome for one in refreshed(workspace)] == ["rests"]
    assert len(web.asked) == asked
    assert [one.outcome for one in refreshed(workspace, at_once=True)] == ["same"]
    assert len(web.asked) == asked + 1


@pytest.mark.parametrize("value", ["7200", "Mon, 15 Jun 2026 14:00:00 GMT"])
@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_wait_is_left_alone_even_by_hand(
    workspace: Workspace, web: Web, clock: Clock, value: str, status: int
) -> None:
    subscribed(workspace, web)
    web.answers["/feed"] = Answer(status, {"Retry-After": value})

    assert [one.outcome for one in refreshed(workspace)] == ["failed"]
    assert the_state(workspace).next_at == clock.now + timedelta(hours=2)
    assert [one.outcome for one in refreshed(workspace, at_once=True)] == ["waits"]
    assert the_state(workspace).in_words(clock.now) == f"! asks to wait ({status}); retry in 2 h"


def test_a_server_that_asks_to_wait_is_asked_all_the_same_when_the_reader_insists(
    workspace: Workspace, web: Web
) -> None:
    subscribed(workspace, web)
    web.answers["/feed"] = Answer(429)
    refreshed(workspace)
    web.answers["/feed"] = Answer(body=rss(item(1)))

    assert [one.outcome for one in refresh(workspace, forced=True) if isinstance(one, Refreshed)] == ["new"]
    assert not the_state(workspace).must_wait


def test_an_error_that_names_no_time_does_not_keep_the_reader_away(workspace: Workspace, web: Web) -> None:
    subscribed(workspace, web)
    web.answers["/feed"] = Answer(503)
    refreshed(workspace)

    assert the_state(workspace).error == "the server returned an error (503)"
    assert [one.outcome for one in refreshed(workspace, at_once=True)] == ["failed"]


def test_each_failure_doubles_the_wait_and_an_answer_ends_it(workspace: Workspace, web: Web, clock: Clock) -> None:
    subscribed(workspace, web)
    web.answers["/feed"] = Answer(500)
    waits = []
    for _ in range(10):
        refreshed(workspace)
        next_at = the_state(workspace).next_at
        assert next_at is not None
        waits.append((next_at - clock.now) / timedelta(minutes=1))
        clock.now = next_at
    web.answers["/feed"] = Answer(body=rss(item(1)))
    refreshed(workspace)

    assert waits == [5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440]
    assert (the_state(workspace).failures, the_state(workspace).error) == (0, None)


def test_a_move_for_good_is_offered_after_three_sightings_over_a_day_and_not_done(
    workspace: Workspace, web: Web, clock: Clock
) -> None:
    feed = subscribed(workspace, web)
    web.answers["/feed"] = Answer(301, {"Location": "/new"})
    web.answers["/new"] = Answer(body=rss(item(1)))
    offered = []
    for _ in range(3):
        refreshed(workspace)
        offered.append(the_state(workspace).has_moved(clock.now))
        clock.now += timedelta(hours=13)

    assert offered == [False, False, True]
    assert feed_list(workspace.store)[0][0].url == feed.url


def test_a_feed_that_is_gone_is_believed_after_a_day_and_asked_no_more(
    workspace: Workspace, web: Web, clock: Clock
) -> None:
    subscribed(workspace, web)
    refreshed(workspace)
    web.answers["/feed"] = Answer(410)
    clock.now += timedelta(hours=2)
    refreshed(workspace)
    assert not the_state(workspace).is_gone
    clock.now += timedelta(hours=25)
    refreshed(workspace)
    asked = len(web.asked)
    clock.now += timedelta(days=9)

    assert [one.outcome for one in refreshed(workspace)] == ["rests"]
    told = the_state(workspace).in_words(clock.now)
    assert (told, len(web.asked)) == ("! gone for good (410); last fetched 10 d ago", asked)
    assert len(rows(workspace)) == 1


@pytest.mark.parametrize(
    ("headers", "head", "hours"),
    [
        ({}, "", 1),
        ({"Cache-Control": "public, max-age=10800"}, "", 3),
        ({"Expires": "Mon, 15 Jun 2026 16:00:00 GMT"}, "", 4),
        ({}, "<ttl>300</ttl>", 5),
        ({"Cache-Control": "max-age=60"}, "<ttl>1</ttl>", 1),
        ({"Cache-Control": "max-age=99999999"}, "", 31 * 24),
        ({}, "<skipHours><hour>13</hour><hour>14</hour></skipHours>", 3),
        ({}, "<skipDays><day>Monday</day></skipDays>", 12),
    ],
)
def test_the_longest_rest_that_anybody_asks_for_is_kept(
    workspace: Workspace, web: Web, clock: Clock, headers: dict[str, str], head: str, hours: int
) -> None:
    subscribed(workspace, web)
    web.answers["/feed"] = Answer(headers=headers, body=rss(item(1), head=head))
    refreshed(workspace)

    assert the_state(workspace).next_at == clock.now + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("head", "hours"),
    [
        ("<ttl>300</ttl>", 5),
        ("<skipHours><hour>13</hour><hour>14</hour></skipHours>", 3),
        ("<skipDays><day>Monday</day></skipDays>", 12),
    ],
)
def test_what_a_feed_has_asked_for_holds_while_it_says_nothing_new(
    workspace: Workspace, web: Web, clock: Clock, head: str, hours: int
) -> None:
    subscribed(workspace, web)
    web.answers["/feed"] = Answer(body=rss(item(1), head=head))
    refreshed(workspace)
    web.answers["/feed"] = Answer(304)
    refreshed(workspace, at_once=True)

    assert the_state(workspace).next_at == clock.now + timedelta(hours=hours)
    web.answers["/feed"] = Answer(body=rss(item(1)))
    refreshed(workspace, at_once=True)
    assert the_state(workspace).next_at == clock.now + timedelta(hours=1)


def test_another_text_of_an_entry_is_a_new_text_of_its_article_and_notes_go_along(
    workspace: Workspace, web: Web, clock: Clock
) -> None:
    subscribed(workspace, web)
    refreshed(workspace)
    reading = reading_by_id(workspace.store, rows(workspace)[0].id)
    annotate(workspace, reading, None, a_remark(note="mine"))
    web.answers["/feed"] = Answer(body=rss(item(1, "Halden cut its bill by 16%.")))
    clock.now += timedelta(hours=2)

    assert [(one.new, one.changed) for one in refreshed(workspace)] == [(0, 1)]
    reading = reading_by_id(workspace.store, rows(workspace)[0].id)
    assert reading.document.text.endswith("Halden cut its bill by 16%.")
    assert [note.note for note in reading.annotations] == ["mine"]
    undo(workspace)
    assert words(rows(workspace)[0], workspace) == "Halden cut its bill by 60%."


def test_a_feed_that_changes_its_text_at_every_look_is_followed_only_so_far(
    workspace: Workspace, web: Web, clock: Clock
) -> None:
    subscribed(workspace, web)
    for number in range(MOST_CHANGES + 4):
        web.answers["/feed"] = Answer(body=rss(item(1, f"It was seen {number} times.")))
        refreshed(workspace)
        clock.now += timedelta(hours=2)

    text = words(rows(workspace)[0], workspace)
    assert text == f"It was seen {MOST_CHANGES} times."
    ((_, state),) = workspace.store.feeds.all()
    assert state.notes == ("1 entry has a different text at every refresh, so changes are no longer followed",)


def test_no_feed_gives_another_feeds_article_another_text(workspace: Workspace, web: Web, clock: Clock) -> None:
    subscribed(workspace, web, "/a", rss(item(1, "The original.")))
    refreshed(workspace)
    subscribed(workspace, web, "/b", rss(item(1, "HIJACKED", link="https://a.example/1")))
    refreshed(workspace)
    web.answers["/b"] = Answer(body=rss(item(1, "HIJACKED AGAIN", link="https://a.example/1")))
    clock.now += timedelta(hours=2)
    refreshed(workspace)

    assert [words(row, workspace) for row in rows(workspace)] == ["The original."]


def test_the_same_id_in_two_feeds_is_two_articles(workspace: Workspace, web: Web) -> None:
    subscribed(workspace, web, "/a", rss(item(1, "The original.")))
    subscribed(workspace, web, "/b", rss(item(1, "Another piece.", link="https://b.example/1")))
    refreshed(workspace)

    assert len(rows(workspace)) == 2


def test_the_same_page_under_other_ids_or_addresses_is_one_article(
    workspace: Workspace, web: Web, clock: Clock
) -> None:
    long = "Halden cut its bill by 60%, as it says, and rents its halls out. " * 6
    subscribed(workspace, web, body=rss(item(1, long)))
    refreshed(workspace)
    by_page = item(7, long, link="https://www.a.example/1?utm_source=x").replace("Item 7", "Item 1")
    by_text = item(8, long, link="").replace("Item 8", "Item 1")
    for again in (by_page, by_text):
        web.answers["/feed"] = Answer(body=rss(again))
        clock.now += timedelta(hours=2)
        refreshed(workspace)

    assert len(rows(workspace)) == 1


@pytest.mark.parametrize("link", ["https://a.example/changes#v{}", "https://a.example/", "https://a.example/log", ""])
def test_what_is_new_on_a_page_of_many_entries_is_a_new_article(
    workspace: Workspace, web: Web, clock: Clock, link: str
) -> None:
    subscribed(workspace, web)
    for window in ((1, 2, 3), (2, 3, 4), (5, 6, 7)):
        listed = [item(number, f"What release {number} brings.", link=link.format(number)) for number in window]
        web.answers["/feed"] = Answer(body=rss(*listed, head="<link>https://a.example/log</link>"))
        refreshed(workspace)
        clock.now += timedelta(hours=2)

    assert [words(row, workspace) for row in rows(workspace)] == [
        f"What release {number} brings." for number in range(1, 8)
    ]


def test_entries_that_follow_each_other_on_one_page_are_different_articles(
    workspace: Workspace, web: Web, clock: Clock
) -> None:
    subscribed(workspace, web)
    for day in range(3):
        web.answers["/feed"] = Answer(body=rss(item(day, f"The news of day {day}.", link="https://a.example/today")))
        refreshed(workspace)
        clock.now += timedelta(hours=2)

    assert [words(row, workspace) for row in rows(workspace)] == [f"The news of day {day}." for day in range(3)]


def test_a_feed_that_is_removed_and_added_again_brings_nothing_twice(workspace: Workspace, web: Web) -> None:
    listed = [item(number, f"It is {number}.", link=f"https://a.example/#v{number}") for number in (1, 2)]
    unsubscribe(workspace, subscribed(workspace, web, body=rss(*listed)))
    for _ in range(2):
        feed = subscribe(workspace, web.url("/feed")).feed
        refreshed(workspace)
        unsubscribe(workspace, feed)

    assert len(rows(workspace)) == 2


def test_an_article_that_the_reader_added_is_found_and_not_changed(workspace: Workspace, web: Web) -> None:
    add_articles(workspace, [an_article("---\nurl: https://a.example/1\n---\nWhat I saved.", ".md")])
    subscribed(workspace, web)
    refreshed(workspace)

    assert [reading_by_id(workspace.store, row.id).document.text for row in rows(workspace)] == ["What I saved."]


def test_a_feed_that_names_all_anew_brings_no_more_than_it_usually_does(
    workspace: Workspace, web: Web, clock: Clock
) -> None:
    subscribed(workspace, web)
    refreshed(workspace)
    many = [item(number, f"It is {number}.") for number in range(100, 200)]
    web.answers["/feed"] = Answer(body=rss(*many))
    clock.now += timedelta(hours=2)

    assert [one.new for one in refreshed(workspace)] == [20]
    assert the_state(workspace).notes == ("80 more new entries follow at the next refresh",)


def test_a_feed_that_cannot_be_read_is_told_in_words_and_stays(workspace: Workspace, web: Web) -> None:
    subscribed(workspace, web)
    web.answers["/feed"] = Answer(body=b"<html>maintenance</html>")

    assert [one.outcome for one in refreshed(workspace)] == ["failed"]
    assert "not a feed" in (the_state(workspace).error or "")


def test_one_feed_in_trouble_does_not_stop_the_others(workspace: Workspace, web: Web) -> None:
    subscribed(workspace, web, "/a")
    subscribed(workspace, web, "/b", rss(item(2, "Another.")))
    bomb = gzip.compress(bytes(30_000_000))
    web.answers["/a"] = Answer(headers={"Content-Encoding": "gzip"}, body=bomb)

    assert sorted((one.outcome, one.done, one.total) for one in refreshed(workspace)) in (
        [("failed", 1, 2), ("new", 2, 2)],
        [("failed", 2, 2), ("new", 1, 2)],
    )


def test_a_connection_is_counted_as_the_readers_own_only_where_it_was_typed(workspace: Workspace, web: Web) -> None:
    subscribed(workspace, web)
    web.answers["/feed"] = Answer(302, {"Location": "http://localhost:1/"})

    assert [one.outcome for one in refreshed(workspace)] == ["failed"]
    assert "local network" in (the_state(workspace).error or "")


def test_refreshing_is_not_on_the_way_of_undo(workspace: Workspace, web: Web) -> None:
    add_articles(workspace, [an_article("Mine.")])
    subscribed(workspace, web)
    refreshed(workspace)

    undone = [undo(workspace), undo(workspace)]

    assert [one.verb for one in undone if one] == ["subscribed to Feed", "added 1 article"]
    assert [row.title for row in rows(workspace)] == ["Item 1"]
    assert replace(rows(workspace)[0], title=None).title is None


def test_a_second_refresh_of_a_store_waits_for_the_first(web: Web, clock: Clock, tmp_path: Path) -> None:
    with open_store(tmp_path / "s.db") as store:
        workspace = a_workspace(store, Settings(), clock)
        subscribed(workspace, web)
        subscribed(workspace, web, "/other", rss(item(2)))
        first = refresh(workspace)
        next(first)

        with pytest.raises(StoreError, match="another refresh"):
            refreshed(workspace)
        list(first)
        assert len(rows(workspace)) == 2
        assert (tmp_path / "s.db.refresh").stat().st_mode & 0o777 == 0o600


def test_entries_that_a_feed_lists_side_by_side_are_different_articles(workspace: Workspace, web: Web) -> None:
    weekly = [item(number, "Our weekly note.").replace(f"Item {number}", "Brief") for number in (1, 2, 3)]
    parts = [item(number, f"Version {number}.", link=f"https://a.example/changes#v{number}") for number in (4, 5, 6)]
    subscribed(workspace, web, body=rss(*weekly, *parts))
    refreshed(workspace)

    assert len(rows(workspace)) == 6
    assert workspace.store.damage() == []


def test_a_feed_on_the_host_of_an_article_never_replaces_what_another_feed_says_of_it(
    workspace: Workspace, web: Web, clock: Clock
) -> None:
    page = web.url("/@a/scoop")
    subscribed(workspace, web, "/@a/feed", rss(item(1, "All that we know of the scoop.", link=page)))
    refreshed(workspace)
    for said in ("HIJACKED, in as many words.", "HIJACKED AGAIN, in many more words than there were."):
        web.answers["/@b/feed"] = Answer(body=rss(item(2, said, link=page)))
        subscribe(workspace, web.url("/@b/feed"))
        refreshed(workspace)
        clock.now += timedelta(hours=2)

    [row] = rows(workspace)
    assert (row.title, words(row, workspace)) == ("Item 1", "All that we know of the scoop.")
    assert len(workspace.store.revisions.ids_of(row.id)) == 3


def test_a_feed_that_was_removed_and_added_again_is_followed_as_before(
    workspace: Workspace, web: Web, clock: Clock
) -> None:
    first = subscribed(workspace, web)
    refreshed(workspace)
    unsubscribe(workspace, first)
    subscribe(workspace, web.url("/feed"))
    for said in ("Halden cut its bill by 16%.", "Halden cut its bill by 17%."):
        web.answers["/feed"] = Answer(body=rss(item(1, said)))
        refreshed(workspace)
        clock.now += timedelta(hours=2)

        assert [words(row, workspace) for row in rows(workspace)] == [said]


def test_what_was_left_for_the_next_time_comes_the_next_time(workspace: Workspace, web: Web) -> None:
    subscribed(workspace, web, body=rss(*(item(number, f"It is {number}.") for number in range(5))))
    refreshed(workspace)
    many = rss(*(item(number, f"It is {number}.") for number in range(45)))
    web.answers["/feed"] = lambda asked: (
        Answer(304) if asked.get("if-none-match") == '"2"' else Answer(headers={"ETag": '"2"'}, body=many)
    )
    for _ in range(4):
        list(refresh(workspace, at_once=True))

    assert len(rows(workspace)) == 45


def test_a_feed_built_to_break_us_keeps_no_other_away(workspace: Workspace, web: Web) -> None:
    web.answers["/bad"] = Answer(
        body=b'{"title": "B", "items": [{"id": "\\ud800", "url": "https://e.example/\\ud800"}]}'
    )
    subscribe(workspace, web.url("/bad"))
    subscribed(workspace, web)

    assert {one.outcome for one in refreshed(workspace)} == {"new"}


def test_a_summary_never_takes_the_place_of_the_whole_text(workspace: Workspace, web: Web, clock: Clock) -> None:
    subscribed(workspace, web, body=rss(item(1, "All that there is to say of it, and then some more. " * 5)))
    refreshed(workspace)
    web.answers["/feed"] = Answer(body=rss(item(1, "Only a summary.")))
    clock.now += timedelta(hours=2)

    assert [one.changed for one in refreshed(workspace)] == [0]
    assert words(rows(workspace)[0], workspace).startswith("All that there is")


def test_another_headline_is_taken_over(workspace: Workspace, web: Web, clock: Clock) -> None:
    subscribed(workspace, web)
    refreshed(workspace)
    web.answers["/feed"] = Answer(body=rss(item(1).replace("Item 1", "Correction: item 1")))
    clock.now += timedelta(hours=2)

    assert [one.changed for one in refreshed(workspace)] == [1]
    assert [row.title for row in rows(workspace)] == ["Correction: item 1"]


def test_a_title_that_the_reader_gave_stays(workspace: Workspace, web: Web, clock: Clock) -> None:
    subscribed(workspace, web)
    refreshed(workspace)
    edit_details(workspace, rows(workspace)[0].id, {"title": "Mine"})
    web.answers["/feed"] = Answer(body=rss(item(1).replace("Item 1", "Correction: item 1")))
    clock.now += timedelta(hours=2)
    refreshed(workspace)

    assert [row.title for row in rows(workspace)] == ["Mine"]


def test_a_parser_that_cannot_start_stops_the_refresh_and_is_no_fault_of_a_feed(
    workspace: Workspace, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscribed(workspace, web)
    monkeypatch.setattr(sys, "executable", "/no/such/python")

    with Sandbox() as sandbox, pytest.raises(SandboxError):
        list(refresh(replace(workspace, sandbox=sandbox)))

    assert the_state(workspace).error is None
