import pytest
from factories import a_remark, added, span_of
from hypothesis import given
from hypothesis import strategies as st

from briefreader.views.reading import reading_of
from briefreader.workflows.annotate import Remark, annotate, delete, parse_tags, revise
from briefreader.workspace import Workspace


def test_evidence_is_kept_with_its_words_and_what_surrounds_them(workspace: Workspace) -> None:
    reading = added(workspace)
    span = span_of(reading, "cut its power bill by 60%")

    annotation = annotate(workspace, reading, span, a_remark("bear", "hm", ("power",)))

    kept = reading_of(workspace.store, reading.article.key).annotations
    assert kept == (annotation,)
    assert annotation.quote is not None
    assert annotation.quote.exact == "cut its power bill by 60%"
    assert annotation.quote.prefix.endswith("said that it ")
    assert annotation.quote.suffix.startswith(" (Grid Weekly")


@pytest.mark.parametrize(
    ("remark", "kind"),
    [(a_remark(), "evidence"), (Remark(note="x"), "note"), (Remark(tags=("x",)), "note"), (Remark(), "highlight")],
)
def test_what_is_said_makes_the_kind(workspace: Workspace, remark: Remark, kind: str) -> None:
    assert annotate(workspace, added(workspace), None, remark).kind == kind


def test_a_note_is_changed_where_it_stands(workspace: Workspace) -> None:
    reading = added(workspace)
    annotation = annotate(workspace, reading, span_of(reading, "Northlight"), Remark(note="old"))

    revised = revise(workspace, annotation, a_remark("bull", "new"))

    assert reading_of(workspace.store, reading.article.key).annotations == (revised,)
    assert (revised.span, revised.quote, revised.kind) == (annotation.span, annotation.quote, "evidence")


def test_a_deleted_note_is_gone(workspace: Workspace) -> None:
    reading = added(workspace)
    delete(workspace, annotate(workspace, reading, None, Remark()))

    assert reading_of(workspace.store, reading.article.key).annotations == ()


@pytest.mark.parametrize(
    ("words", "tags"), [("a, #b  b c", ("a", "b", "c")), ("", ()), (" # , ", ()), ("Ünïcode", ("Ünïcode",))]
)
def test_tags_are_words_each_once(words: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(words) == tags


@given(st.text())
def test_tags_written_out_are_read_as_they_were(words: str) -> None:
    tags = parse_tags(words)

    assert parse_tags(" ".join(tags)) == tags
