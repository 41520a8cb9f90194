from datetime import date

from factories import a_document, added

from briefreader.analysis.analyse import analyse
from briefreader.model.span import Span
from briefreader.ui.reading.status_text import citation_line, claim_line, link_at, passage_line
from briefreader.ui.text.phrases import quoted
from briefreader.workspace import Workspace


def test_a_claim_is_told_with_its_place_its_kind_and_its_support() -> None:
    document = a_document(
        "It rose by 5% (Reuters, 3 May 2026). It fell by 6% in all. Halden has reportedly sold Bergen to Northlight."
    )
    analysis = analyse(document, date(2026, 6, 10))

    assert [claim_line(analysis, claim.span) for claim in analysis.claims] == [
        "claim 1/3  number  cites Reuters",
        "claim 2/3  number  uncited",
        "claim 3/3  event  anonymous source",
    ]
    assert claim_line(analysis, Span(0, 1)) == ""


def test_a_citation_is_told_with_its_work_its_days_and_how_it_was_told() -> None:
    document = a_document("It fell (xAI, internal memo, 18 May 2026). It rose (OpenAI, Q1 2026). It reportedly sold.")
    analysis = analyse(document, date(2026, 6, 10))

    assert [citation_line(citation) for citation in analysis.citations] == [
        "xAI  internal memo  18 May 2026  (company, known source)",
        "OpenAI  01 Jan to 31 Mar 2026  (company, known source)",
        "unnamed source  (unnamed)",
    ]


def test_a_long_title_is_cut(workspace: Workspace) -> None:
    reading = added(workspace, "A title that is much too long for one line of the bar below\n\nText is here.")

    assert quoted(reading.article) == "A title that is much too long for one line of the…"


def test_the_target_of_a_link_is_shown_while_its_passage_is_active(workspace: Workspace) -> None:
    reading = added(workspace, "# Bills\n\nRead [bank.example](https://evil.example/x) now, or call us today.", ".md")
    link = reading.document.text.index("bank.example")

    assert passage_line(reading, Span(link, link + 4)).endswith("→ evil.example")
    assert link_at(reading.document, link - 1) is None
    assert link_at(reading.document, link + len("bank.example")) is None
