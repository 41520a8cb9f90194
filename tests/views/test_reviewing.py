from factories import a_remark, added, span_of
from hypothesis import given
from hypothesis import strategies as st

from briefreader.views.reviewing import doubts, word_changes
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace

HEAD = "---\nurl: https://a.example/b\n---\n"
FIRST = "Halden opened its hall. It cut its bill by 60% in April. Wholly other words stood here."
WORDS = st.lists(st.sampled_from(["a", "b", "cut", "60%"]), max_size=8).map(" ".join)


def test_a_note_in_doubt_is_shown_with_what_it_was_made_on_and_what_stands_there_now(workspace: Workspace) -> None:
    reading = added(workspace, HEAD + FIRST, ".md")
    gone = annotate(workspace, reading, span_of(reading, "Wholly other words stood here."), a_remark())
    changed = annotate(workspace, reading, span_of(reading, "It cut its bill by 60% in April."), a_remark())
    added(workspace, HEAD + "Halden opened its hall. It cut its bill by 40% in April.", ".md")

    first, second = doubts(workspace.store)

    assert (first.annotation, second.annotation) == (changed, gone)
    assert first.now == (
        ("same", "It cut its bill by"),
        ("gone", "60%"),
        ("come", "40%"),
        ("same", "in April."),
    )
    assert first.place is not None
    assert second.after.endswith("in April.")


@given(WORDS, WORDS)
def test_the_pieces_are_both_wordings(was: str, now: str) -> None:
    pieces = word_changes(was, now)

    assert " ".join(words for kind, words in pieces if kind != "come") == was
    assert " ".join(words for kind, words in pieces if kind != "gone") == now
