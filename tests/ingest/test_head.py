from datetime import date

import pytest

from briefreader.ingest.articles import build_article
from briefreader.ingest.markdown import parse_markdown
from briefreader.ingest.plain_text import parse_plain_text
from briefreader.ingest.readings import Head
from briefreader.model.article import Article, Origin


def read(text: str, file_name: str = "") -> tuple[Article, list[tuple[str, str]]]:
    article = build_article(parse_plain_text(text), Head(), file_name)
    return article, [(block.role, article.document.words_of(block)) for block in article.document.blocks]


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


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("Von Ann Bell · 6. April 2026", "byline", "Ann Bell"),
        ("Par Ann Bell et Jo Lund", "byline", "Ann Bell et Jo Lund"),
        ("Auteur : Ann Bell", "byline", "Ann Bell"),
        ("By\n\nAnn Bell\n\nPublished\nApr 6, 2026, 8:50 AM EDT", "byline", "Ann Bell"),
        ("By\n\nAnn Bell\n\nPublished\nApr 6, 2026, 8:50 AM EDT", "published_on", date(2026, 4, 6)),
        ("Ann Bell\n\nApr 6, 2026", "byline", "Ann Bell"),
        ("Ann Bell\nSenior Harbour Reporter", "byline", "Ann Bell"),
        ("April 6, 2026\n1:30 PM ET\n\nAnn Bell", "byline", "Ann Bell"),
        ("2 hours ago Share Save Ann Bell Harbour reporter AFP", "byline", "Ann Bell"),
        ("Share Save Ann Bell , Senior Harbour Editor and Jo Lund , Reporter", "byline", "Ann Bell and Jo Lund"),
        ("Share Save The harbour opens", "byline", None),
        ("Datum: 06.04.2026", "published_on", date(2026, 4, 6)),
        ("Monday, April 6, 2026", "published_on", date(2026, 4, 6)),
        ("HALDEN, April 6, 2026 (Reuters) - Rents fell in the town, its clerk said.", "published_on", date(2026, 4, 6)),
        ("https://havneposten.example/2026/04/06/rents", "published_on", date(2026, 4, 6)),
        ("https://havneposten.example/2026/04/06/rents", "publisher", "Havneposten"),
    ],
)
def test_the_lines_under_a_title_say_who_and_when(lines: str, field: str, value: object) -> None:
    article, _ = read(f"A quiet deal changes it\n\n{lines}\n\nText is here, and it goes on for a while.")

    assert getattr(article, field) == value


def test_the_last_lines_say_who_and_when() -> None:
    article, _ = read(
        "A quiet deal changes it\n\nText is here, and it goes on.\n\nAnn Bell\n\nHarbour Editor\n\n"
        "Halden, den 6. April 2026"
    )

    assert (article.byline, article.published_on) == ("Ann Bell", date(2026, 4, 6))


def test_the_lines_about_each_place_of_the_title_count() -> None:
    menu = "\n".join(f"- Programme {number}" for number in range(20))
    text = f"# A quiet deal changes it\n\n{menu}\n\n# A quiet deal changes it\n\nBy\n\nAnn Bell\n\nText is here.\n"

    assert build_article(*parse_markdown(text)).byline == "Ann Bell"


def test_a_name_in_capitals_signs_an_article_at_its_end_alone() -> None:
    signed = "A quiet deal changes it\n\nText is here.\n\n{}\n\nThe Town Hall,\n"

    assert read(signed.format("    ANN B. BELL"))[0].byline == "Ann B. Bell"
    assert read(signed.format("RENT TABLE"))[0].byline is None
    assert read(signed.format("ANN B. BELL\n\nJO C. LUND"))[0].byline is None


def test_a_heading_over_a_table_is_no_writer() -> None:
    text = "# A quiet deal changes it\n\n## Harbour Dials\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSenior Reporter\n"

    assert build_article(*parse_markdown(text)).byline is None


def test_labels_that_say_different_things_are_those_of_the_items_of_a_digest() -> None:
    item = "Rents fall\n\nSource: {0}\n\nLink: https://{0}.example/a\n\nRents fell there."
    article, _ = read("A digest of two things\n\n" + item.format("Havn") + "\n\n" + item.format("Wire"))

    assert (article.url, article.origin) == (None, None)


def test_the_name_of_the_file_is_a_title_and_a_day_where_the_text_has_none() -> None:
    article, _ = read("It happened on Monday. That is all there is to say of it.", "2026-04-06-harbour-rents-note.md")

    assert (article.title, article.published_on) == ("harbour rents note", date(2026, 4, 6))
    assert {one.field for one in article.evidence if one.is_guess} == {"title", "date"}


def test_a_section_is_no_writer_and_a_house_is_no_byline() -> None:
    article, _ = read("A quiet deal changes it\n\nRead More\nApr 6, 2026\n\nBy Staff\n\nText is here.")

    assert article.byline is None
