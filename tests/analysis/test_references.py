from datetime import date

from factories import a_document

from briefreader.analysis.citations import find_citations
from briefreader.analysis.dates import DateContext
from briefreader.model.citation import Citation
from briefreader.model.document import Document

CONTEXT = DateContext(date(2026, 6, 10))


def cited(text: str, suffix: str = ".txt") -> tuple[Document, tuple[Citation, ...]]:
    document = a_document(f"Here stands a title of no consequence\n\n{text}", suffix)
    return document, find_citations(document, CONTEXT)


def test_a_number_is_resolved_through_the_articles_own_list() -> None:
    document, (citation,) = cited("Use rose.[7] Rents fell.\n\nNotes\n\n[7] NIC MAP, market fundamentals, 3 May 2026\n")

    assert (citation.form, citation.source, citation.resolution) == ("ref", "NIC MAP", "reference")
    assert citation.date is not None
    assert citation.date.last == date(2026, 5, 3)
    assert citation.target is not None
    assert citation.target.of(document.text).startswith("NIC MAP")


def test_a_number_without_an_entry_names_nobody() -> None:
    _, (citation,) = cited("Use rose.[7] Rents fell.")

    assert (citation.source, citation.resolution) == (None, "unnamed")


def test_two_numbers_in_one_bracket_are_two_citations() -> None:
    _, found = cited("Use rose [1, 2].\n\nReferences\n\n[1] Reuters, 3 May 2026\n\n[2] Bloomberg, 4 May 2026\n")

    assert [citation.source for citation in found] == ["Reuters", "Bloomberg"]
    assert found[0].span == found[1].span


def test_a_link_is_named_by_its_words_or_else_by_its_address() -> None:
    _, found = cited(
        "Use rose ([Politico](https://www.politico.com/a)). See [the rules](https://www.reuters.com/b).", ".md"
    )

    assert [(c.source, c.canonical_source, c.resolution) for c in found] == [
        ("Politico", "Politico", "known"),
        ("reuters.com", "Reuters", "domain"),
    ]


def test_calls_to_action_and_share_buttons_are_no_citations() -> None:
    _, found = cited(
        "[Subscribe here](https://a.example/s) [Read more](https://a.example/m) [Post](https://x.com/intent/post)",
        ".md",
    )

    assert found == ()
