from briefreader.views.theses import theses
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace


def test_theses_come_oldest_first(workspace: Workspace) -> None:
    first, second = (add_thesis(workspace, ThesisWords(title=title)) for title in ("B", "A"))

    assert theses(workspace.store) == (first, second)
