"""Stand-ins for the outside world."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count

from briefreader.ingest.sandbox import Sandbox
from briefreader.settings import Settings
from briefreader.store.store import Store
from briefreader.workspace import Workspace

SANDBOX = Sandbox()


TODAY = date(2026, 6, 15)


def noon() -> datetime:
    """Tell the only time that passes in tests."""
    return datetime(2026, 6, 15, 12, tzinfo=UTC)


def a_workspace(store: Store, settings: Settings, clock: Callable[[], datetime]) -> Workspace:
    """Return a workspace whose ids are n1, n2 and so on; all share one sandbox, to save its start."""
    numbers = count(1)
    return Workspace(
        store=store, settings=settings, clock=clock, new_id=lambda: f"n{next(numbers)}", sandbox=SANDBOX, gap_s=0.0
    )
