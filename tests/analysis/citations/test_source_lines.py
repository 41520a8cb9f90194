"""Citations in lines and lists of sources."""

from datetime import date

import pytest
from factories import a_document

from briefreader.analysis.citations.source_lines import find_source_lines
from briefreader.analysis.dates.dates import DateContext
from briefreader.analysis.roles.roles import Roles

CONTEXT = DateContext(date(2026, 6, 10), 2026)
SENTENCE = "The harbour took 4,000 ships in May, more than ever."


def cited(text: str, suffix: str = ".md") -> list[tuple[str, str | None, str]]:
    document = a_document(f"Here stands a title of no consequence\n\n{text}", suffix)
    return [
        (one.span.of(document.text), one.source, str(one.date.last) if one.date else "")
        for one in find_source_lines(Roles(document), CONTEXT)
    ]


def test_each_name_of_a_line_is_a_citation_and_its_day_is_theirs() -> None:
    assert cited(f"{SENTENCE}\n\nSources: Reuters / Orrin Partners | Published: 3 May 2026") == [
        ("Reuters", "Reuters", "2026-05-03"),
        ("Orrin Partners", "Orrin Partners", "2026-05-03"),
    ]


def test_an_entry_with_a_title_is_one_citation() -> None:
    assert cited(f"{SENTENCE}\n\nSource: Reuters, “Ships, more of them”, 3 May 2026") == [
        ("Reuters, “Ships, more of them”, 3 May 2026", "Reuters", "2026-05-03")
    ]


def test_who_passes_a_source_on_is_cited_too() -> None:
    assert [source for _, source, _ in cited(f"{SENTENCE}\n\nSource: Orrin Times (via Reuters)")] == [
        "Orrin Times",
        "Reuters",
    ]


def test_the_day_of_the_story_is_that_of_its_source() -> None:
    assert cited(f"## Ships\n\nDate: 3 May 2026\n\n{SENTENCE}\n\nSource: Reuters") == [
        ("Reuters", "Reuters", "2026-05-03")
    ]


@pytest.mark.parametrize(
    "fields",
    [
        "- **Source**: Orrin Times\n- **Date**: 3 May 2026",
        "- **来源**: Orrin Times\n- **时间**: 2026-05-03 12:26",
        "- **發布機構**: Orrin Times\n- **發布日期**: 2026年05月03日",
        "- **掲載元**: Orrin Times\n- **公開日**: 2026.05.03",
    ],
)
def test_the_day_in_the_field_below_is_that_of_the_source(fields: str) -> None:
    assert cited(f"### Ships\n\n{fields}\n\n> {SENTENCE}") == [("Orrin Times", "Orrin Times", "2026-05-03")]


def test_persons_before_their_outlet_are_one_source_with_it() -> None:
    assert cited(f"{SENTENCE}\n\nSource: Vik & Okafor, Reuters") == [("Vik & Okafor, Reuters", "Reuters", "")]
    assert cited(f"{SENTENCE}\n\nSource: Vik, Lund & Okafor, Reuters") == [
        ("Vik, Lund & Okafor, Reuters", "Reuters", "")
    ]


def test_a_short_day_and_the_reporter_behind_a_name_belong_to_it() -> None:
    assert cited(f"{SENTENCE} Sources: Orrin Times 05-03 (Jane Vik, high), Harbour Daily. More to come.") == [
        ("Orrin Times 05-03 (Jane Vik, high)", "Orrin Times", "2026-05-03"),
        ("Harbour Daily", "Harbour Daily", ""),
    ]


def test_a_label_within_a_line_is_no_part_of_a_source() -> None:
    assert cited(f"{SENTENCE}\n\nSource: Reuters, 3 May 2026 | Source: Orrin Times") == [
        ("Reuters, 3 May 2026", "Reuters", "2026-05-03"),
        ("Orrin Times", "Orrin Times", ""),
    ]


@pytest.mark.parametrize(
    ("entry", "source", "day"),
    [
        ("Halden Direct, Reuters and Orrin price analysis (May 2026)", "Halden Direct", "2026-05-31"),
        ("Orrin Ilbo reports on the harbour gate (2026)", "Orrin Ilbo", "2026-12-31"),
        ("Ships, more of them, Reuters report, 3 May 2026", "Reuters", "2026-05-03"),
    ],
)
def test_who_an_entry_with_a_description_is_by(entry: str, source: str, day: str) -> None:
    assert [(name, when) for _, name, when in cited(f"{SENTENCE}\n\nSources: {entry}; Kyodo")][:1] == [(source, day)]


def test_a_heading_in_two_languages_names_no_source() -> None:
    assert cited("## 新药研发 | Drug Discovery") == []
    assert cited("## Ships wait for days | Orrin Times") == [("Orrin Times", "Orrin Times", "")]


def test_an_outlet_and_its_day_at_the_end_of_an_item_are_its_source() -> None:
    assert cited("- The port closed for a week — *Maritime Gazette*, 3 May 2026") == [
        ("Maritime Gazette, 3 May 2026", "Maritime Gazette", "2026-05-03")
    ]


def test_each_entry_of_a_list_is_a_citation() -> None:
    assert [source for _, source, _ in cited("## Sources\n\n- Reuters: https://www.reuters.com/a\n- Orrin Times")] == [
        "Reuters",
        "Orrin Times",
    ]


@pytest.mark.parametrize(
    ("text", "span", "source"),
    [
        (f"- Reuters: {SENTENCE}", "Reuters:", "Reuters"),
        (f"- Orrin Partners (3 May 2026): {SENTENCE}", "Orrin Partners (3 May 2026):", "Orrin Partners"),
        (f"{SENTENCE} — Reuters", "Reuters", "Reuters"),
        (f"{SENTENCE} Reuters, The Guardian.", "Reuters", "Reuters"),
        ("Ships by month, Source: Orrin Partners", "Orrin Partners", "Orrin Partners"),
        ("Shipping | Reuters - World | 2026-05-03 07:12 UTC", "Reuters - World | 2026-05-03 07:12 UTC", "Reuters"),
        ("Score 12 · arXiv 2605.12345", "arXiv 2605.12345", "arXiv"),
        (f"### Ships rise | Orrin Times\n\n{SENTENCE}", "Orrin Times", "Orrin Times"),
        (f"### [Orrin] – Ships rise\n\n{SENTENCE}", "[Orrin]", "Orrin"),
        (f"{SENTENCE}\n\n情報源：Reuters", "Reuters", "Reuters"),
    ],
)
def test_a_source_beside_words_is_told_by_its_form(text: str, span: str, source: str) -> None:
    assert (span, source) in [(words, name) for words, name, _ in cited(text)]


@pytest.mark.parametrize(
    "text",
    [f"Management: {SENTENCE}", f"Note: {SENTENCE}", "Sources of growth are few in the north.", f"{SENTENCE} Volvo."],
)
def test_other_words_are_no_sources(text: str) -> None:
    assert cited(text) == []


def test_a_source_column_names_sources() -> None:
    assert [source for _, source, _ in cited("| Port | Source |\n|---|---|\n| Oslo | Reuters, Politico |")] == [
        "Reuters",
        "Politico",
    ]
