import json
from datetime import date

import pytest
from lxml import html

from briefreader.ingest.choosing import Chosen, choose
from briefreader.ingest.page_head import read_page_head
from briefreader.model.article import Origin


def read(head: str, body: str = "", base: str = "") -> Chosen:
    page = html.fromstring(f"<html><head>{head}</head><body><p>x</p>{body}</body></html>")
    return choose(read_page_head(page, base), "")


def json_ld(said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta itemprop="datePublished" content="2026-05-12">',
        '<meta name="DC.date.issued" content="2026-05-12">',
        '<meta name="parsely-pub-date" content="2026-05-12T10:00:00Z">',
        '<meta name="pubdate" content="Tue, 12 May 2026 10:00:00 +0000">',
        '<meta property="article:published_time" content="0001-01-01"><meta name="date" content="2026-05-12">',
    ],
)
def test_the_day_is_read_from_the_head(head: str) -> None:
    assert read(head).published_on == date(2026, 5, 12)


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2020-01-01">x</time><span itemprop="datePublished">May 12, 2026</span>',
        '<time datetime="2020-01-01">x</time><time pubdate datetime="2026-05-12">x</time>',
        '<time datetime="2026-05-12T08:00">x</time><time datetime="2020-01-01">x</time>',
    ],
)
def test_the_day_is_read_from_what_is_marked_as_it(body: str) -> None:
    assert read("", body).published_on == date(2026, 5, 12)


def test_all_authors_are_named_each_once() -> None:
    head = "".join(
        f'<meta name="author" content="{name}">' for name in ("Ann Lee", "Bo Ray", "Ann Lee", "https://a.example/bo")
    )

    assert read(head).byline == "Ann Lee, Bo Ray"


def test_links_to_authors_name_them_where_the_head_does_not() -> None:
    link = '<a rel="author" href="/ann">Ann Lee</a>'

    assert read("", link).byline == "Ann Lee"
    assert read('<meta name="author" content="Bo Ray">', link).byline == "Bo Ray"


def test_the_words_of_json_ld_are_without_references() -> None:
    said = {"@type": "NewsArticle", "headline": "AT&amp;T&#8217;s deal", "author": {"name": "Ann O&#39;Lee"}}

    head = read(json_ld(said))

    assert (head.title, head.byline) == ("AT&T’s deal", "Ann O'Lee")


def test_who_is_named_by_an_id_is_found_elsewhere_in_the_page() -> None:
    graph = [
        {"@type": "NewsArticle", "author": {"@id": "#a"}, "publisher": {"@id": "#p"}, "headline": "A lease"},
        {"@type": "Organization", "@id": "#p", "name": "Wire"},
        {"@type": "Person", "@id": "#a", "name": "Ann Lee"},
    ]

    head = read(json_ld({"@graph": graph}) + json_ld("x"))

    assert (head.title, head.byline, head.publisher) == ("A lease", "Ann Lee", "Wire")


def test_a_canonical_address_counts_from_that_of_the_page() -> None:
    assert read('<link rel="canonical" href="/a">', base="https://wire.example/b?x=1").url == "https://wire.example/a"
    assert read('<link rel="canonical" href="//[">').url is None


@pytest.mark.parametrize(
    ("before", "head", "base"),
    [
        ("", '<meta property="og:url" content="https://mirror.example/b">', ""),
        ("<!-- saved from url=(0024)https://mirror.example/b -->", "", ""),
        ("<!--\n Page saved with SingleFile \n url: https://mirror.example/b \n saved date: x -->", "", ""),
        ("", "", "https://mirror.example/b"),
    ],
)
def test_a_page_that_names_one_elsewhere_retells_it(before: str, head: str, base: str) -> None:
    canonical = '<link rel="canonical" href="https://wire.example/a">'

    page = html.fromstring(f"<!doctype html>{before}<html><head>{head}{canonical}</head></html>")
    said = choose(read_page_head(page, base), "")

    assert said.url == "https://mirror.example/b"
    assert said.origin == Origin("wire.example", "https://wire.example/a")


def test_a_page_on_another_host_of_its_site_is_no_other_page() -> None:
    head = read(
        '<link rel="canonical" href="https://news.wire.example/a"><meta property="og:url" content="https://m.wire.example/b">'
    )

    assert (head.url, head.origin) == ("https://news.wire.example/a", None)


@pytest.mark.parametrize(
    ("address", "is_page"),
    [
        ("https://a.example/?p=12", True),
        ("https://a.example/b", True),
        ("https://a.example/?utm_source=x", False),
        ("https://www.a.example", False),
    ],
)
def test_a_home_page_is_no_page_of_an_article(address: str, is_page: bool) -> None:  # noqa: FBT001 - a row of a table
    assert read(f'<link rel="canonical" href="{address}">').url == (address if is_page else None)


def test_a_heading_that_leads_to_the_first_page_is_the_name_of_the_site() -> None:
    name = "<h1><a href='https://harbour.example/'>The Harbour Ledger</a></h1><h2>Rents fall in Halden</h2>"
    chosen = read("<title>The Harbour Ledger | Rents fall in Halden</title>", name)

    assert (chosen.title, chosen.publisher) == ("Rents fall in Halden", "The Harbour Ledger")


def test_a_heading_that_leads_elsewhere_is_the_title() -> None:
    chosen = read("", "<h1><a href='https://harbour.example/rents'>Rents fall in Halden</a></h1>")

    assert (chosen.title, chosen.publisher) == ("Rents fall in Halden", None)


def test_a_mark_that_links_a_heading_to_itself_is_no_part_of_a_title() -> None:
    assert read("", "<h1>Rents fall in Halden<a href='#rents'>¶</a></h1>").title == "Rents fall in Halden"
