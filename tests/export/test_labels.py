import json

from factories import added, span_of

from briefreader.export.labels import correction_lines
from briefreader.workflows.correct import correct
from briefreader.workspace import Workspace


def test_a_correction_is_a_label_with_its_place_and_its_words(workspace: Workspace) -> None:
    reading = added(workspace)
    span = span_of(reading, "(Grid Weekly, 12 April 2026)")
    correct(workspace, reading, span, "source", "Grid Daily")

    (line,) = correction_lines(workspace.store)

    label = json.loads(line)
    assert (label["schema"], label["kind"], label["value"]) == ("briefreader.label/1", "source", "Grid Daily")
    assert reading.document.text[label["start"] : label["end"]] == label["exact"]
