"""A child process in which what comes from outside is taken apart: it may crash, hang or grow, and nothing else does.

Limits for each job: 10 s of processor time, 30 s in all, 1 GB of memory (where the system keeps to it; macOS does not).
The child opens no connection, starts no program and writes no file. It starts with the first job and again after it
had to be killed.
"""

import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

from briefreader.model.errors import UnreadableError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

CPU_S = 10
WALL_S = 30.0
MEMORY = 1_000_000_000
_FORBIDDEN = frozenset(
    """socket.connect socket.bind socket.getaddrinfo socket.sendto subprocess.Popen os.system os.exec os.posix_spawn
    os.fork os.spawn os.remove os.rename os.mkdir os.rmdir os.symlink os.link os.chmod os.truncate shutil.rmtree
    pty.spawn""".split()
)


class Sandbox:
    """Runs functions of ours, by name, on data from outside; use it as a context, which ends the child."""

    def __init__(self, wall_s: float = WALL_S) -> None:
        self._wall_s = wall_s
        self._child: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(
        self, place: str, job: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Result:
        """Return what the job returns; ``place`` names what it works on, for the reader.

        Raises:
            UnreadableError: the job raises it, takes too long or too much memory, or crashes.

        """
        from briefreader.ingest.values import NoValueError, read_value  # noqa: PLC0415 - the app starts without it

        pipe = self._started()
        try:
            pipe.send((job, args, kwargs))
            if not pipe.poll(self._wall_s):
                self.close()
                raise UnreadableError(place, f"given up after {self._wall_s:.0f} s")
            outcome = read_value(pipe.recv_bytes())
        except (EOFError, OSError, NoValueError) as error:
            self.close()
            raise UnreadableError(place, "it is built so that it cannot be read within the limits") from error
        if isinstance(outcome, _Failed):
            raise UnreadableError(outcome.place or place, outcome.problem)
        result: Result = outcome
        return result

    def close(self) -> None:
        """End the child, whatever it does."""
        if self._child:
            self._child.kill()
            self._child.join()
            self._child = None
        if self._pipe:
            self._pipe.close()
            self._pipe = None

    def _started(self) -> "Connection":
        if self._pipe is None:
            import multiprocessing  # noqa: PLC0415 - the app starts without it

            processes = multiprocessing.get_context("spawn")
            self._pipe, theirs = processes.Pipe()
            self._child = processes.Process(target=_serve, args=(theirs,), daemon=True)
            self._child.start()
            theirs.close()
        return self._pipe


@dataclass(frozen=True, slots=True)
class _Failed:
    """Why a job returned nothing."""

    problem: str
    place: str | None = None
    """What the job itself calls what it worked on."""


def _serve(pipe: "Connection") -> None:
    """Do jobs until the parent goes away."""
    _lock_in()
    while True:
        try:
            job, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        _allow_cpu_time()
        pipe.send(_outcome(job, args, kwargs))


def _outcome(job: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:  # noqa: ANN401 - any job's
    try:
        return job(*args, **kwargs)
    except UnreadableError as error:
        return _Failed(error.problem, error.place)
    except (MemoryError, RecursionError):
        return _Failed("it is built so that it cannot be read within the limits")
    except Exception as error:  # noqa: BLE001 - a parser's bug on hostile data is a problem of that data
        return _Failed(f"it cannot be read ({type(error).__name__})")


def _lock_in() -> None:
    import resource  # noqa: PLC0415 - only the child needs it

    sys.dont_write_bytecode = True
    quiet = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(quiet, descriptor)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.addaudithook(_refuse)


def _allow_cpu_time() -> None:
    """Set the limit of processor time for one more job: the system counts from the start of the process."""
    import resource  # noqa: PLC0415 - as above

    usage = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(usage.ru_utime + usage.ru_stime) + CPU_S
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _FORBIDDEN or (event == "open" and _writes(arguments)):
        raise PermissionError(f"{event} is not for what comes from outside")


def _writes(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
    written = isinstance(mode, str) and any(letter in mode for letter in "wax+")
    return written or bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
