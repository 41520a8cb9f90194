import pytest
from factories import a_remark, added, span_of

from briefreader.model.errors import NotFoundError
from briefreader.model.ids import ArticleKey
from briefreader.views.reading import annotated_readings, reading_by_id, reading_of
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace


def test_a_reading_is_the_text_with_what_was_found_and_noted(workspace: Workspace) -> None:
    reading = added(workspace)
    late = annotate(workspace, reading, span_of(reading, "Northlight"), a_remark())
    early = annotate(workspace, reading, span_of(reading, "Halden Compute"), a_remark())
    whole = annotate(workspace, reading, None, a_remark())

    again = reading_of(workspace.store, reading.article.key)

    assert again.annotations == (whole, early, late)
    assert again.article.notes == 3
    assert [term.term for term in again.analysis.terms] == ["Hall"]
    assert reading_by_id(workspace.store, reading.article.id[:6]) == again
    assert annotated_readings(workspace.store) == [again]


def test_a_note_on_an_earlier_text_does_not_stand_on_the_new_one(workspace: Workspace) -> None:
    head = "---\nurl: https://a.example/b\n---\n"
    reading = added(workspace, head + "The old words.", ".md")
    annotate(workspace, reading, span_of(reading, "old"), a_remark())

    again = added(workspace, head + "The new words.", ".md")

    assert again.article.id == reading.article.id
    assert again.document.text == "The new words."
    assert again.place_of(again.annotations[0]) is None
    assert again.is_to_review(again.annotations[0])


def test_what_is_gone_is_named(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError):
        reading_of(workspace.store, ArticleKey(9))
