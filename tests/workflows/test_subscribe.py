from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import noon
from web import Answer, Web, a_web

from briefreader.model.errors import NotFoundError, UnreadableError
from briefreader.model.feed import Feed, FeedState
from briefreader.views.feeds import feed_list
from briefreader.workflows.subscribe import (
    change_feed,
    find_feed,
    follow_move,
    import_opml,
    opml,
    subscribe,
    unsubscribe,
)
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace

FEED = b"<rss><channel><title>A [b]Feed[/b]\x1b[2J</title><item><title>t</title></item></channel></rss>"


@pytest.fixture
def web() -> Iterator[Web]:
    with a_web() as running:
        yield running


def feeds(workspace: Workspace) -> list[Feed]:
    return [feed for feed, _ in feed_list(workspace.store)]


def test_a_feed_keeps_its_own_name_until_the_reader_gives_another(workspace: Workspace, web: Web) -> None:
    web.answers["/feed"] = Answer(body=FEED)

    feed = subscribe(workspace, web.url("/feed"), folder=" AI / Chips ").feed
    renamed = change_feed(workspace, feed, title="Mine", full_text=True)

    assert (feed.title, feed.folder, feed.full_text) == ("A [b]Feed[/b][2J", "AI/Chips", False)
    assert feeds(workspace) == [renamed]
    assert (renamed.title, renamed.full_text) == ("Mine", True)
    undo(workspace)
    assert feeds(workspace) == [feed]
    undo(workspace)
    assert feeds(workspace) == []


def test_the_same_address_is_subscribed_to_once(workspace: Workspace, web: Web) -> None:
    web.answers["/feed"] = web.answers["/feed?utm_source=x"] = Answer(body=FEED)

    first = subscribe(workspace, web.url("/feed"))
    again = subscribe(workspace, web.url("/feed?utm_source=x"))

    assert (first.is_new, again.is_new, again.feed) == (True, False, first.feed)


def test_an_address_from_a_list_is_the_readers_own_once_it_is_typed(
    workspace: Workspace, web: Web, tmp_path: Path
) -> None:
    web.answers["/feed"] = Answer(body=FEED)
    (tmp_path / "a.opml").write_text('<opml><body><outline xmlUrl="http://a.example/x"/></body></opml>')
    subscribe(workspace, web.url("/feed"))
    (listed,), _ = import_opml(workspace, tmp_path / "a.opml")
    change_feed(workspace, listed, url=web.url("/feed?x=1"))
    web.answers["/feed?x=1"] = Answer(body=FEED)

    again = subscribe(workspace, web.url("/feed?x=1"))

    assert (again.is_new, again.feed.id, again.feed.typed) == (False, listed.id, True)


def test_a_page_leads_to_its_feed(workspace: Workspace, web: Web) -> None:
    links = """<link rel="alternate" type="application/rss+xml" href="/feed" title="News">
        <link rel="alternate" type="application/atom+xml" href="/more">"""
    web.answers["/"] = Answer(headers={"Content-Type": "text/html"}, body=f"<html><head>{links}</head></html>".encode())

    web.answers["/feed"] = Answer(body=FEED)

    done = subscribe(workspace, web.url("/"))

    assert (done.feed.url, done.feed.title) == (web.url("/feed"), "A [b]Feed[/b][2J")
    assert [other.url for other in done.others] == [web.url("/more")]


def test_the_first_feed_of_a_page_that_can_be_read_is_taken(workspace: Workspace, web: Web) -> None:
    def link(path: str) -> str:
        return f'<{path}>; rel="alternate"; type="application/rss+xml"'

    web.answers["/"] = Answer(headers={"Link": link("/gone"), "link": link("/page")}, body=b"<p>x</p>")
    web.answers["/page"] = Answer(body=b"<html><body>no feed</body></html>")

    with pytest.raises(UnreadableError, match="/gone, which cannot be read"):
        subscribe(workspace, web.url("/"))
    web.answers["/page"] = Answer(body=b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id></entry></feed>")
    done = subscribe(workspace, web.url("/"))

    assert (done.feed.url, done.feed.title) == (web.url("/page"), "127.0.0.1")
    assert [other.url for other in done.others] == [web.url("/gone")]


def test_a_page_never_leads_to_a_feed_in_another_private_place(workspace: Workspace, web: Web) -> None:
    with a_web() as other:
        other.answers["/feed"] = Answer(body=FEED)
        link = f'<link rel="alternate" type="application/rss+xml" href="{other.url("/feed")}">'
        web.answers["/"] = Answer(headers={"Content-Type": "text/html"}, body=f"<head>{link}</head>".encode())

        with pytest.raises(UnreadableError, match="cannot be read"):
            subscribe(workspace, web.url("/"))

        assert other.asked == []


@pytest.mark.parametrize("body", [b"<html><body>nothing</body></html>", b"", b"\x00\x01"])
def test_what_leads_to_no_feed_is_told(workspace: Workspace, web: Web, body: bytes) -> None:
    web.answers["/"] = Answer(body=body)

    with pytest.raises(UnreadableError, match="neither a feed nor a page"):
        subscribe(workspace, web.url("/"))


@pytest.mark.parametrize("address", ["file:///etc/passwd", "exec:ls", "", "http://", "http://u@h.example/"])
def test_only_addresses_of_the_web_are_taken(workspace: Workspace, address: str) -> None:
    with pytest.raises(UnreadableError, match="not a web address"):
        subscribe(workspace, address)


def test_an_error_of_the_server_is_told(workspace: Workspace, web: Web) -> None:
    with pytest.raises(UnreadableError, match=r"error \(404\)"):
        subscribe(workspace, web.url("/gone"))


def test_a_feed_is_found_by_a_part_of_its_name_or_address(workspace: Workspace, web: Web) -> None:
    web.answers["/one"] = web.answers["/two"] = Answer(body=FEED)
    one = subscribe(workspace, web.url("/one"), title="One").feed
    subscribe(workspace, web.url("/two"), title="Other one")

    assert find_feed(workspace, "One") == one
    assert find_feed(workspace, "/one") == one
    for words in ("e", "nothing", ""):
        with pytest.raises(NotFoundError):
            find_feed(workspace, words)


def test_lists_of_feeds_go_out_and_come_in(workspace: Workspace, web: Web, tmp_path: Path) -> None:
    web.answers["/one"] = web.answers["/two"] = Answer(body=FEED)
    subscribe(workspace, web.url("/one"), title='A "name" & <b>', folder="A/B")
    subscribe(workspace, web.url("/two"), title="Two")
    before, file = feeds(workspace), tmp_path / "feeds.opml"
    file.write_text(opml(workspace).replace("127.0.0.1", "a.example"), "utf-8")
    for feed in before:
        unsubscribe(workspace, feed)

    new, refused = import_opml(workspace, file)

    assert refused == []
    assert [(one.url, one.title, one.folder) for one in feeds(workspace)] == [
        (one.url.replace("127.0.0.1", "a.example"), one.title, one.folder) for one in before
    ]
    assert import_opml(workspace, file) == ([], [])
    undo(workspace)
    assert feeds(workspace) == []
    assert [one.typed for one in new] == [False, False]


def test_what_in_a_list_is_no_feed_of_the_web_is_refused_by_name(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    outlines = "".join(f'<outline xmlUrl="{url}"/>' for url in ("exec:ls", "file:///etc/passwd", "https://a.example/f"))
    file.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')

    new, refused = import_opml(workspace, file)

    assert [feed.url for feed in new] == ["https://a.example/f"]
    assert [problem.problem.split()[0] for problem in refused] == ["exec:ls", "file:///etc/passwd"]


@pytest.mark.parametrize("text", ["", "no xml", "<rss/>", "<opml/>"])
def test_what_is_no_list_is_told(workspace: Workspace, tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.opml"
    file.write_text(text)

    with pytest.raises(UnreadableError, match="no OPML"):
        import_opml(workspace, file)
    with pytest.raises(UnreadableError, match=r"nowhere\.opml"):
        import_opml(workspace, tmp_path / "nowhere.opml")


def test_a_move_is_followed_when_the_reader_says_so(workspace: Workspace, web: Web) -> None:
    web.answers["/old"] = Answer(body=FEED)
    feed = subscribe(workspace, web.url("/old")).feed
    with pytest.raises(UnreadableError, match="has not announced"):
        follow_move(workspace, feed)
    seen = FeedState(moved_to=web.url("/new"), moved_seen=3, moved_since=noon() - timedelta(days=2))
    workspace.store.feeds.set_state(feed.id, seen)

    assert follow_move(workspace, feed).url == web.url("/new")
    assert [one.id for one in feeds(workspace)] == [feed.id]
    assert not feed_list(workspace.store)[0][1].has_moved(noon())


def has_moved_to(workspace: Workspace, url: str) -> None:
    [(feed, state)] = feed_list(workspace.store)
    seen = replace(state, moved_to=url, moved_seen=3, moved_since=noon() - timedelta(days=2))
    workspace.store.feeds.set_state(feed.id, seen)


def test_the_address_that_a_feed_had_before_it_moved_is_still_its_own(workspace: Workspace, web: Web) -> None:
    web.answers["/old"] = web.answers["/new"] = Answer(body=FEED)
    feed = subscribe(workspace, web.url("/old")).feed
    has_moved_to(workspace, web.url("/new"))
    feed = follow_move(workspace, feed)

    assert [subscribe(workspace, web.url(place)).is_new for place in ("/old", "/new")] == [False, False]
    has_moved_to(workspace, web.url("/old"))
    assert follow_move(workspace, feed).url == web.url("/old")
