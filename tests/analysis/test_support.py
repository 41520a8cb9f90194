from datetime import date

from factories import a_document

from briefreader.analysis.analyse import analyse
from briefreader.model.analysis import Analysis
from briefreader.model.document import Document

TITLE = "Here stands a title of no consequence\n\n"


def analysed(text: str) -> tuple[Document, Analysis]:
    document = a_document(TITLE + text)
    return document, analyse(document, date(2026, 6, 10))


def test_each_of_two_citations_covers_its_clause() -> None:
    document, analysis = analysed(
        "Use rose by 18% (Reuters, 3 May 2026), while costs fell by 2% (Bloomberg, 4 May 2026)."
    )

    scopes = [support.scope.of(document.text) for support in analysis.claims[-1].support]

    assert scopes == ["Use rose by 18%", "costs fell by 2%"]


def test_the_only_citation_covers_the_whole_sentence() -> None:
    _, analysis = analysed("Use rose by 18% (Reuters, 3 May 2026) in the north.")

    (support,) = analysis.claims[-1].support

    assert support.scope == analysis.claims[-1].span


def test_two_sources_in_one_pair_of_parentheses_share_a_scope() -> None:
    _, analysis = analysed("Use rose (Reuters, 3 May 2026; Bloomberg, 4 May 2026), costs fell (Politico, 5 May 2026).")

    scopes = [support.scope for support in analysis.claims[-1].support]

    assert scopes[0] == scopes[1] != scopes[2]


def test_a_source_in_running_text_covers_what_follows_it() -> None:
    document, analysis = analysed("Reuters said that use rose, and Bloomberg reported that costs fell.")

    scopes = [support.scope.of(document.text) for support in analysis.claims[-1].support]

    assert scopes == ["Reuters said that use rose, and", "Bloomberg reported that costs fell."]


def test_sentences_before_a_citation_are_weakly_supported_within_their_paragraph() -> None:
    _, analysis = analysed(
        "Rents fell in all of Bergen.\n\nUse rose in all of Oslo. Costs fell in Oslo (Reuters, 3 May 2026). "
        "Halls stand empty there."
    )

    weak = [claim.weak_support for claim in analysis.claims if claim.span.start > len(TITLE) - 2]

    assert weak == [(), (0,), (), ()]
