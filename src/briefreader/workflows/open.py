"""Open a workspace on the real world."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from briefreader.ingest.sandbox import Sandbox
from briefreader.settings import Settings
from briefreader.store.store import open_store
from briefreader.workspace import Workspace


@contextmanager
def open_workspace(store: Path, settings: Settings, *, offline: bool = False) -> Iterator[Workspace]:
    """Open the store and lend a workspace on it.

    Raises:
        StoreError: the store cannot be used.

    """
    with open_store(store) as opened, Sandbox() as sandbox:
        yield Workspace(store=opened, settings=settings, clock=_now, new_id=_new_id, sandbox=sandbox, offline=offline)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the one clock


def _new_id() -> str:
    import uuid  # noqa: PLC0415 - 4 ms, not needed before the first note

    return str(uuid.uuid4())
