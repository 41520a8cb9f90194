from datetime import date

import pytest
from growth import grows_in_proportion

from briefreader.ingest.articles import build_article
from briefreader.ingest.drafts import DraftBlock
from briefreader.ingest.files import parse_articles
from briefreader.ingest.head import read_lines
from briefreader.ingest.labels import parse_label
from briefreader.ingest.markdown import parse_markdown
from briefreader.ingest.plain_text import parse_plain_text
from briefreader.ingest.readings import Head
from briefreader.ingest.writers import read_writers
from briefreader.model.article import Article, Origin


def read(text: str, file_name: str = "") -> tuple[Article, list[tuple[str, str]]]:
    article = build_article(parse_plain_text(text), Head(), file_name)
    return article, [(block.role, article.document.words_of(block)) for block in article.document.blocks]


def read_markdown(text: str) -> Article:
    drafts, head = parse_markdown(text)
    return build_article(drafts, head)


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


def test_a_label_in_the_blocks_of_a_digest_is_that_of_an_item() -> None:
    item = "## {0} falls again\n\nDate: 2026-04-0{1}\nSummary: Nobody knows why.\nURL: https://{0}.example/a"
    article = read_markdown(f"# Harbour items (as of 2026-04-06)\n\n{item.format('a', 1)}\n\n{item.format('b', 2)}")

    assert (article.title, article.url) == ("Harbour items (as of 2026-04-06)", None)
    assert article.published_on == date(2026, 4, 6)


def test_a_source_between_paragraphs_is_that_of_a_passage() -> None:
    text = "Rents fell by four percent in the town of Halden, as its clerk said on Monday."
    below = "\n\n".join(f"{text} So it went on for {number} years." for number in range(12))

    assert read(f"A quiet deal changes it\n\n{text}\n\nSource: Havn\n\n{below}")[0].origin is None
    assert read(f"A quiet deal changes it\n\nSource: Havn\n\n{text}\n\n{below}")[0].origin == Origin("Havn")
    assert read(f"A quiet deal changes it\n\n{text}\n\n{below}\n\nSource: Havn")[0].origin == Origin("Havn")


@pytest.mark.parametrize("source", ["Taken from letters of the clerk", "Havn.example, Ledger, Wire", "Havn / Ledger"])
def test_a_source_that_is_no_one_name_is_no_origin(source: str) -> None:
    assert read(f"A quiet deal changes it\n\nSource: {source}\n\nText is here.")[0].origin is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Generated: April 06, 2026 at 05:03 PM", date(2026, 4, 6)),
        ("Report Date & Time (UTC): 2026-04-06 10:00:00 UTC", date(2026, 4, 6)),
        ("Harbour / HBR / NYSE | Report date: 2026-04-06", date(2026, 4, 6)),
        ("Period: 2026-03-31 → 2026-04-06 (last 7 days)", date(2026, 4, 6)),
        ("Date Range: 2026-03-31 → 2026-04-06", date(2026, 4, 6)),
        ("Data on the flats of Halden, 2026-04-06, and more", None),
    ],
)
def test_a_line_says_when_a_report_was_made(line: str, day: date | None) -> None:
    assert read(f"A quiet deal changes it\n{line}\n\nText is here.")[0].published_on == day


def test_a_section_of_a_digest_is_no_title_and_no_publisher() -> None:
    items = "### [One thing](https://a.example/1)\n\nText.\n\n### Two things\n\nText.\n\n### Three\n\nText."

    article = read_markdown(f"## Notable\n\n{items}")

    assert (article.title, article.publisher) == (None, None)
    assert read_markdown("### Q1: Rents fall again\n\nText.\n\n### Q2: Rents rise again\n\nText.").title is None
    assert read_markdown("# Executive Summary\n\nText.\n\n# Rents in Halden\n\nText.").publisher is None


def test_a_name_beside_an_address_is_the_writer_and_a_product_is_none() -> None:
    assert read("A quiet deal changes it\nAnn Bell | code.example/annbell\n\nText.")[0].byline == "Ann Bell"
    assert read("A quiet deal changes it\nHarbour Brief\nApr 6, 2026\n\nText.")[0].byline is None
    assert read("A quiet deal changes it\n\nAs a former analyst of the town I write for you.")[0].byline is None


def test_a_masthead_names_the_series_and_its_writer() -> None:
    article, _ = read("Harbour Weekly Deep Dive on Rents\n\nText is here.\n\nHarbour Weekly by Ann Bell")

    assert (article.publisher, article.byline) == ("Harbour Weekly", "Ann Bell")


def test_the_name_of_the_file_is_a_title_and_a_day_where_the_text_has_none() -> None:
    article, _ = read("It happened on Monday. That is all there is to say of it.", "2026-04-06-harbour-rents-note.md")

    assert (article.title, article.published_on) == ("harbour rents note", date(2026, 4, 6))
    assert {one.field for one in article.evidence if one.is_guess} == {"title", "date"}


def test_a_section_is_no_writer_and_a_house_is_no_byline() -> None:
    article, _ = read("A quiet deal changes it\n\nRead More\nApr 6, 2026\n\nBy Staff\n\nText is here.")

    assert article.byline is None


def test_a_label_with_many_spaces_takes_no_longer_than_its_length() -> None:
    assert grows_in_proportion(lambda size: parse_label(f"Published{' ' * size}x"), 4_000)


@pytest.mark.parametrize("line", ["Rents fell {}x | y", "Ann{}x"])
def test_a_line_with_many_spaces_takes_no_longer_than_its_length(line: str) -> None:
    def work(size: int) -> None:
        read_lines([DraftBlock(kind="paragraph", text=line.format(" " * size))], Head())

    assert grows_in_proportion(work, 4_000)


def test_many_writers_take_no_longer_than_their_number() -> None:
    def work(size: int) -> None:
        names = (f"Zo{''.join(chr(97 + int(digit)) for digit in str(number))} Bell" for number in range(size))
        read_writers([DraftBlock(kind="paragraph", text="\n".join(f"{name}\nreporter" for name in names))], Head())

    assert grows_in_proportion(work, 4_000)


@pytest.mark.parametrize(
    "heading",
    ["Published by Harbour House", "Industry Analysis", "Special Report", "Ticker,Price,Change", "Ticker|Price|Change"],
)
def test_a_line_of_another_kind_is_no_title(heading: str) -> None:
    text = f"# {heading}\n\n# Rents Fall in Halden\n\nThe council counted its flats, and it found many of them."

    assert parse_articles(text.encode(), ".md", "x.md")[0].title == "Rents Fall in Halden"


@pytest.mark.parametrize("title", ["Sales of 1,000,000 units at Halden", "Halden, Moss, and the rents of both"])
def test_commas_of_a_headline_are_no_columns(title: str) -> None:
    assert parse_articles(f"# {title}\n\nThe council counted them.".encode(), ".md", "x.md")[0].title == title
