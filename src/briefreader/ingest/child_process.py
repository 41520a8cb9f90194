"""The parent's end of a child process that parses what comes from outside."""

import os
import select
import signal
import subprocess
from time import monotonic
from typing import IO

from briefreader.ingest.limits import LIFE_S, MEMORY, MOST_CPU_S, cpu_limit, wall_limit
from briefreader.ingest.wire import LENGTH_SIZE, READY, length_in
from briefreader.isolation import python_command
from briefreader.model.errors import SandboxError

_CHUNK = 1 << 20
_LIBRARY_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH")
"""Without these, some installations of Python cannot start."""
_START_S = 60.0
"""Loading takes 0.2 s; much longer where many processes compete."""


class ChildStoppedError(Exception):
    """A child has given no answer; its text says why."""

    def __init__(self, text: str, *, is_beyond_limits: bool = False) -> None:
        super().__init__(text)
        self.is_beyond_limits = is_beyond_limits
        """Whether the same request would be too much for any child."""


class ChildProcess:
    """A child that answers one request after the other.

    It starts in the root folder. Its environment has nothing but where shared libraries are.

    Raises:
        SandboxError: it cannot be started.

    """

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own module in isolated mode
                python_command("briefreader.ingest.child", "serve"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd="/",
                env={name: os.environ[name] for name in _LIBRARY_PATHS if name in os.environ},
                bufsize=0,
                start_new_session=True,
            )
        except OSError as error:
            raise SandboxError(error.strerror or str(error)) from error
        self._is_ready = False
        self._is_stopped = False
        self._allowed_s = 0
        self._requests, self._replies = self._process.stdin, self._process.stdout
        for pipe in (self._requests, self._replies):
            os.set_blocking(_number(pipe), False)

    @property
    def is_spent(self) -> bool:
        """Tell whether the child was stopped, or the next job could reach the end of its life."""
        return self._is_stopped or self._allowed_s + MOST_CPU_S > LIFE_S

    def exchange(self, request: bytes, wall_s: float | None = None) -> bytes:
        """Return the answer to a request; ``wall_s``: None for :func:`wall_limit` of its size.

        Raises:
            ChildStoppedError: there was none within ``wall_s`` seconds, it is too long, or the child has ended.
            SandboxError: the child has not even started.

        """
        if not self._is_ready:
            self._await_start()
        wall_s = wall_limit(len(request)) if wall_s is None else wall_s
        cpu_s = cpu_limit(len(request))
        self._allowed_s += cpu_s
        deadline = monotonic() + wall_s
        try:
            self._send(request, deadline)
            return self._receive(length_in(self._receive(LENGTH_SIZE, deadline)), deadline)
        except TimeoutError as error:
            raise ChildStoppedError(f"given up after {wall_s:.0f} s") from error
        except ValueError as error:
            raise ChildStoppedError("cannot be read: the parser returned too much data") from error
        except OSError as error:
            raise self._ended(cpu_s) from error

    def stop(self) -> None:
        """End the child from another thread. A thread that waits for its answer gets an error."""
        self._is_stopped = True
        self._process.kill()

    def kill(self) -> None:
        """End the child, whatever it does, and let go of its pipes."""
        self._process.kill()
        with self._process:  # closes the pipes and waits
            pass

    def _await_start(self) -> None:
        try:
            if self._receive(len(READY), monotonic() + _START_S) != READY:
                raise SandboxError("another program answered instead of Python")
        except TimeoutError as error:
            raise SandboxError(f"it was not ready within {_START_S:.0f} s") from error
        except OSError as error:
            self._process.kill()
            said = _file(self._process.stderr).read().decode(errors="replace").split("\n")
            raise SandboxError(next(filter(None, reversed(said)), "it ended at once")) from error
        self._is_ready = True

    def _ended(self, cpu_s: int) -> ChildStoppedError:
        """Return why the child has ended."""
        self._process.kill()  # one that has closed its pipes only
        code = self._process.wait()
        if code == -signal.SIGXCPU:
            limits = f"{cpu_s} s of processor time, {MEMORY // 10**9} GB of memory"
            return ChildStoppedError(f"reading it exceeds the limits ({limits})", is_beyond_limits=True)
        return ChildStoppedError(f"cannot be read: the parser ended (exit code {code})")

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


def _file(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # noqa: S101 - all three were asked for
    return pipe


def _number(pipe: IO[bytes] | None) -> int:
    return _file(pipe).fileno()


def _wait(number: int, for_what: int, deadline: float) -> None:
    """Wait until a pipe can be used.

    Raises:
        TimeoutError: it could not before the deadline.

    """
    poll = select.poll()
    poll.register(number, for_what)
    if not poll.poll(max(0.0, deadline - monotonic()) * 1000):
        raise TimeoutError
