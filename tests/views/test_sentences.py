from factories import a_document

from briefreader.views.sentences import sentences_of


def test_headings_sentences_and_items_follow_one_another() -> None:
    document = a_document("# Title here now\n\nOne. Two.\n\n- three\n\n---", ".md")

    assert [span.of(document.text) for span in sentences_of(document)] == ["Title here now", "One.", "Two.", "three"]
