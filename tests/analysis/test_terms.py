from factories import a_document

from briefreader.analysis.terms import find_terms


def test_the_entries_of_the_key_terms_are_terms() -> None:
    document = a_document("Key Terms\n  • Hall — a room.\n  • Rent: what a tenant pays.\n\nMore\n  • Not — a term.")

    assert [(term.term, term.meaning) for term in find_terms(document)] == [
        ("Hall", "a room."),
        ("Rent", "what a tenant pays."),
    ]
