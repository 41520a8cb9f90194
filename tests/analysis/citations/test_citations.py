from datetime import date

from cases import cases
from factories import a_document

from briefreader.analysis.citations.citations import find_citations
from briefreader.analysis.dates.dates import DateContext
from briefreader.analysis.roles.roles import Roles
from briefreader.model.citation import Citation

CONTEXT = DateContext(date(2026, 6, 10))


def described(citation: Citation, text: str) -> str:
    days = dict.fromkeys(map(str, (citation.date.first, citation.date.last))) if citation.date else []
    parts = (
        citation.form,
        citation.span.of(text),
        citation.canonical_source or "-",
        citation.source_type,
        citation.document,
        "/".join(days),
    )
    return " ".join(part for part in parts if part)


@cases("citations")
def test_citations(text: str, expected: list[str]) -> None:
    document = a_document(text)

    found = [described(citation, document.text) for citation in find_citations(Roles(document), CONTEXT)]

    assert found == expected


def test_a_link_is_a_citation_of_its_site() -> None:
    document = a_document("See [the queue](https://www.reuters.com/queue).", ".md")

    (citation,) = find_citations(Roles(document), CONTEXT)

    assert (citation.form, citation.canonical_source) == ("link", "Reuters")
    assert citation.url == "https://www.reuters.com/queue"


def test_a_link_behind_read_more_is_a_citation() -> None:
    document = a_document(
        "# Notes\n\nThe port shut.\n\n**Read more:** [The port shut](https://www.reuters.com/a)", ".md"
    )

    assert [one.canonical_source for one in find_citations(Roles(document), CONTEXT)] == ["Reuters"]
