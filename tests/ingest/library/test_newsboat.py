from datetime import date

from libraries import PAGE, newsboat_urls

from briefreader.ingest.library.newsboat import parse_urls, saved_items
from briefreader.ingest.opml import Outline


def test_feeds_come_with_folder_and_title_and_nothing_is_run() -> None:
    feeds, refused = parse_urls(newsboat_urls().decode())

    assert feeds == [
        Outline("https://a.example/feed", "The A feed", "News"),
        Outline("https://b.example/feed", "https://b.example/feed", ""),
    ]
    assert [line.split(" is refused")[0] for line in refused] == [
        "exec:~/bin/evil",
        "filter:x:https://c.example/",
        "http://127.0.0.1/feed",
    ]


def test_what_was_read_there_is_read_here() -> None:
    read, unread = saved_items(
        [("A", "", "https://a.example/1", 1776038400, PAGE, 0), ("B", "b", "https://a.example/2", 0, PAGE, 1)]
    )

    assert (read.state, read.is_read, read.published_on) == ("archive", True, date(2026, 4, 13))
    assert (unread.state, unread.is_read, unread.byline, unread.published_on) == ("inbox", False, "b", None)
