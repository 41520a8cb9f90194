import pytest

from briefreader.ingest.files import parse_articles
from briefreader.ingest.pdf import parse_pdf
from briefreader.model.errors import UnreadableError

Words = tuple[float, float, float, str]
"""From the left, from below, the size of type, and the text."""


def pdf(*pages: list[str]) -> bytes:
    """Write a PDF file by hand: a line of text below another on each page."""
    return written([[(50, 750 - 14 * number, 10, line) for number, line in enumerate(page)] for page in pages])


def written(pages: list[list[Words]]) -> bytes:
    """Write a PDF file by hand: words where they are said to be."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, page in enumerate(pages):
        stream = " ".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body = "%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{written}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def test_lines_become_paragraphs_and_what_stands_on_every_page_is_kept_once_and_folded() -> None:
    pages = [
        [
            "Kestrel Brief",
            f"On page {word} Halden cut its power bill by a lot, and it",
            "said why in a letter.",
            f"Page {n}",
        ]
        for n, word in enumerate(("one", "two", "three"), start=1)
    ]

    [article] = parse_articles(pdf(*pages), "", "x")

    assert "On page one Halden cut its power bill by a lot, and it said why in a letter." in article.document.text
    folded = [article.document.words_of(block) for block in article.document.blocks if block.role == "furniture"]
    assert sorted(folded) == ["Kestrel Brief", "Page 1"]
    assert article.document.text.count("Kestrel Brief") == 1
    assert "Page 2" not in article.document.text


def test_pages_without_text_are_named() -> None:
    text = ["Halden cut its power bill by a lot."]

    assert parse_pdf(pdf(text, [], [], text, []), "x.pdf").not_read == ("pages 2-3, 5 without text, perhaps pictures",)
    assert parse_pdf(pdf(text, []), "x.pdf").not_read == ("page 2 without text, perhaps pictures",)
    assert parse_pdf(pdf(text), "x.pdf").not_read == ()


@pytest.mark.parametrize("data", [b"%PDF-1.4 nothing", b""])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="no PDF that can be read"):
        parse_pdf(data, "x.pdf")


def test_a_file_without_words_is_told() -> None:
    with pytest.raises(UnreadableError, match="no text in it"):
        parse_pdf(pdf([]), "x.pdf")


def test_a_hyphen_that_belongs_to_the_word_stays_at_the_end_of_a_line() -> None:
    page = ["The rents of the flats of a town and of a state-", "owned yard are well estab-", "lished from 2024-"]
    [article] = parse_articles(
        pdf(["A Count of Flats", "", *page, "2026, says the clerk of the town."]), ".pdf", "x.pdf"
    )

    assert "state-owned yard" in article.document.text
    assert "2024- 2026" not in article.document.text


def test_the_name_of_a_program_is_no_title() -> None:
    data = pdf(["Rents Fall in Halden", "", "The council counted its empty flats in March, said its clerk."])
    titled = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Info << /Title (Microsoft Word - rents_v3.docx) >>")

    assert parse_articles(titled, ".pdf", "x.pdf")[0].title == "Rents Fall in Halden"


def text_of(*pages: list[Words]) -> str:
    return parse_pdf(written([*pages]), "x.pdf").document.text


def test_a_raised_mark_is_no_part_of_a_number() -> None:
    page: list[Words] = [(50, 700, 11, "Rents rose to 42"), (131, 704, 7, "1"), (139, 700, 11, "percent of 10")]

    assert text_of(page) == "Rents rose to 42¹ percent of 10"


def test_cells_of_a_table_are_apart_also_where_one_is_empty() -> None:
    rows = [("", "2024", "2025"), ("Harbour", "9,100", "8,900"), ("Hill", "", "7,210")]
    page: list[Words] = [(50, 740, 10, "The council of Halden counted its empty flats in March.")]
    page += [
        (50 + 110 * column, 700 - 14 * number, 10, cell)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell
    ]
    article = parse_pdf(written([page]), "x.pdf")

    [table] = [block for block in article.document.blocks if block.kind == "table"]
    assert [[article.document.text[start:end] for start, end in row] for row in table.rows] == [
        list(row) for row in rows
    ]


def test_lines_across_two_columns_are_read_column_by_column() -> None:
    left = [
        "The council of Halden has",
        "counted all its empty flats",
        "in the month of March, and",
        "found three hundred.",
    ]
    right = [
        "Nobody in the town hall of",
        "Halden would say how long",
        "the fall of the rents will last",
        "by now, or why it began.",
    ]
    page: list[Words] = []
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        page += [(50, 700 - 12 * number, 10, one), (320, 700 - 12 * number, 10, other)]

    assert text_of(page) == f"{' '.join(left)}\n\n{' '.join(right)}"


def test_a_sentence_goes_on_over_the_end_of_a_page_and_its_note_comes_after_it() -> None:
    one: list[Words] = [
        (50, 700, 10, "Rents in the quarter by the harbour fell by four percent, as"),
        (50, 688, 10, "the clerk of the council wrote to all of the landlords in a"),
        (50, 90, 7, "Letter of the clerk, page four."),
    ]
    other: list[Words] = [(50, 700, 10, "letter of two April, while those on the hill stayed.")]

    assert text_of(one, other).split("\n\n") == [
        " ".join(words for _, _, size, words in [*one, *other] if size > 7),
        "Letter of the clerk, page four.",
    ]


def test_heads_of_two_lines_and_numbers_of_pages_are_no_text_and_what_is_alike_elsewhere_stays() -> None:
    pages: list[list[Words]] = [
        [
            (50, 770, 8, "Ledger Notes"),
            (50, 700, 10, f"The {word} count of the empty flats of Halden is in."),
            (50, 686, 10, "It was made by hand."),
            (50, 62, 8, "See the notes at the end."),
            (50, 50, 8, f"Ledger AS, page {number}"),
            (300, 30, 8, f"{number}"),
        ]
        for number, word in enumerate(("first", "second", "third"), start=1)
    ]
    article = parse_pdf(written(pages), "x.pdf")
    words: dict[str, list[str]] = {role: [] for role in ("body", "title", "furniture")}
    for block in article.document.blocks:
        words[block.role].append(article.document.words_of(block))

    assert sorted(words["furniture"]) == ["Ledger AS, page 1", "Ledger Notes", "See the notes at the end."]
    assert " ".join(words["title"] + words["body"]).count("It was made by hand.") == 3


def test_ligatures_of_tex_are_letters() -> None:
    assert text_of([(50, 700, 10, "The \\034rst o\\036ce of Halden")]) == "The first office of Halden"


def test_the_title_is_in_the_largest_type_also_over_two_lines() -> None:
    page: list[Words] = [
        (50, 770, 9, "Working Paper 12"),
        (50, 740, 18, "Rents Fall in Halden:"),
        (50, 718, 18, "A First Count"),
        (50, 680, 10, "The council of Halden counted its empty flats in March, and it found many."),
    ]
    data = written([page])

    assert parse_pdf(data, "x.pdf").title == "Rents Fall in Halden: A First Count"
    titled = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Info << /Title (final draft v3) >>")
    assert parse_pdf(titled, "x.pdf").title == "Rents Fall in Halden: A First Count"
