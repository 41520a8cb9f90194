from collections.abc import Iterator
from datetime import date

import pytest
from factories import a_remark
from fakes import TODAY
from web import Answer, Web, a_web

from briefreader.model.article import Origin
from briefreader.model.errors import UnreadableError
from briefreader.views.feeds import feed_list
from briefreader.views.inbox import whole_list
from briefreader.views.reading import Reading, reading_by_id
from briefreader.workflows.annotate import annotate
from briefreader.workflows.pages import PageFetched, add_page, fetch_full_text
from briefreader.workflows.refresh import Refreshed, refresh
from briefreader.workflows.subscribe import change_feed, subscribe
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace

PAGE = """<html><head><title>A lease</title>{head}</head><body><nav>Home</nav><article><h1>A lease</h1>
<p>Halden cut its bill by 60%. It rents its halls out, all of them.</p></article></body></html>"""


@pytest.fixture
def web() -> Iterator[Web]:
    with a_web() as running:
        yield running


def page(head: str = "") -> Answer:
    return Answer(headers={"Content-Type": "text/html; charset=utf-8"}, body=PAGE.format(head=head).encode())


def only(workspace: Workspace) -> Reading:
    [row] = whole_list(workspace.store, "inbox", TODAY)
    return reading_by_id(workspace.store, row.id)


def test_a_page_is_an_article_at_its_address(workspace: Workspace, web: Web) -> None:
    web.answers["/a"] = web.answers["/a?utm_source=x"] = page()

    added = [*add_page(workspace, web.url("/a")), *add_page(workspace, web.url("/a?utm_source=x"))]

    assert [one.outcome for one in added] == ["added", "known"]
    assert (only(workspace).article.title, only(workspace).article.url) == ("A lease", web.url("/a"))


def test_a_page_that_names_another_as_its_own_retells_it(workspace: Workspace, web: Web) -> None:
    web.answers["/a"] = page('<link rel="canonical" href="https://wire.example/lease">')
    add_page(workspace, web.url("/a"))

    article = only(workspace).article
    assert article.url == web.url("/a")
    assert article.origin is not None
    assert (article.origin.name, article.origin.url) == ("wire.example", "https://wire.example/lease")


def test_a_page_counts_from_where_it_came_from_in_the_end(workspace: Workspace, web: Web) -> None:
    web.answers["/short"] = Answer(302, {"Location": "/news/a"})
    web.answers["/news/a"] = Answer(headers={"Content-Type": "text/html"}, body=b"<p>It <a href='b'>rose</a>.</p>")
    add_page(workspace, web.url("/short"))

    reading = only(workspace)
    assert reading.article.url == web.url("/news/a")
    assert [inline.target for inline in reading.document.inlines] == [web.url("/news/b")]


def test_the_charset_of_the_server_wins(workspace: Workspace, web: Web) -> None:
    body = '<meta charset="utf-8"><p>Der Preis fällt um 5 %, sagt der Verband.</p>'.encode("latin-1")
    web.answers["/a"] = Answer(headers={"Content-Type": "text/html; charset=iso-8859-1"}, body=body)
    add_page(workspace, web.url("/a"))

    assert "fällt" in only(workspace).document.text


@pytest.mark.parametrize("answer", [Answer(404), Answer(body=b""), Answer(302, {"Location": "file:///etc/passwd"})])
def test_what_is_no_page_is_told(workspace: Workspace, web: Web, answer: Answer) -> None:
    web.answers["/a"] = answer

    with pytest.raises(UnreadableError, match=r"127\.0\.0\.1"):
        add_page(workspace, web.url("/a"))


def feed_of(web: Web, words: str = "Halden cut its bill by 60%.") -> Answer:
    item = f"<guid>1</guid><title>A lease</title><link>{web.url('/a')}</link><description>{words}</description>"
    return Answer(body=f"<rss><channel><title>Feed</title><item>{item}</item></channel></rss>".encode())


def test_a_feed_with_summaries_gets_whole_pages_when_the_reader_wants_them(workspace: Workspace, web: Web) -> None:
    web.answers |= {"/feed": feed_of(web), "/a": page()}
    change_feed(workspace, subscribe(workspace, web.url("/feed")).feed, full_text=True)

    feed, fetched = refresh(workspace)

    assert isinstance(feed, Refreshed)
    assert isinstance(fetched, PageFetched)
    assert (feed.new, fetched.url, fetched.problem, fetched.done, fetched.total) == (1, web.url("/a"), None, 1, 1)
    assert "all of them" in only(workspace).document.text
    assert (only(workspace).article.title, only(workspace).article.publisher) == ("A lease", "Feed")
    undo(workspace)
    assert only(workspace).document.text == "A lease\n\nHalden cut its bill by 60%."


def test_a_page_that_cannot_be_had_leaves_the_summary_and_is_told(workspace: Workspace, web: Web) -> None:
    web.answers["/feed"] = feed_of(web)
    change_feed(workspace, subscribe(workspace, web.url("/feed")).feed, full_text=True)

    list(refresh(workspace))
    assert only(workspace).document.text == "A lease\n\nHalden cut its bill by 60%."
    [remark] = feed_list(workspace.store)[0][1].remarks
    assert remark == f"no full text for an entry: {web.url('/a')}: the server returned an error (404)"
    web.answers |= {"/a": page(), "/feed": Answer(304)}
    list(refresh(workspace, at_once=True))
    assert "all of them" in only(workspace).document.text
    assert feed_list(workspace.store)[0][1].remarks == ()


def test_what_the_feed_says_whole_stays_and_its_page_is_not_asked_for(workspace: Workspace, web: Web) -> None:
    whole = "<content:encoded>It is all here.</content:encoded>"
    web.answers |= {"/feed": feed_of(web, f"Short.</description>{whole}<description>"), "/a": page()}
    change_feed(workspace, subscribe(workspace, web.url("/feed")).feed, full_text=True)
    list(refresh(workspace))

    assert only(workspace).document.text == "A lease\n\nIt is all here."
    assert "/a" not in [path for path, _ in web.asked]


def test_a_page_that_says_less_than_its_entry_never_takes_its_place(workspace: Workspace, web: Web) -> None:
    stub = b"<html><title>A lease</title><p>Please enable JavaScript to see it.</p></html>"
    summary = "Halden cut its bill by 60%, and rents all its halls out for three years."
    web.answers |= {"/feed": feed_of(web, summary), "/a": Answer(headers={"Content-Type": "text/html"}, body=stub)}
    change_feed(workspace, subscribe(workspace, web.url("/feed")).feed, full_text=True)
    list(refresh(workspace))
    list(refresh(workspace, at_once=True))

    assert only(workspace).document.text == f"A lease\n\n{summary}"
    assert [path for path, _ in web.asked].count("/a") == 1


def test_a_page_that_can_never_be_had_is_given_up(workspace: Workspace, web: Web) -> None:
    web.answers["/feed"] = feed_of(web)
    change_feed(workspace, subscribe(workspace, web.url("/feed")).feed, full_text=True)
    for _ in range(9):
        list(refresh(workspace, at_once=True))

    assert [path for path, _ in web.asked].count("/a") == 5


def test_pages_come_after_all_feeds_and_those_that_a_stop_has_left_come_the_next_time(
    workspace: Workspace, web: Web
) -> None:
    pages = [f"/{number}" for number in range(3)]
    items = "".join(
        f"<item><guid>{path}</guid><title>A{path}</title><link>{web.url(path)}</link></item>" for path in pages
    )
    web.answers |= {path: page() for path in pages}
    web.answers |= {"/feed": Answer(body=f"<rss><channel><title>Feed</title>{items}</channel></rss>".encode())}
    web.answers["/other"] = feed_of(web)
    change_feed(workspace, subscribe(workspace, web.url("/feed")).feed, full_text=True)
    subscribe(workspace, web.url("/other"))
    web.asked.clear()

    running = refresh(workspace)
    stopped = [next(running) for _ in range(3)]
    del running

    assert [type(one) for one in stopped] == [Refreshed, Refreshed, PageFetched]
    assert {path for path, _ in web.asked[:2]} == {"/feed", "/other"}
    web.answers["/feed"] = Answer(304)
    assert sum(isinstance(one, PageFetched) for one in refresh(workspace)) == 2
    texts = [reading_by_id(workspace.store, row.id) for row in whole_list(workspace.store, "inbox", TODAY)]
    assert sum("all of them" in one.document.text for one in texts) == 3


def test_an_article_from_elsewhere_never_leads_to_a_private_place(workspace: Workspace, web: Web) -> None:
    web.answers["/a"] = page()
    add_page(workspace, web.url("/a"))
    reading = only(workspace)
    annotate(workspace, reading, None, a_remark(note="mine"))

    with pytest.raises(UnreadableError, match="local network"):
        fetch_full_text(workspace, reading)


def test_the_whole_text_of_one_entry_comes_when_it_is_asked_for(workspace: Workspace, web: Web) -> None:
    web.answers |= {"/feed": feed_of(web), "/a": page()}
    subscribe(workspace, web.url("/feed"))
    list(refresh(workspace))

    assert fetch_full_text(workspace, only(workspace))
    assert "all of them" in only(workspace).document.text
    assert not fetch_full_text(workspace, only(workspace))


def test_a_feed_is_no_page_and_the_words_say_how_to_read_it(workspace: Workspace, web: Web) -> None:
    feed = b"<?xml version='1.0'?><rss><channel><title>Feed</title><item><title>x</title></item></channel></rss>"
    web.answers["/feed"] = Answer(headers={"Content-Type": "text/html"}, body=feed)

    with pytest.raises(UnreadableError, match=r"this is a feed. To subscribe, run briefreader feeds add http"):
        add_page(workspace, web.url("/feed"))


@pytest.mark.parametrize(
    ("kind", "said"),
    [("text/html", "larger than 5 MB"), ("application/pdf", "this is no PDF"), ("", "larger than 5 MB")],
)
def test_how_large_a_page_may_be_is_by_its_kind(workspace: Workspace, web: Web, kind: str, said: str) -> None:
    web.answers["/a"] = Answer(headers={"Content-Type": kind}, body=b"%PDF-" + bytes(6_500_000))

    with pytest.raises(UnreadableError, match=said):
        add_page(workspace, web.url("/a"))


def test_a_page_tells_what_its_entry_did_not(workspace: Workspace, web: Web) -> None:
    head = '<meta name="author" content="Ada Berg"><meta property="article:published_time" content="2026-06-01">'
    head += '<link rel="canonical" href="https://wire.example/lease">'
    web.answers |= {"/feed": feed_of(web), "/a": page(head)}
    subscribe(workspace, web.url("/feed"))
    list(refresh(workspace))
    fetch_full_text(workspace, only(workspace))

    article = only(workspace).article
    assert (article.byline, article.published_on) == ("Ada Berg", date(2026, 6, 1))
    assert article.origin == Origin("wire.example", "https://wire.example/lease")
    undo(workspace)
    assert (only(workspace).article.byline, only(workspace).article.origin) == (None, None)


def test_what_the_feed_says_of_an_entry_is_not_overruled_by_its_page(workspace: Workspace, web: Web) -> None:
    said = "x</description><author>Bo Lind</author><pubDate>Tue, 02 Jun 2026 10:00:00 GMT</pubDate><description>"
    head = '<meta name="author" content="Ada Berg"><meta property="article:published_time" content="2026-06-01">'
    web.answers |= {"/feed": feed_of(web, said), "/a": page(head)}
    subscribe(workspace, web.url("/feed"))
    list(refresh(workspace))
    fetch_full_text(workspace, only(workspace))

    assert (only(workspace).article.byline, only(workspace).article.published_on) == ("Bo Lind", date(2026, 6, 2))
