from factories import a_remark, added, span_of

from briefreader.views.selection import Selection
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace


def test_annotations_come_with_their_article_and_text_in_order_of_the_text(workspace: Workspace) -> None:
    reading = added(workspace)
    later = annotate(workspace, reading, span_of(reading, "Northlight will move"), a_remark())
    sooner = annotate(workspace, reading, span_of(reading, "cut its power bill by 60%"), a_remark())

    annotated = Selection(workspace.store).annotated

    assert [one.annotation.id for one in annotated] == [sooner.id, later.id]
    assert annotated[0].article.id == reading.article.id
    assert len(annotated[0].sha256) == 64


def test_a_passage_names_what_it_cites(workspace: Workspace) -> None:
    reading = added(workspace)
    passage = span_of(reading, "cut its power bill by 60% (Grid Weekly, 12 April 2026)")
    annotate(workspace, reading, passage, a_remark())

    (one,) = Selection(workspace.store).annotated

    assert [citation.canonical_source for citation in one.citations] == ["Grid Weekly"]
