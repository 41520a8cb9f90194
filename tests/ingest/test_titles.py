import pytest

from briefreader.ingest.titles import days_at_end, parse_title, series_of, without_marks


@pytest.mark.parametrize(
    ("title", "url", "headline", "site"),
    [
        ("Rents fall | Havneposten", "https://havneposten.example/x", "Rents fall", "Havneposten"),
        ("Rents fall - Havneposten", "https://havneposten.example/x", "Rents fall", "Havneposten"),
        ("Rents fall - a little", "https://havneposten.example/x", "Rents fall - a little", None),
        ("Rents fall | Homes | Havneposten", "https://havneposten.example/x", "Rents fall", "Havneposten"),
        ("Rents fall again in spring | Weekly Ledger", None, "Rents fall again in spring", "Weekly Ledger"),
        ("Rents fall — ProPublica", None, "Rents fall", "ProPublica"),
        ("Rents fall : Havneposten", "https://havneposten.example/x", "Rents fall", "Havneposten"),
        ("Rents fall : why", "https://havneposten.example/x", "Rents fall : why", None),
        ("Ledger, 6 April 2026 | 6 April 2026", None, "Ledger, 6 April 2026 | 6 April 2026", None),
        ("Fwd: Re: Rents fall", None, "Rents fall", None),
    ],
)
def test_the_name_of_the_site_is_cut_from_a_title(title: str, url: str | None, headline: str, site: str | None) -> None:
    parsed = parse_title(title, url, [])

    assert (parsed.headline, parsed.site) == (headline, site)


def test_another_reading_confirms_the_name_of_the_site() -> None:
    assert parse_title("Rents fall - Ledger of Halden", None, ["Ledger of Halden"]).headline == "Rents fall"


def test_the_issue_of_a_series_names_the_series() -> None:
    assert series_of("Harbour Letter #12") == "Harbour Letter"
    assert series_of("Harbour Daily Digest - 2026-04-06") == "Harbour Daily Digest"
    assert series_of("What happened on 6 April 2026") is None


def test_a_day_counts_at_an_end_of_a_title() -> None:
    assert str(days_at_end("Harbour Daily — April 6, 2026")) == "2026-04-06"
    assert str(days_at_end("Harbour findings (2026-04-06 run)")) == "2026-04-06"
    assert days_at_end("Before April 6, 2026 nobody knew") is None
    assert without_marks("WG: AW: Rents") == "Rents"


def test_a_title_may_have_the_name_of_its_site_before_it() -> None:
    assert parse_title("Weekly Ledger | Rents fall in Halden", None, ["Weekly Ledger"])[:2] == (
        "Rents fall in Halden",
        "Weekly Ledger",
    )
    assert parse_title("Weekly Ledger | 6 April 2026 and on", None, ["Weekly Ledger"]).headline.startswith(
        "Weekly Ledger"
    )


def test_a_name_of_a_file_is_cut_off_and_spelled_in_words_where_it_stands_alone() -> None:
    assert parse_title("Harbour Brief — Harbour_Brief_20260406_1030", None, []).headline == "Harbour Brief"
    assert parse_title("harbour_news", None, []).headline == "Harbour news"
    assert parse_title("Why read_lines fails", None, []).headline == "Why read_lines fails"


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("Rents in Figures — 2026.04.06 edition", "Rents in Figures"),
        ("Harbour Brief — Monday, 6 April 2026", "Harbour Brief"),
        ("Ann's Harbour Newsletter - Issue #40 | Week of April 6, 2026", "Ann's Harbour Newsletter"),
        ("Rents in Figures — 2026.04.06", None),
    ],
)
def test_an_edition_names_its_series(title: str, series: str | None) -> None:
    assert series_of(title) == series
