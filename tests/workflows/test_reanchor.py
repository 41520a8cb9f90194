import pytest
from factories import a_remark, added, span_of

from briefreader.model.anchor import Anchor
from briefreader.views.reading import Reading, reading_of
from briefreader.workflows.annotate import annotate, delete
from briefreader.workflows.reanchor import accept, refuse
from briefreader.workflows.undo import redo, undo
from briefreader.workspace import Workspace

HEAD = "---\nurl: https://a.example/b\n---\n"
FIRST = "Halden opened its hall. It cut its power bill by 60% in April. More halls will follow next year."
SHIFTED = "A line before. " + FIRST
CHANGED = FIRST.replace("60%", "40%")
GONE = "Halden opened its hall. More halls will follow next year."
QUOTE = "It cut its power bill by 60% in April."


def text_of(workspace: Workspace, text: str) -> Reading:
    return added(workspace, HEAD + text, ".md")


@pytest.fixture
def first(workspace: Workspace) -> Reading:
    reading = text_of(workspace, FIRST)
    annotate(workspace, reading, span_of(reading, QUOTE), a_remark())
    return reading_of(workspace.store, reading.article.key)


def anchor_of(reading: Reading) -> Anchor:
    return reading.anchors[reading.annotations[0].id]


def test_a_note_goes_with_its_words(workspace: Workspace, first: Reading) -> None:
    again = text_of(workspace, SHIFTED)

    place = again.place_of(again.annotations[0])
    assert place is not None
    assert place.of(again.document.text) == QUOTE
    assert anchor_of(again).holds
    assert again.annotations[0].span == first.annotations[0].span


def test_a_changed_number_is_shown_where_it_stands_and_has_to_be_accepted(workspace: Workspace, first: Reading) -> None:
    again = text_of(workspace, CHANGED)
    note = again.annotations[0]

    assert again.place_of(note) == first.annotations[0].span
    assert again.is_to_review(note)
    accept(workspace, again, note)
    accepted = reading_of(workspace.store, again.article.key)

    assert anchor_of(accepted).holds
    assert not accepted.is_to_review(note)


def test_a_note_whose_words_are_gone_is_kept_and_can_be_placed_by_hand(workspace: Workspace, first: Reading) -> None:
    again = text_of(workspace, GONE)
    note = again.annotations[0]
    span = span_of(again, "Halden opened its hall.")

    assert again.place_of(note) is None
    accept(workspace, again, note, span)

    placed = reading_of(workspace.store, again.article.key)
    assert placed.place_of(note) == span
    assert placed.annotations == first.annotations


def test_a_note_set_aside_stands_nowhere_and_is_asked_no_more(workspace: Workspace, first: Reading) -> None:
    again = text_of(workspace, CHANGED)
    note = first.annotations[0]

    refuse(workspace, again, note)

    aside = reading_of(workspace.store, again.article.key)
    assert aside.place_of(note) is None
    assert not aside.is_to_review(note)
    assert not anchor_of(aside).holds


def test_an_accepted_place_is_where_the_next_search_begins(workspace: Workspace, first: Reading) -> None:
    again = text_of(workspace, CHANGED)
    accept(workspace, again, first.annotations[0])

    third = text_of(workspace, "Another beginning. " + CHANGED)

    place = third.place_of(first.annotations[0])
    assert place is not None
    assert place.of(third.document.text) == QUOTE.replace("60%", "40%")
    assert anchor_of(third).status == "exact"


def test_undoing_a_new_text_brings_the_old_one_back(workspace: Workspace, first: Reading) -> None:
    again = text_of(workspace, GONE)

    undo(workspace)
    before = reading_of(workspace.store, first.article.key)
    assert (before.document.text, before.anchors) == (FIRST, {})
    assert before.place_of(before.annotations[0]) == first.annotations[0].span

    redo(workspace)
    after = reading_of(workspace.store, first.article.key)
    assert (after.document.text, after.anchors) == (GONE, again.anchors)


def test_a_new_text_that_was_undone_can_come_again(workspace: Workspace, first: Reading) -> None:
    text_of(workspace, SHIFTED)
    undo(workspace)

    again = text_of(workspace, SHIFTED)

    assert again.article.id == first.article.id
    assert again.document.text == SHIFTED


def test_an_article_that_goes_back_to_an_older_text_takes_its_notes_along(workspace: Workspace, first: Reading) -> None:
    text_of(workspace, SHIFTED)
    again = text_of(workspace, FIRST)

    assert (again.revision_id, again.document.text) == (first.revision_id, FIRST)
    assert again.place_of(again.annotations[0]) == first.annotations[0].span


def test_a_note_made_on_a_text_that_is_no_longer_the_articles_is_looked_for_in_its_own(
    workspace: Workspace, first: Reading
) -> None:
    text_of(workspace, SHIFTED)
    late = annotate(workspace, first, span_of(first, "More halls will follow"), a_remark())

    now = reading_of(workspace.store, first.article.key)

    place = now.place_of(late)
    assert place is not None
    assert place.of(now.document.text) == "More halls will follow"
    assert workspace.store.damage() == []


def test_a_note_on_a_whole_article_is_in_doubt_when_the_article_is_another(
    workspace: Workspace, first: Reading
) -> None:
    whole = annotate(workspace, first, None, a_remark())

    assert whole.id not in text_of(workspace, SHIFTED).anchors
    other = text_of(workspace, "Correction: none of what stood here was true, and the report is withdrawn.")

    assert other.is_to_review(whole)
    accept(workspace, other, whole)
    assert not reading_of(workspace.store, other.article.key).is_to_review(whole)


def test_what_the_reader_said_of_a_note_without_a_place_holds_for_the_next_text(
    workspace: Workspace, first: Reading
) -> None:
    note = first.annotations[0]
    gone = text_of(workspace, GONE)
    accept(workspace, gone, note)

    again = text_of(workspace, GONE + " One more line.")

    assert (anchor_of(again).status, anchor_of(again).decision) == ("orphan", "accepted")
    assert not again.is_to_review(note)


def test_a_note_that_has_moved_is_deleted_and_brought_back_whole(workspace: Workspace, first: Reading) -> None:
    again = text_of(workspace, SHIFTED)

    delete(workspace, again.annotations[0])
    assert reading_of(workspace.store, first.article.key).annotations == ()
    undo(workspace)

    assert reading_of(workspace.store, first.article.key).anchors == again.anchors
