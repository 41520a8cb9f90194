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


def bases(text: str) -> list[list[tuple[str, str]]]:
    """Return for each claim below the title what supports it, and why."""
    document = a_document(TITLE + text, ".md")
    analysis = analyse(document, date(2026, 6, 10))
    return [
        [(str(analysis.citations[one.citation].source), one.basis) for one in claim.support]
        for claim in analysis.claims
        if claim.span.start >= len(TITLE) - 2
    ]


def test_a_mark_at_the_end_of_a_sentence_supports_the_uncited_ones_before_it() -> None:
    found = bases("Use rose in all of Oslo. Costs fell in Oslo.[1]\n\n## References\n\n[1] Reuters, 3 May 2026")

    assert found == [[("Reuters", "paragraph")], [("Reuters", "sentence")]]


def test_a_source_in_brackets_behind_a_full_stop_supports_the_sentence_before_it() -> None:
    found = bases("Use rose in all of Oslo. (Reuters)+ Costs fell in Bergen. (Bloomberg)")

    assert found == [[("Reuters", "paragraph")], [("Bloomberg", "paragraph")]]


def test_a_source_line_supports_its_story_back_to_the_heading() -> None:
    found = bases(
        "## Oslo\n\nUse rose in all of Oslo.\n\n## Bergen\n\nRents fell in Bergen.\n\nCosts fell in Bergen."
        "\n\nSource: Reuters\n\nHalls stand empty in Bergen."
    )

    assert found == [[], [("Reuters", "story")], [("Reuters", "story")], []]


def test_a_source_line_under_a_heading_supports_the_text_down_to_the_next() -> None:
    found = bases("## Oslo\n\nSource: Reuters\n\nUse rose in all of Oslo.\n\n## Bergen\n\nRents fell in Bergen.")

    assert found == [[("Reuters", "story")], []]


def test_a_list_of_sources_under_its_own_heading_supports_no_single_claim() -> None:
    assert bases("Use rose in all of Oslo.\n\n## Sources\n\n- Reuters\n- Bloomberg") == [[]]


def test_a_cell_of_a_source_column_supports_its_row() -> None:
    found = bases(
        "| Port | What | Source |\n|---|---|---|\n| Oslo | Use rose by 4% in May. | Reuters |\n"
        "| Bergen | Use fell by 2% in May. | Politico |"
    )

    assert found == [[("Reuters", "row")], [("Politico", "row")]]


def test_a_link_behind_the_last_sentence_supports_the_paragraph() -> None:
    found = bases("Use rose in all of Oslo. Costs fell in Oslo. ([Reuters](https://www.reuters.com/a))")

    assert found == [[("Reuters", "paragraph")], [("Reuters", "paragraph")]]


def test_what_ends_in_a_colon_supports_the_list_that_it_announces() -> None:
    found = bases(
        "Reuters reported on Oslo:\n\n- Use rose in all of Oslo.\n- Costs fell in Oslo.\n\nRents fell in Bergen."
    )

    assert found == [[("Reuters", "story")], [("Reuters", "story")], []]
