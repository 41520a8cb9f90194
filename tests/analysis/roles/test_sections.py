import pytest
from factories import a_document

from briefreader.analysis.roles.sections import role_of_heading
from briefreader.model.document import Document


def roles(document: Document) -> list[tuple[str, str]]:
    return [(block.role, document.words_of(block)) for block in document.blocks]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Key Takeaways", "key_points"),
        ("Bull Case", "bull_case"),
        ("The bear case:", "bear_case"),
        ("Key Developments to Watch", "key_developments"),
        ("Glossary", "key_terms"),
        ("What Happens Next", "what_next"),
        ("Looking Ahead: What Comes Next", "what_next"),
        ("Open questions", "open_questions"),
        ("Modelwire context", "context"),
        ("Bear Markets Are Back", "body"),
    ],
)
def test_a_heading_tells_what_its_section_is_for(heading: str, role: str) -> None:
    assert role_of_heading(heading) == role


def test_a_glued_bull_and_bear_table_becomes_two_lists_that_end_with_their_items() -> None:
    document = a_document(
        "Bull CaseBear Case\nRent is steady cash for years.One tenant holds all of the revenue.\n\nWho is right?"
    )

    assert roles(document) == [
        ("bull_case", "Bull Case"),
        ("bull_case", "Rent is steady cash for years."),
        ("bear_case", "Bear Case"),
        ("bear_case", "One tenant holds all of the revenue."),
        ("body", "Who is right?"),
    ]


def test_a_section_ends_at_a_heading_of_its_level_and_keeps_deeper_ones() -> None:
    document = a_document("## Key points\n\n- one\n\n### More\n\n- two\n\n## Rest\n\nthree", ".md")

    assert [role for role, _ in roles(document)] == ["key_points"] * 4 + ["body"] * 2
