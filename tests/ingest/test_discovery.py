from briefreader.ingest.discovery import FoundFeed, find_feeds

HERE = "https://a.example/x/"


def test_feeds_are_found_in_the_head_and_in_the_header_each_once() -> None:
    page = b"""<head><link rel="alternate" type="application/rss+xml" href="../feed" title=" News ">
        <link rel="stylesheet" type="application/rss+xml" href="/no"><link rel="alternate" type="text/html" href="/no">
        <link rel="alternate" type="application/feed+json; charset=utf-8" href="https://b.example/f.json">
        <link rel="alternate" type="application/rss+xml" href="javascript:x"></head>"""
    link = '<https://a.example/h>; rel="alternate"; type="application/atom+xml", </n>; rel="next"'

    assert find_feeds(page, HERE, {"link": link}) == [
        FoundFeed("https://a.example/h", ""),
        FoundFeed("https://a.example/feed", "News"),
        FoundFeed("https://b.example/f.json", ""),
    ]


def test_a_page_without_any_names_none() -> None:
    assert find_feeds(b"", HERE, {}) == []
    assert find_feeds(b"\x00<p>", HERE, {"link": "nonsense"}) == []


def test_a_title_is_read_in_the_charset_of_its_page() -> None:
    page = '<head><link rel="alternate" type="application/rss+xml" href="/f" title="Économie">'.encode("latin-1")

    said = find_feeds(page, HERE, {"content-type": "text/html; charset=ISO-8859-1"})

    assert [found.title for found in said] == ["Économie"]


def test_feeds_count_from_the_base_of_their_page_and_those_of_comments_come_last() -> None:
    page = b"""<head><base href="https://b.example/blog/"><link rel="alternate" type="application/rss+xml"
        href="comments/feed" title="All"><link rel="alternate" type="application/rss+xml" href="feed">"""

    assert [found.url for found in find_feeds(page, HERE, {})] == [
        "https://b.example/blog/feed",
        "https://b.example/blog/comments/feed",
    ]
