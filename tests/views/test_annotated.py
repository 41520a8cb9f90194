from factories import a_remark, added

from briefreader.views.annotated import all_annotated
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace


def test_annotations_come_with_their_article_and_text_the_oldest_first(workspace: Workspace) -> None:
    reading = added(workspace)
    notes = [annotate(workspace, reading, None, a_remark(note=note)) for note in "ab"]

    annotated = all_annotated(workspace.store)

    assert [one.annotation for one in annotated] == notes
    assert annotated[0].article.id == reading.article.id
    assert len(annotated[0].sha256) == 64
