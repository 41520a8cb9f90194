from datetime import date

from factories import a_document

from briefreader.analysis.citations.citations import find_citations
from briefreader.analysis.dates.dates import DateContext
from briefreader.analysis.roles.roles import Roles
from briefreader.model.citation import Citation
from briefreader.model.document import Document

CONTEXT = DateContext(date(2026, 6, 10))


def cited(text: str, suffix: str = ".txt") -> tuple[Document, tuple[Citation, ...]]:
    document = a_document(f"Here stands a title of no consequence\n\n{text}", suffix)
    return document, find_citations(Roles(document), CONTEXT)


def test_a_number_is_resolved_through_the_articles_own_list() -> None:
    document, (citation, _) = cited(
        "Use rose.[7] Rents fell.\n\nNotes\n\n[7] NIC MAP, market fundamentals, 3 May 2026\n"
    )

    assert (citation.form, citation.source, citation.resolution) == ("ref", "NIC MAP", "reference")
    assert citation.date is not None
    assert citation.date.last == date(2026, 5, 3)
    assert citation.target is not None
    assert citation.target.of(document.text).startswith("NIC MAP")


def test_a_number_without_an_entry_names_nobody() -> None:
    _, (citation,) = cited("Use rose.[7] Rents fell.")

    assert (citation.source, citation.resolution) == (None, "unnamed")


def test_two_numbers_in_one_bracket_are_two_citations() -> None:
    document, found = cited("Use rose [1, 2].\n\nReferences\n\n[1] Reuters, 3 May 2026\n\n[2] Bloomberg, 4 May 2026\n")

    marks = [citation for citation in found if citation.form == "ref"]
    assert [citation.source for citation in marks] == ["Reuters", "Bloomberg"]
    assert [citation.span.of(document.text) for citation in marks] == ["1", "2"]


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


def test_a_footnote_is_a_mark_and_its_definition_none() -> None:
    _, (citation,) = cited("Rents fell in Oslo.[^a]\n\n[^a]: https://www.reuters.com/a", ".md")

    assert (citation.form, citation.canonical_source) == ("ref", "Reuters")


def test_a_key_in_brackets_is_resolved_through_a_table_of_sources() -> None:
    table = "| ID | Title | Outlet | Published |\n|---|---|---|---|\n| S1 | Halls | Orrin Times | 3 May 2026 |"
    _, (citation,) = cited(f"Rents fell in Oslo (S1).\n\n## Sources\n\n{table}", ".md")

    assert (citation.form, citation.source) == ("ref", "Orrin Times")
    assert citation.date is not None
    assert citation.date.last == date(2026, 5, 3)


def test_words_that_count_the_articles_own_sections_are_resolved_through_them() -> None:
    sections = "### [1] Halls\n\nSource: Reuters\n\n### [2] Rents\n\nSource: Politico"
    _, found = cited(f"Rents fell, say articles 1, 2.\n\n{sections}", ".md")

    assert [c.canonical_source for c in found if c.form == "ref"] == ["Reuters", "Politico"]


def test_an_issue_on_a_code_host_is_its_projects_and_the_next_one_goes_on() -> None:
    _, found = cited("The halls got a fix [orrin/halls#12] and a test [#13].")

    assert [citation.source for citation in found] == ["orrin/halls", "orrin/halls"]


def test_the_day_behind_a_link_is_the_citations() -> None:
    _, (citation,) = cited("Rents fell, see [the filing](https://www.sec.gov/a), filed Jun. 3 2026.", ".md")

    assert citation.date is not None
    assert citation.date.last == date(2026, 6, 3)


def test_a_link_to_the_site_that_the_navigation_leads_to_is_none() -> None:
    _, found = cited(
        "[Home](https://orrin.example/) [Menu](https://orrin.example/m)\n\nSee [it](https://orrin.example/b).", ".md"
    )

    assert found == ()


def test_a_link_in_a_note_of_markdown_is_no_citation_itself() -> None:
    _, found = cited(
        "It fell.[^1]\n\n## References\n\n[^1]: Reuters. (2025). “Ships.” [reuters.com/a](https://www.reuters.com/a)\n",
        ".md",
    )

    assert [(one.form, one.canonical_source) for one in found] == [("ref", "Reuters")]
