from datetime import date

import pytest

from briefreader.ingest.furniture import mark_furniture
from briefreader.ingest.head import Head, read_head
from briefreader.ingest.plain_text import parse_plain_text
from briefreader.model.article import Origin


def read(text: str) -> tuple[Head, list[tuple[str, str]]]:
    drafts = mark_furniture(parse_plain_text(text))
    head = read_head(drafts)
    return head, [(draft.role, draft.text) for draft in drafts]


def test_the_first_line_that_can_be_one_is_the_title() -> None:
    head, roles = read("Modelwire\nSubscribe\n\nA quiet deal changes the map\n\nIt happened on Monday.")

    assert (head.title, head.publisher) == ("A quiet deal changes the map", "Modelwire")
    assert [role for role, _ in roles] == ["furniture", "furniture", "title", "body"]


def test_a_text_that_begins_with_a_section_has_no_title() -> None:
    head, roles = read("Why This Matters\n\nIt changes who sets the price.\n\nThe Next Section Here")

    assert head.title is None
    assert "title" not in [role for role, _ in roles]


def test_repeated_titles_are_furniture_and_name_the_site() -> None:
    head, roles = read(
        "A quiet deal changes it\n\nText is here.\n\nA quiet deal changes it\nA quiet deal changes it · Wire"
    )

    assert head.publisher == "Wire"
    assert [role for role, _ in roles] == ["title", "body", "furniture", "furniture"]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("By Marit Solheim | 24 March 2026", "byline", "Marit Solheim"),
        ("By Marit Solheim | 24 March 2026", "published_on", date(2026, 3, 24)),
        ("Published: 11 April 2026", "published_on", date(2026, 4, 11)),
        ("Posted on April 11, 2026", "published_on", date(2026, 4, 11)),
        ("📅 11 April 2026 · 👁 8 views", "published_on", date(2026, 4, 11)),
        ("Outlet: Kestrel Brief", "publisher", "Kestrel Brief"),
        ("URL: https://a.example/b", "url", "https://a.example/b"),
        ("URL: javascript:alert(1)", "url", None),
        ("Source: The Ledger Wire", "origin", Origin("The Ledger Wire")),
        ("Curated from TechCrunch AI Read original →", "origin", Origin("TechCrunch AI")),
        ("The full content lives on the-decoder.com.", "origin", Origin("the-decoder.com")),
        ("Fathom's Take on A quiet deal", "publisher", "Fathom"),
        ("This was prepared by the Modelwire editorial team.", "publisher", "Modelwire"),
    ],
)
def test_lines_that_tell_about_the_article_are_metadata(line: str, field: str, value: object) -> None:
    head, roles = read(f"A quiet deal changes it\n{line}\n\nText is here.")

    assert getattr(head, field) == value
    assert roles[-1] == ("body", "Text is here.")
