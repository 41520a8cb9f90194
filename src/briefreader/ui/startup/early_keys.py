"""Keys typed while the app is loaded: those that move the cursor are answered at once, others kept for the app."""

import os
import re
import selectors
from collections.abc import Callable
from threading import Thread
from time import monotonic
from typing import NamedTuple

_MOVES = {b"j": 1, b"\x1b[B": 1, b"\x1bOB": 1, b"k": -1, b"\x1b[A": -1, b"\x1bOA": -1}
_MOVE = re.compile(rb"j|k|\x1b[\[O][AB]")
_AT_ONCE = 4_096
_APART_S = 0.05
"""After which an escape is a key of its own, and not the beginning of what follows."""


class Typed(NamedTuple):
    """What was typed before the app was there."""

    row: int = 0
    """To which keys have moved the cursor."""
    rest: tuple[bytes, ...] = ()
    """What they were followed by, for the app to answer; parted where a while passed between."""


class EarlyKeys:
    """Reads the terminal in a thread of its own until it is stopped."""

    def __init__(self, terminal: int, rows: int, move: Callable[[int, int], None]) -> None:
        """``move`` shows that the cursor has gone from a row to another; with no rows all keys are kept."""
        self._terminal = terminal
        self._rows = rows
        self._move = move
        self._at = monotonic()
        self.typed = Typed()
        """What was typed so far."""
        self._hears, self._says = os.pipe()
        self._thread: Thread | None = Thread(target=self._read, daemon=True)
        self._thread.start()

    def stop(self) -> Typed:
        """Read no more, and return what was typed; the terminal is the app's from here on."""
        if self._thread:
            os.write(self._says, b"\0")
            self._thread.join()
            self._thread = None
            os.close(self._hears)
            os.close(self._says)
        return self.typed

    def _read(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._terminal, selectors.EVENT_READ)
            selector.register(self._hears, selectors.EVENT_READ)
            while self._hears not in {key.fd for key, _ in selector.select()}:
                read = os.read(self._terminal, _AT_ONCE)
                if not read:  # the terminal has gone
                    return
                self._take(read)

    def _take(self, read: bytes) -> None:
        row, rest = self.typed
        before, self._at = self._at, monotonic()
        *whole, last = rest or (b"",)
        rest = (*whole, last + read) if self._at - before < _APART_S or not last else (*rest, read)
        while self._rows and len(rest) == 1 and (key := _MOVE.match(rest[0])):
            to = row + _MOVES[key[0]]
            if not 0 <= to < self._rows:
                break
            self._move(row, to)
            row, rest = to, (rest[0][key.end() :],)
        self.typed = Typed(row, tuple(filter(None, rest)))
