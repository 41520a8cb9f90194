"""The process in which what comes from outside is parsed: it does the jobs that its parent sends, and nothing else."""

import contextlib
import os
import resource
import sys
import sysconfig
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

from briefreader.ingest.confinement import Confinement, confine, die_with_parent
from briefreader.ingest.limits import LIFE_S, MEMORY, cpu_limit
from briefreader.ingest.wire import (
    LENGTH_SIZE,
    READY,
    Failure,
    decode_request,
    encode_failure,
    encode_result,
    length_in,
)
from briefreader.model.errors import UnreadableError

_FORBIDDEN = frozenset(
    """socket.connect socket.bind socket.getaddrinfo socket.gethostbyname socket.gethostbyaddr socket.getnameinfo
    socket.sendto socket.sendmsg subprocess.Popen os.system os.exec os.posix_spawn os.fork os.forkpty os.spawn os.remove
    os.rename os.mkdir os.rmdir os.symlink os.link os.chmod os.chown os.truncate os.utime os.setxattr os.removexattr
    os.kill os.killpg shutil.rmtree pty.spawn""".split()
)
_READABLE = """/usr/lib /usr/lib64 /lib /lib64 /nix/store /gnu/store /usr/share/zoneinfo /etc/localtime
    /etc/ld.so.cache""".split()
_READABLE_DEVICES = ("/dev/null", "/dev/urandom")
_confined = Confinement(None, seccomp=False)


def confinement() -> Confinement:
    """Return what the kernel enforces on this process, which the parent asks for as a job."""
    return _confined


def serve() -> None:
    """Do jobs until the parent goes away."""
    requests, replies = _pipes()
    _lock_in()
    os.dup2(0, 2)  # until here, the parent reads why a child cannot start
    replies.write(READY)
    replies.flush()
    for request in _messages(requests):
        _allow_cpu_time(cpu_limit(len(request)))
        replies.write(_answer(request))
        replies.flush()


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return what was standard input and output, which nothing else reads or writes from now on."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(quiet, number)
    os.close(quiet)
    return requests, replies


def _lock_in() -> None:
    global _confined  # noqa: PLW0603 - one process is confined once
    die_with_parent()
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _confined = confine([*_libraries(), *_READABLE, *_READABLE_DEVICES])
    sys.addaudithook(_refuse)


def _libraries() -> list[str]:
    """Return where Python, the modules that it may load, and their libraries are."""
    own = [sys.base_prefix, sys.prefix] if "/" not in (sys.base_prefix, sys.prefix) else []
    searched = list(filter(os.path.isabs, sys.path))
    shared = filter(os.path.isabs, os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep))
    linked = chain.from_iterable(map(_linked, searched))
    return [*own, *sysconfig.get_paths().values(), *searched, *shared, *linked]


def _linked(folder: str) -> Iterator[str]:
    """Yield where the packages in a folder are that an installer has put there as links, whole or file by file."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if entry.is_symlink():
                yield os.path.realpath(entry.path)
            elif entry.is_dir():
                files = (file for file in os.scandir(entry.path) if file.is_symlink() or file.is_file())
                if (first := next(files, None)) and first.is_symlink():
                    yield os.path.dirname(os.path.realpath(first.path))  # noqa: PTH120 - pathlib is not loaded


def _messages(requests: BinaryIO) -> Iterator[bytes]:
    while header := requests.read(LENGTH_SIZE):
        yield requests.read(length_in(header))


def _answer(request: bytes) -> bytes:
    try:
        return encode_result(_done(request))
    except UnreadableError as error:
        return encode_failure(Failure(error.problem))
    except (MemoryError, RecursionError):
        return encode_failure(Failure("reading it exceeds the limits", is_beyond_limits=True))
    except ImportError as error:
        return encode_failure(Failure(f"cannot load a library to read it: {error}"))
    except Exception as error:  # noqa: BLE001 - a parser's bug on hostile data is a problem of that data
        return encode_failure(Failure(f"cannot be read ({type(error).__name__})"))


def _done(request: bytes) -> Any:  # noqa: ANN401 - any job's result
    job, arguments, named = decode_request(request)
    return job(*arguments, **named)


def _allow_cpu_time(seconds: int) -> None:
    """Set the limit of processor time for one more job: the system counts from the start of the process."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(usage.ru_utime + usage.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (min(limit, LIFE_S), LIFE_S))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse in Python what the kernel refuses too: all that there is where it does not."""
    if event in _FORBIDDEN or (event == "open" and _writes(arguments)):
        raise PermissionError(f"{event} is not for what comes from outside")


def _writes(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
    written = isinstance(mode, str) and any(letter in mode for letter in "wax+")
    return written or bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
