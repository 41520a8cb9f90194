"""Child processes in which what comes from outside is parsed: one may crash, hang or grow, and nothing else does.

Each job has limits of processor time, time in all and memory (``ingest/limits.py``). A child reads none of the
reader's files, opens no connection, starts no program and writes nothing (``ingest/confinement.py``). It starts with
the first job and again after it had to be killed.
"""

import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

from briefreader.model.errors import BeyondLimitsError, UnreadableError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from briefreader.ingest.child_process import ChildProcess

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

_BROKEN = "cannot be read: the parser returned an invalid result"
_CHILDREN = 2
_MOMENT_S = 0.05
_AHEAD = 3 * _CHILDREN
"""So many jobs are given out before the first one's result is taken, so that no child waits for its parent."""


class Sandbox:
    """Runs functions of ours, by name, on data from outside; use it as a context, which ends its children."""

    def __init__(self, wall_s: float | None = None) -> None:
        self._wall_s = wall_s
        self._starting = threading.Lock()
        self._threads: ThreadPoolExecutor | None = None
        self._own = threading.local()
        """Each thread's child: the kernel ends a child with the thread that has started it."""
        self._children: set[ChildProcess] = set()
        self._jobs: set[Future[Any]] = set()
        """Those that are not done."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(
        self, place: str, job: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Result:
        """Return what the job returns, read as the type that it declares; ``place`` names its input to the reader.

        Raises:
            UnreadableError: the job raises it, takes too long, crashes, or returns another type.
            BeyondLimitsError: it takes too much processor time or memory.
            SandboxError: no child can be started.

        """
        future = self._submit(self._run, place, job, args, kwargs)
        try:
            result: Result = future.result()
        finally:
            self._abandon([future])
        return result

    def run_each(
        self, job: Callable[..., Result], calls: Iterable[tuple[str, tuple[Any, ...]]], ahead_of_results: int = _AHEAD
    ) -> Iterator[Result | UnreadableError]:
        """Yield what the job returns for each place and arguments, in their order, or why there is nothing.

        Two children work so many jobs ahead of whoever takes the results.

        Raises:
            SandboxError: no child can be started.

        """
        ahead: deque[Future[Result | UnreadableError]] = deque()
        try:
            for place, arguments in calls:
                ahead.append(self._submit(self._outcome, place, job, arguments))
                if len(ahead) >= ahead_of_results:
                    yield ahead[0].result()
                    ahead.popleft()
            while ahead:
                yield ahead[0].result()
                ahead.popleft()
        finally:
            self._abandon(ahead)

    def close(self) -> None:
        """End the children, whatever they do."""
        self._abandon(tuple(self._jobs))
        if self._threads:
            self._threads.shutdown()
            self._threads = None
        while self._children:
            self._children.pop().kill()

    def _submit(self, work: Callable[..., Result], *arguments: object) -> "Future[Result]":
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - the app starts without it

        with self._starting:
            self._threads = self._threads or ThreadPoolExecutor(_CHILDREN, initializer=_block_interrupts)
            future = self._threads.submit(work, *arguments)
        self._jobs.add(future)
        future.add_done_callback(self._jobs.discard)
        return future

    def _abandon(self, futures: Iterable["Future[Any]"]) -> None:
        """End jobs that nobody waits for any more, as after Ctrl-C; those that are done stay so."""
        from concurrent.futures import wait  # noqa: PLC0415 - as above

        under_way = [future for future in futures if not future.cancel()]
        while wait(under_way, timeout=_MOMENT_S).not_done:  # again, for a child that was about to start
            for child in tuple(self._children):
                child.stop()

    def _outcome(self, place: str, job: Callable[..., Result], arguments: tuple[Any, ...]) -> Result | UnreadableError:
        try:
            result: Result = self._run(place, job, arguments, {})
        except UnreadableError as problem:
            return problem
        return result

    def _run(self, place: str, job: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:  # noqa: ANN401 - any job's
        from briefreader.ingest.clean import clean_line  # noqa: PLC0415 - as above
        from briefreader.ingest.wire import Failure, decode_reply, encode_request  # noqa: PLC0415 - as above

        answer = self._exchange(place, encode_request(job, args, kwargs))
        try:
            outcome = decode_reply(answer, job)
        except ValueError as error:
            raise UnreadableError(place, _BROKEN) from error
        if isinstance(outcome, Failure):
            kind = BeyondLimitsError if outcome.is_beyond_limits else UnreadableError
            raise kind(place, clean_line(outcome.problem))
        return outcome

    def _exchange(self, place: str, request: bytes) -> bytes:
        """Return an answer of this thread's child; one that gives none is ended, and the next job starts another."""
        from briefreader.ingest.child_process import ChildProcess, ChildStoppedError  # noqa: PLC0415 - as above

        child: ChildProcess | None = getattr(self._own, "child", None)
        if child is None or child.is_spent:
            self._end(child)
            child = ChildProcess()
            self._children.add(child)
        self._own.child = None
        try:
            answer = child.exchange(request, self._wall_s)
            self._own.child = child
        except ChildStoppedError as error:
            kind = BeyondLimitsError if error.is_beyond_limits else UnreadableError
            raise kind(place, str(error)) from error
        finally:
            if self._own.child is None:
                self._end(child)
        return answer

    def _end(self, child: "ChildProcess | None") -> None:
        if child:
            self._children.discard(child)
            child.kill()


def _block_interrupts() -> None:
    """Keep Ctrl-C from the children that a thread starts: one that is not in its own session yet would end at once."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
