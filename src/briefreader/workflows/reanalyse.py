"""Analyse stored articles again, when the rules have changed since they were taken in."""

import logging
from collections.abc import Generator
from dataclasses import dataclass

from briefreader.model.analysis import ANALYSIS_VERSION, Analysis
from briefreader.model.errors import BeyondLimitsError, UnreadableError
from briefreader.model.ids import RevisionId
from briefreader.workflows.parsing import analysed_document, checked_analysis
from briefreader.workspace import Workspace

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reanalysed:
    """One more text was analysed."""

    done: int
    total: int
    problem: UnreadableError | None
    """Why the text keeps its older analysis; None for most."""


def reanalyse(workspace: Workspace) -> Generator[Reanalysed]:
    """Analyse what an older version has analysed, the newest first; yield each text when it is done.

    Each text is one transaction: stopping loses nothing, and the next run goes on where this one stopped. Nothing that
    the reader wrote is touched, since texts do not change and annotations point into texts. A text that is too much for
    the limits keeps its older analysis; the next run tries any other that could not be analysed again.

    Raises:
        SandboxError: no child process can be started.

    """
    revisions = workspace.store.revisions
    outdated = revisions.outdated(ANALYSIS_VERSION)
    calls = ((article_id, (document, day)) for article_id, document, day in map(revisions.analysed_on, outdated))
    each = workspace.sandbox.run_each(analysed_document, calls)
    for done, (revision_id, analysis) in enumerate(zip(outdated, each, strict=True), start=1):
        problem = _keep(workspace, revision_id, analysis)
        if problem:
            logger.warning("not reanalysed: %s", problem)
        yield Reanalysed(done, len(outdated), problem)


def _keep(workspace: Workspace, revision_id: RevisionId, found: Analysis | UnreadableError) -> UnreadableError | None:
    """Keep what was found in a text; return why there is nothing to keep."""
    revisions = workspace.store.revisions
    if isinstance(found, BeyondLimitsError):
        revisions.keep_analysis(revision_id, ANALYSIS_VERSION)  # or each start would try again
    if isinstance(found, UnreadableError):
        return found
    try:
        analysis = checked_analysis(f"text {revision_id}", found, revisions.text_of(revision_id))
    except UnreadableError as problem:
        return problem
    revisions.replace_analysis(revision_id, analysis, ANALYSIS_VERSION)
    return None
