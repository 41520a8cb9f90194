from datetime import date

import pytest

from briefreader.ingest.hosts import agrees, day_in_address, label_of, publisher_of


@pytest.mark.parametrize(
    ("url", "words", "publisher"),
    [
        ("https://www.theverge.com/x", "", "The Verge"),
        ("https://news.nikkei.com/x", "", "Nikkei"),
        ("https://harbourwatch.example/x", "Read HarbourWatch daily. HarbourWatch is free.", "HarbourWatch"),
        ("https://the-harbour.co.uk/x", "", "The Harbour"),
        ("https://haldenherald.com.au/x", "", "Halden Herald"),
        ("https://annbell.substack.com/p/x", "by Ann Bell", "Ann Bell"),
        ("https://harbour.archives.gov/x", "", "Harbour"),
        ("https://bidenwhitehouse.archives.gov/x", "", "The White House"),
        ("https://web.archive.org/web/2026/https://havn.example/x", "", "Havn"),
    ],
)
def test_a_host_names_its_publisher(url: str, words: str, publisher: str) -> None:
    named = publisher_of(url, words)

    assert named is not None
    assert named.publisher == publisher


@pytest.mark.parametrize("url", ["https://news.google.com/x", "https://t.co/x", "http://127.0.0.1:80/x", "x", "//["])
def test_who_passes_on_what_others_publish_is_no_publisher(url: str) -> None:
    assert publisher_of(url, "Google") is None


def test_the_suffixes_of_countries_and_the_hosts_of_many_are_nobodys_name() -> None:
    assert [label_of(host) for host in ("a.havn.co.uk", "havn.gov.jm", "havn.de", "x.havn.github.io")] == ["havn"] * 4


@pytest.mark.parametrize(
    ("name", "is_its"),
    [("Havne Posten", True), ("Halden Portal News", False), ("HP", False), ("The Havneposten", True), ("Rents", False)],
)
def test_a_name_agrees_with_its_host(name: str, is_its: bool) -> None:  # noqa: FBT001 - a row of a table
    assert agrees(name, "https://www.havneposten.example/x") is is_its
    assert agrees("Havn Information Service", "https://his.gov.jm/")


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.example/2026/04/06/rents", date(2026, 4, 6)),
        ("https://a.example/law/2026/apr/06/rents", date(2026, 4, 6)),
        ("2026-04-06-rents", date(2026, 4, 6)),
        ("https://a.example/rents-20260406", date(2026, 4, 6)),
        ("https://a.example/2026/04/rents", None),
        ("https://a.example/d41586-026-01060-3", None),
        ("https://2026-04-06.example/", None),
    ],
)
def test_the_day_is_read_from_the_path_where_it_stands_in_full(address: str, day: date | None) -> None:
    assert day_in_address(address) == day
