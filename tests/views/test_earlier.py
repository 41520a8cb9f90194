from factories import a_remark, added, span_of

from briefreader.views.earlier import earlier_texts
from briefreader.views.reading import reading_of
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace

HEAD = "---\nurl: https://a.example/b\n---\n"


def test_earlier_texts_are_there_with_the_notes_that_were_made_on_them(workspace: Workspace) -> None:
    first = added(workspace, HEAD + "Halden cut its bill.", ".md")
    annotate(workspace, first, span_of(first, "cut its bill"), a_remark(note="mine"))
    added(workspace, HEAD + "Halden said nothing.", ".md")

    earlier = earlier_texts(workspace.store, reading_of(workspace.store, first.article.key))

    assert [(one.number, one.notes) for one in earlier] == [(1, 1)]
    assert earlier[0].lines == (
        "Halden cut its bill.",
        "",
        "YOUR NOTES ON THIS VERSION",
        "bull: “cut its bill”  mine",
    )
    assert earlier_texts(workspace.store, first)[0].number == 2
