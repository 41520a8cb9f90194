"""The parent's end of a child process that parses what comes from outside."""

import os
import select
import subprocess
from time import monotonic
from typing import IO

from briefreader.ingest.limits import CPU_S, MEMORY
from briefreader.ingest.wire import LENGTH_SIZE, length_in
from briefreader.isolation import python_command

_CHUNK = 1 << 20
_BEYOND_LIMITS = f"it cannot be read within the limits ({CPU_S} s of processor time, {MEMORY // 10**9} GB of memory)"


class ChildStoppedError(Exception):
    """A child has given no answer; its text says why."""


class ChildProcess:
    """A child that answers one request after the other; it starts with an empty environment, in the root folder."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module in isolated mode
            python_command("briefreader.ingest.child", "serve"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={},
            bufsize=0,
            start_new_session=True,
        )
        self._requests, self._replies = self._process.stdin, self._process.stdout
        for pipe in (self._requests, self._replies):
            os.set_blocking(_number(pipe), False)

    def exchange(self, request: bytes, wall_s: float) -> bytes:
        """Return the answer to a request.

        Raises:
            ChildStoppedError: there was none within ``wall_s`` seconds, it is too long, or the child has ended.

        """
        deadline = monotonic() + wall_s
        try:
            self._send(request, deadline)
            return self._receive(length_in(self._receive(LENGTH_SIZE, deadline)), deadline)
        except TimeoutError as error:
            raise ChildStoppedError(f"given up after {wall_s:.0f} s") from error
        except (OSError, ValueError) as error:
            raise ChildStoppedError(_BEYOND_LIMITS) from error

    def kill(self) -> None:
        """End the child, whatever it does."""
        self._process.kill()
        with self._process:  # closes the pipes and waits
            pass

    def _send(self, request: bytes, deadline: float) -> None:
        rest, number = memoryview(request), _number(self._requests)
        while rest:
            _wait(number, select.POLLOUT, deadline)
            rest = rest[os.write(number, rest[:_CHUNK]) :]

    def _receive(self, length: int, deadline: float) -> bytes:
        number, parts = _number(self._replies), bytearray()
        while len(parts) < length:
            _wait(number, select.POLLIN, deadline)
            part = os.read(number, min(_CHUNK, length - len(parts)))
            if not part:
                raise BrokenPipeError
            parts += part
        return bytes(parts)


def _number(pipe: IO[bytes] | None) -> int:
    assert pipe is not None  # noqa: S101 - both were asked for
    return pipe.fileno()


def _wait(number: int, for_what: int, deadline: float) -> None:
    """Wait until a pipe can be used.

    Raises:
        TimeoutError: it could not before the deadline.

    """
    poll = select.poll()
    poll.register(number, for_what)
    if not poll.poll(max(0.0, deadline - monotonic()) * 1000):
        raise TimeoutError
