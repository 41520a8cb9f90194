from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.clean import clean_body
from briefreader.ingest.entries import entry_article
from briefreader.ingest.feeds import MOST_ENTRIES, parse_feed
from briefreader.model.errors import UnreadableError
from briefreader.model.feed import Enclosure, Entry, FeedDocument

HERE = "https://a.example/feed.xml"


def rss(items: str, head: str = "") -> FeedDocument:
    begin = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    return parse_feed(f"{begin}{head}{items}</channel></rss>".encode(), HERE)


def test_an_entry_has_what_the_feed_says_of_it() -> None:
    feed = rss(
        """<item><guid isPermaLink="false">g1</guid><title>Halden &amp; Co</title><link>/1</link>
        <author>Ann Lee</author>
        <pubDate>Mon, 20 Apr 2026 09:30:00 +0200</pubDate><description>Short.</description>
        <content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded><category>AI</category>
        <enclosure url="https://a.example/x.mp3" type="audio/mpeg" length="12"/></item>""",
        "<title>A Feed</title><link>https://a.example/</link>",
    )

    entry = feed.entries[0]
    assert (feed.title, feed.url) == ("A Feed", "https://a.example/")
    assert (entry.guid, entry.title, entry.url) == ("g1", "Halden & Co", "https://a.example/1")
    assert (entry.byline, entry.tags) == ("Ann Lee", ("AI",))
    assert entry.published_at == datetime(2026, 4, 20, 7, 30, tzinfo=UTC)
    assert (entry.content, entry.content_type, entry.is_summary) == ("<p>All of it.</p>", "html", False)
    assert entry.enclosures == (Enclosure("https://a.example/x.mp3", "audio/mpeg", 12),)
    assert feed.notes == ()


def test_atom_is_read_too() -> None:
    feed = parse_feed(
        b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>
        <entry><id>urn:1</id><title>T</title><link href="b"/><updated>2026-05-01T00:00:00Z</updated>
        <summary type="text">S &lt; 2</summary></entry></feed>""",
        "https://a.example/x/feed",
    )

    assert [(one.guid, one.url, one.content, one.content_type, one.is_summary) for one in feed.entries] == [
        ("urn:1", "https://a.example/x/b", "S < 2", "text", True)
    ]


def test_how_long_a_feed_asks_to_rest() -> None:
    hours = "<skipHours><hour>3</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
    feed = rss("", f"<title>F</title><ttl>90</ttl>{hours}")

    assert (feed.rests, feed.skip_hours, feed.skip_days) == (timedelta(minutes=90), frozenset({3, 0}), frozenset({6}))
    assert rss("", "<title>F</title><ttl>soon</ttl>").rests is None


def test_no_more_entries_than_are_kept_are_read() -> None:
    feed = rss("".join(f"<item><guid>{number}</guid></item>" for number in range(MOST_ENTRIES + 3)), "<title>F</title>")

    assert len(feed.entries) == MOST_ENTRIES
    assert feed.notes == ("only the first 2,000 entries were read",)


@pytest.mark.parametrize("data", [b"", b"hello", b"<html><body><p>x</p></body></html>", b"{}", b"[]", b'{"items": 3}'])
def test_what_is_no_feed_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"a\.example"):
        parse_feed(data, HERE)


@pytest.mark.parametrize("closed", [True, False])
def test_a_feed_nested_beyond_sense_is_told_at_once(closed: bool) -> None:  # noqa: FBT001 - a parameter
    data = b"<rss><channel><item>" + b"<a>" * 200_000 + closed * b"</a>" * 200_000
    with pytest.raises(UnreadableError, match="nested more than 1,000 deep"):
        parse_feed(data, "https://feed.example/")


def test_a_wrong_charset_is_mended_and_told() -> None:
    feed = parse_feed(
        b'<?xml version="1.0" encoding="utf-8"?><rss><channel><title>\xe9t\xe9</title></channel></rss>', HERE
    )

    assert feed.title == "été"
    assert feed.notes == ("decoded as windows-1252, not as declared",)


def test_no_file_of_this_machine_is_read() -> None:
    feed = parse_feed(
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>F</title><item><title>a&x;b</title>'
        b"</item></channel></rss>",
        HERE,
    )

    assert "root:" not in str(feed)


PIECES = st.sampled_from(
    [
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<link>",
        "<guid>",
        "x",
        "&#27;]0;",
        "\x9b",
        "<![CDATA[",
        "]]>",
        "&lt;b>",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["<rss><channel>", "<feed>", "", '{"items":[']))
def test_whatever_stands_in_a_feed_it_is_read_or_refused_and_clean(pieces: str, head: str) -> None:
    try:
        feed = parse_feed((head + pieces).encode(), HERE)
    except UnreadableError:
        return
    for entry in feed.entries:
        for text in (entry.title, entry.content, entry.byline, *entry.tags):
            assert text is None or clean_body(text) == text


def test_a_title_is_kept_without_scripts() -> None:
    title = b'<title type="html">&lt;i&gt;safe&lt;/i&gt;&lt;script&gt;run()&lt;/script&gt; news</title>'
    feed = b'<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry>' + title + b"</entry></feed>"

    assert only(parse_feed(feed, "https://a.example/")).title == "<i>safe</i> news"


def test_links_in_a_content_count_from_the_base_that_the_feed_gives() -> None:
    item = b'<entry><content type="html" xml:base="/news/">&lt;a href="1"&gt;One&lt;/a&gt;</content></entry>'
    feed = (
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/"><title>F</title>' + item + b"</feed>"
    )

    entry = only(parse_feed(feed, "https://a.example/"))

    assert entry.base == "https://b.example/news/"
    assert [one.target for one in entry_article(entry, None).document.inlines] == ["https://b.example/news/1"]


def only(document: FeedDocument) -> Entry:
    (entry,) = document.entries
    return entry


@pytest.mark.parametrize(
    ("written", "day"),
    [("2026/05/12", 12), ("2026年5月12日", 12), ("12.05.2026", 12), ("2026-05-12", 12), ("12-05-2026", None)],
)
def test_days_in_numbers_are_those_that_are_written(written: str, day: int | None) -> None:
    entry = rss(f"<item><title>x</title><pubDate>{written}</pubDate></item>").entries[0]

    assert entry.published_at == (day and datetime(2026, 5, day, tzinfo=UTC))


@pytest.mark.parametrize("declared", ["", '<?xml version="1.0" encoding="UTF-8"?>'])
def test_what_is_as_it_says_needs_no_note_whatever_it_is_sent_as(declared: str) -> None:
    data = f"{declared}<rss><channel><title>Économie</title></channel></rss>".encode()

    feed = parse_feed(data, HERE, content_type="text/xml")

    assert (feed.title, feed.notes) == ("Économie", ())


def entries(items: str, channel: str = "<title>Weekly Ledger</title>") -> tuple[Entry, ...]:
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0"'
    source = f'<rss version="2.0" {names}><channel>{channel}{items}</channel></rss>'
    return parse_feed(source.encode(), "https://feed.example/x.xml").entries


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("<author>noreply@blogger.example (Ann Bell)</author>", "Ann Bell"),
        ("<author>Jo Lund (jo@ledger.example)</author>", "Jo Lund"),
        ("<dc:creator>Per Vik (mailto:per@ledger.example)</dc:creator>", "Per Vik"),
        ("<author>desk@ledger.example</author>", "desk@ledger.example"),
    ],
)
def test_an_author_is_named_without_the_address(author: str, name: str) -> None:
    assert entries(f"<item><title>A</title>{author}</item>")[0].byline == name


@pytest.mark.parametrize(("channel", "byline"), [("Salt Radio 7", None), ("Ann Bell", "Ann Bell"), ("annb", "annb")])
def test_who_broadcasts_a_podcast_is_no_writer(channel: str, byline: str | None) -> None:
    author = f"<author>{channel}</author>"

    assert entries(f"<item><title>A</title>{author}</item>", author)[0].byline == byline


def test_all_authors_are_named_and_an_entry_without_one_has_the_feeds() -> None:
    people = "<author><name>Ann Bell</name></author><author><name>Jo Lund</name></author>"
    feed = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><author><name>Kari Moe</name></author>
        <entry><id>1</id>{people}<title>A</title></entry><entry><id>2</id><title>B</title></entry></feed>"""

    read = parse_feed(feed.encode(), "https://feed.example/")

    assert [entry.byline for entry in read.entries] == ["Ann Bell, Jo Lund", "Kari Moe"]


def test_the_day_is_that_of_the_zone_in_which_it_is_written() -> None:
    [entry] = entries("<item><title>A</title><pubDate>Mon, 06 Apr 2026 23:30:00 -0700</pubDate></item>")

    assert entry.published_at is not None
    assert entry.published_at.date() == date(2026, 4, 6)


def test_entries_that_share_an_id_are_several_where_their_pages_are() -> None:
    item = "<item><title>A</title><guid isPermaLink='false'>one</guid><link>https://a.example/{0}</link></item>"

    assert len({entry.guid for entry in entries(item.format(1) + item.format(2))}) == 2
    assert {entry.guid for entry in entries(item.format(1) + item.format(1))} == {"one"}


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("<link>https://a.example/my post|x.html</link>", "https://a.example/my%20post%7Cx.html"),
        ("<link>https://www.google.com/url?sa=t&amp;url=https://a.example/b&amp;ct=ga</link>", "https://a.example/b"),
        ("<link>https://p.example/~r/x</link><fb:origLink>https://a.example/b</fb:origLink>", "https://a.example/b"),
    ],
)
def test_an_address_is_escaped_and_leads_where_the_entry_is(link: str, url: str) -> None:
    assert entries(f"<item><title>A</title>{link}</item>")[0].url == url


def test_a_content_that_was_escaped_twice_is_read_as_it_was_meant() -> None:
    [entry] = entries(
        "<item><description>&amp;lt;p&amp;gt;One &amp;amp;amp; two&amp;lt;/p&amp;gt;</description></item>"
    )

    assert entry.content == "<p>One &amp; two</p>"


def test_links_count_from_the_entry_and_the_source_is_the_publisher() -> None:
    [entry] = entries('<item><link>https://a.example/b</link><source url="https://s.example/f">Havn</source></item>')

    assert (entry.base, entry.publisher) == (None, "Havn")


def test_the_name_of_a_feed_is_plain() -> None:
    title = "<title><![CDATA[<b>Fish</b> &amp; Chips &#8211; Ledger]]></title>"

    assert parse_feed(f"<rss><channel>{title}</channel></rss>".encode(), "x").title == "Fish & Chips – Ledger"
