import pytest

from briefreader.ingest.files import parse_articles
from briefreader.ingest.pdf import parse_pdf
from briefreader.model.errors import UnreadableError


def pdf(*pages: list[str]) -> bytes:
    """Write a PDF file by hand: a line of text below another on each page."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 10 Tf 50 750 Td {shown} ET"
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
