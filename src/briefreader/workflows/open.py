"""Open a workspace on the real world."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from briefreader.ingest.sandbox import Sandbox
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.workspace import Workspace

logger = logging.getLogger(__name__)


@contextmanager
def open_workspace(store: Path, settings: Settings, *, offline: bool = False) -> Iterator[Workspace]:
    """Open the store and lend a workspace on it.

    Raises:
        StoreError: the store cannot be used.

    """
    with open_store(store) as opened, Sandbox() as sandbox:
        before, was_empty = opened.journal.last_change(), opened.is_empty()
        workspace = Workspace(
            store=opened, settings=settings, clock=now, new_id=_new_id, sandbox=sandbox, offline=offline
        )
        yield workspace
        if opened.journal.last_change() != before:
            # beside a file that is no longer this store's, the notes of the other one stay, too
            _keep_annotations(workspace, was_empty=was_empty or opened.is_lost())


def _keep_annotations(workspace: Workspace, *, was_empty: bool) -> None:
    """Write the reader's notes beside the store once more; the store has them already, so that failing is no error."""
    from briefreader.workflows.backup import keep_annotations  # noqa: PLC0415 - only after a change

    try:
        keep_annotations(workspace, was_empty=was_empty)
    except OSError:
        logger.exception("notes not kept besides")


def now() -> datetime:
    """Tell the time, in UTC."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the one clock


def _new_id() -> str:
    import uuid  # noqa: PLC0415 - 4 ms, not needed before the first note

    return str(uuid.uuid4())
