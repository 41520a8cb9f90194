"""What a workflow works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from briefreader.ingest.sandbox import Sandbox
from briefreader.model.days import day_of
from briefreader.settings import Settings
from briefreader.store.store import Store


@dataclass(slots=True, kw_only=True)
class Workspace:
    """The outside world in one value: tests pass fakes, the command line passes the real ones."""

    store: Store
    settings: Settings
    """What counts now: the one thing here that changes, when the reader changes it in the app."""
    clock: Callable[[], datetime]
    """Tells the time, in UTC."""
    new_id: Callable[[], str]
    """Makes an id for what the reader writes."""
    sandbox: Sandbox
    """Takes apart what comes from outside; its process starts with the first thing that does."""
    offline: bool = False
    """Whether the reader has asked that nothing connects."""
    gap_s: float = 1.0
    """How long to leave a host alone between two questions."""

    def today(self) -> date:
        """Return the reader's day."""
        return day_of(self.clock())
