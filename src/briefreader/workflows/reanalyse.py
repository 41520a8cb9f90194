"""Analyse stored articles anew, when the rules have changed since they were taken in."""

import logging
from collections.abc import Generator

from briefreader.analysis.analyse import analyse
from briefreader.model.analysis import ANALYSIS_VERSION
from briefreader.workspace import Workspace

logger = logging.getLogger(__name__)


def reanalyse(workspace: Workspace) -> Generator[tuple[int, int]]:
    """Analyse what an older version has analysed, the newest first; yield how many are done, and of how many.

    Each text is one transaction: stopping loses nothing, and the next run goes on where this one stopped. Nothing that
    the reader wrote is touched, since texts do not change and annotations point into texts.
    """
    revisions = workspace.store.revisions
    outdated = revisions.outdated(ANALYSIS_VERSION)
    for done, revision_id in enumerate(outdated, start=1):
        article_id, document, day = revisions.analysed_on(revision_id)
        revisions.replace_analysis(revision_id, analyse(document, day), ANALYSIS_VERSION)
        logger.info("reanalysed article=%s", article_id)
        yield done, len(outdated)
