from factories import added, span_of

from briefreader.views.corrections import all_corrections
from briefreader.workflows.correct import correct
from briefreader.workspace import Workspace


def test_all_corrections_are_listed_the_oldest_first(workspace: Workspace) -> None:
    reading = added(workspace)
    for words in ("Halden Compute", "late 2027"):
        correct(workspace, reading, span_of(reading, words), "claim")

    assert [correction.quote.exact for correction in all_corrections(workspace.store)] == [
        "Halden Compute",
        "late 2027",
    ]
