import pytest
from factories import a_document

from briefreader.analysis.terms import find_terms


def test_the_entries_of_the_key_terms_are_terms() -> None:
    document = a_document("Key Terms\n  • Hall — a room.\n  • Rent: what a tenant pays.\n\nMore\n  • Not — a term.")

    assert [(term.term, term.meaning) for term in find_terms(document)] == [
        ("Hall", "a room."),
        ("Rent", "what a tenant pays."),
    ]


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("The QHR (quarterly hall rent, paid ahead) rose again.", "QHR", "quarterly hall rent, paid ahead"),
        ("They pay a quarterly hall rent (QHR) in Oslo.", "QHR", "quarterly hall rent"),
        ("QHR is short for what a tenant pays for a hall. It rose.", "QHR", "what a tenant pays for a hall"),
        ("The hall rent (HRT), which means what a tenant pays, rose.", "hall rent (HRT)", "what a tenant pays, rose"),
        ("Halden has “moats”, i.e. lasting advantages over others.", "moats", "lasting advantages over others"),
    ],
)
def test_a_gloss_in_running_text_is_a_term(text: str, term: str, meaning: str) -> None:
    document = a_document(f"Here stands a title of no consequence\n\n{text}")

    found = {one.term: one.meaning for one in find_terms(document)}

    assert found.get(term) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "Halden sold its hall (BRG) in the north of Norway.",
        "The National Hall Rent Board (NHRB) met in Oslo again.",
        "This means that rents will rise in the north again.",
    ],
)
def test_a_bracket_or_a_consequence_is_no_term(text: str) -> None:
    assert not list(find_terms(a_document(f"Here stands a title of no consequence\n\n{text}")))
