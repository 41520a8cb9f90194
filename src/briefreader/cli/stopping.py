"""Stop a command with Ctrl-C so that what is done stays."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from briefreader.cli.output_gate import show_count, show_progress


@dataclass(slots=True)
class Stop:
    """How far a command is, and whether the reader has stopped it."""

    is_asked: bool = False
    done: int = 0
    total: int = 0

    def update(self, done: int, total: int) -> None:
        """Note how far the command is, and show it on a terminal."""
        self.done, self.total = done, total
        show_count(done, total)


@contextmanager
def stopping() -> Iterator[Stop]:
    """Lend what knows of the first Ctrl-C; a second one ends the command at once, and nothing of it is kept."""
    stop, before = Stop(), signal.getsignal(signal.SIGINT)
    can_handle = threading.current_thread() is threading.main_thread()  # other threads cannot set signal handlers
    if not can_handle or before is None or before == signal.SIG_IGN:  # as a shell starts what runs in the background
        yield stop
        return

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.is_asked = True
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
        show_progress("")
