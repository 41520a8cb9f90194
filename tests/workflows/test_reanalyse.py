import sys
from dataclasses import replace
from pathlib import Path

import pytest
from factories import a_remark, added, first_key

from briefreader.ingest.sandbox import Sandbox
from briefreader.model.analysis import ANALYSIS_VERSION, Analysis
from briefreader.model.errors import SandboxError
from briefreader.views.reading import reading_of
from briefreader.workflows.annotate import annotate
from briefreader.workflows.reanalyse import Reanalysed, reanalyse
from briefreader.workspace import Workspace


def test_what_an_older_version_found_is_found_anew_and_no_note_moves(workspace: Workspace) -> None:
    reading = added(workspace)
    span = next(claim.span for claim in reading.analysis.claims if claim.checkable)
    annotation = annotate(workspace, reading, span, a_remark())
    workspace.store.revisions.replace_analysis(reading.revision_id, Analysis(), 1)
    assert reading_of(workspace.store, first_key(workspace)).analysis.claims == ()

    assert list(reanalyse(workspace)) == [Reanalysed(1, 1, None)]

    anew = reading_of(workspace.store, first_key(workspace))
    assert anew.analysis == reading.analysis
    assert anew.annotations == (annotation,)
    assert anew.article.claims == reading.article.claims
    assert list(reanalyse(workspace)) == []


def test_stopping_keeps_what_is_done(workspace: Workspace) -> None:
    for number in range(3):
        reading = added(workspace, f"A title of {number} words\n\nRents rose by {number + 3}% in all of the north.\n")
        workspace.store.revisions.replace_analysis(reading.revision_id, Analysis(), 1)

    progress = reanalyse(workspace)
    assert next(progress) == Reanalysed(1, 3, None)
    progress.close()

    assert [one.total for one in reanalyse(workspace)] == [2, 2]


def test_a_child_that_cannot_start_stops_the_run_and_changes_no_text(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = added(workspace)
    workspace.store.revisions.replace_analysis(reading.revision_id, reading.analysis, 1)
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho Traceback >&2\necho no module named msgspec >&2\nexit 1\n")
    broken.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(broken))

    with (
        Sandbox() as sandbox,
        pytest.raises(SandboxError, match="could not start the parser: no module named msgspec"),
    ):
        list(reanalyse(replace(workspace, sandbox=sandbox)))

    assert workspace.store.revisions.outdated(ANALYSIS_VERSION) == [reading.revision_id]


def test_a_text_that_took_too_long_is_tried_again(workspace: Workspace) -> None:
    reading = added(workspace)
    workspace.store.revisions.replace_analysis(reading.revision_id, reading.analysis, 1)

    with Sandbox(wall_s=0.0) as sandbox:
        (one,) = reanalyse(replace(workspace, sandbox=sandbox))

    assert one.problem
    assert workspace.store.revisions.outdated(ANALYSIS_VERSION) == [reading.revision_id]
    assert list(reanalyse(workspace)) == [Reanalysed(1, 1, None)]
