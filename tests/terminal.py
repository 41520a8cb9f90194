"""A real terminal, from outside: a program behind a pty, and the bytes that it writes."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

_GIVE_UP_S = 20.0


class Terminal:
    """Writes keys, reads what comes back."""

    def __init__(self, descriptor: int, process: int) -> None:
        self._descriptor = descriptor
        self.process = process
        self.received = b""

    def press(self, keys: str) -> None:
        """Type keys, as bytes."""
        os.write(self._descriptor, keys.encode())

    def wait_for(self, wanted: bytes) -> float:
        """Read until ``wanted`` comes, from now on; return when it came, by the monotonic clock."""
        start = len(self.received)
        limit = time.monotonic() + _GIVE_UP_S
        while wanted not in self.received[start:]:
            if not self._read(limit - time.monotonic()):
                raise TimeoutError(f"{wanted!r} did not come, but {self.received[start:][-2000:]!r}")
        return time.monotonic()

    def wait_until(self, holds: Callable[[bytes], bool]) -> None:
        """Read until ``holds`` is true of all that has come."""
        limit = time.monotonic() + _GIVE_UP_S
        while not holds(self.received):
            if not self._read(limit - time.monotonic()):
                raise TimeoutError(f"it did not come about, but {self.received[-2000:]!r}")

    def read_for(self, seconds: float) -> None:
        """Read what comes within a time."""
        limit = time.monotonic() + seconds
        while (left := limit - time.monotonic()) > 0 and self._read(left):
            pass

    def wait_until_gone(self, limit_s: float = _GIVE_UP_S) -> float:
        """Read until the program has ended; return when."""
        limit = time.monotonic() + limit_s
        while self._read(limit - time.monotonic()):
            pass
        return time.monotonic()

    def wait_for_anything(self) -> None:
        """Read until a byte comes; a second without one means that a key has changed nothing."""
        self._read(1.0)

    def wait_until_quiet(self, quiet_s: float = 0.15) -> float:
        """Read until nothing comes for a while; return when the last byte came."""
        last = time.monotonic()
        while self._read(quiet_s):
            last = time.monotonic()
        return last

    def _read(self, timeout_s: float) -> bool:
        ready, _, _ = select.select([self._descriptor], [], [], max(0.0, timeout_s))
        if not ready:
            return False
        try:
            data = os.read(self._descriptor, 1 << 16)
        except OSError:  # the program has gone
            return False
        self.received += data
        return bool(data)


@contextmanager
def in_terminal(
    command: list[str], size: tuple[int, int] = (120, 36), environment: Mapping[str, str] | None = None
) -> Iterator[Terminal]:
    """Run a program in a terminal of ``size`` columns and rows; it is ended with the block."""
    child, descriptor = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color", **(environment or {})})  # noqa: S606
    try:
        yield Terminal(descriptor, child)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(descriptor)


def python(*arguments: str) -> list[str]:
    """Return a command of this Python."""
    return [sys.executable, *arguments]
