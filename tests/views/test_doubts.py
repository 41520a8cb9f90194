from factories import a_remark, added, span_of

from briefreader.views.doubts import doubt_count
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace

HEAD = "---\nurl: https://a.example/b\n---\n"


def test_notes_in_doubt_are_counted(workspace: Workspace) -> None:
    reading = added(workspace, HEAD + "Halden cut its bill by 60% in April. It rents halls.", ".md")
    annotate(workspace, reading, span_of(reading, "It rents halls."), a_remark())
    annotate(workspace, reading, span_of(reading, "Halden cut its bill by 60% in April."), a_remark())
    assert doubt_count(workspace.store) == 0

    added(workspace, HEAD + "Halden cut its bill by 40% in April. It rents halls.", ".md")

    assert doubt_count(workspace.store) == 1
