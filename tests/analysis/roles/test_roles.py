"""What each block is for: told from its form, what it stands under, and its neighbours."""

import pytest

from briefreader.analysis.roles.roles import Roles
from briefreader.analysis.roles.sections import assign_roles
from briefreader.ingest.files import parse_article
from briefreader.model.document import HIDDEN_MARKER, Block, Document


def read(markdown: str) -> Document:
    return assign_roles(parse_article(markdown.encode(), ".md", "a.md").document)


def roles(markdown: str) -> list[str]:
    return list(Roles(read(f"# Harbour notes\n\n{markdown}")).roles[1:])


SENTENCE = "The harbour took 4,000 ships in May, more than ever."


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        (f"{SENTENCE}\n\n## Fees\n\n{SENTENCE}", ["lead", "heading", "paragraph"]),
        (f"## Fees\n\n- {SENTENCE}", ["heading", "item"]),
        (f"{SENTENCE}\n\nSource: Reuters", ["lead", "source_line"]),
        (f"{SENTENCE}\n\nQuellen: Reuters, Handelsblatt", ["lead", "source_line"]),
        (f"{SENTENCE}\n\nReuters (T1), Orrin Partners (T2)", ["lead", "source_line"]),
        (f"{SENTENCE}\n\n[Orrin News 4](https://orrin.example/a)", ["lead", "source_line"]),
        (f"{SENTENCE}\n\n— The Guardian", ["lead", "source_line"]),
        (f"{SENTENCE}\n\nReuters • 3 sources", ["lead", "source_line"]),
        (f"## Sources\n\n- Reuters: ships\n- Orrin\n\n## Fees\n\n- {SENTENCE}",
         ["heading", "source_list", "source_list", "heading", "item"]),
        ("## References\n\n[1] Orrin Partners, Ships, 2025", ["heading", "reference"]),
        (f"{SENTENCE}\n\n```\nx = 1\n```", ["lead", "code"]),
        ("Subscribe to Harbour Notes for free", ["call"]),
        ("This is not financial advice.", ["disclaimer"]),
        ("#ships #ports", ["hashtags"]),
        ("Contents: Fees · Ships · Ports", ["contents"]),
        ("[Fees](#fees) [Ships](#ships)", ["contents"]),
        ("Figure 2: Ships by month", ["caption"]),
        ("Photo: Jane Doe/Getty", ["credit"]),
        ("Originally published on Orrin News", ["credit"]),
        ("**Why it matters:**", ["label"]),
        ("## Key terms\n\n- Berth: where a ship lies", ["heading", "definition"]),
        ("## Sources\n\n| ID | Title |\n|---|---|\n| S1 | Ships |", ["heading", "source_table"]),
    ],
)  # fmt: skip
def test_a_block_has_the_role_that_its_form_and_place_give_it(markdown: str, expected: list[str]) -> None:
    assert roles(markdown) == expected


@pytest.mark.parametrize("text", ['<AlertBox kind="note">', "{% include ships.html %}"])
def test_what_is_left_of_a_template_is_one(text: str) -> None:
    document = Document(text, (Block(kind="paragraph", start=0, end=len(text)),))

    assert [role for _, role in Roles(document)] == ["template"]


def test_words_that_a_page_hides_are_no_source() -> None:
    text = "Source: Orrin Times"
    hidden = Block(kind="paragraph", start=0, end=len(text), role="furniture", marker=HIDDEN_MARKER)

    assert [role for _, role in Roles(Document(text, (hidden,)))] == ["template"]


def test_names_alone_are_no_source_line_where_nothing_stands_above_them() -> None:
    assert roles("Reuters\n\n## Fees")[0] != "source_line"


def test_a_company_alone_under_a_sentence_is_no_source_line() -> None:
    assert roles(f"{SENTENCE}\n\nVolvo")[1] == "label"


def test_a_list_of_sources_ends_with_the_next_heading() -> None:
    assert roles(f"## Sources\n\n- Reuters\n\n## Fees\n\n- {SENTENCE}")[-1] == "item"


def test_what_stands_at_an_offset_has_a_role() -> None:
    document = read(f"# T\n\n{SENTENCE}\n\nSource: Reuters")
    found = Roles(document)
    assert found.at(document.text.index("Reuters")) == "source_line"
    assert found.at(0) == "title"
