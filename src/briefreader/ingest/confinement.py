"""Take from this process all that a parser does not need: files, the network, programs and other processes.

Linux only. Landlock (kernel 5.13) leaves Python and its libraries readable and nothing else. seccomp refuses every call
that opens a connection, starts a program, writes a file or touches another process. Neither needs privileges, and
neither can be undone. Together they take about 1 ms.

Method: landlock(7) and seccomp(2).
"""

import contextlib
import ctypes
import os
import platform
import signal
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from briefreader.ingest.system_calls import ARCHITECTURES, FIRST_NOT_LOOKED_AT, refused_calls, unknown_calls

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}
_ALL_FILE_RIGHTS = (1 << 16) - 1
_NETWORK_RIGHTS, _SCOPES = 0b11, 0b11
_FIRST_WITH_NETWORK, _FIRST_WITH_SCOPES = 4, 6

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT, _ARGUMENT_SIZE = 0, 4, 16, 8
_ALLOW = (_RETURN, 0, 0, 0x7FFF0000)
_KILL = (_RETURN, 0, 0, 0x80000000)
_REFUSE = (_RETURN, 0, 0, 0x00050001)
"""The call fails with EPERM."""
_DENY_KNOWLEDGE = (_RETURN, 0, 0, 0x00050026)
"""The call fails with ENOSYS, as on an older kernel."""
_X32 = 0x40000000
_THREAD = 0x00010000
_SIGNALLING = (8, 10, 15)
"""The commands of fcntl that choose a process to signal, or the signal: F_SETOWN, F_SETSIG, F_SETOWN_EX."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

_Instruction = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Numbers:
    """How an architecture numbers what the filter looks at more closely; arguments count from 0."""

    audit: int
    opens: tuple[tuple[int, int], ...]
    """The calls that open a file, each with the place of its flags among the arguments."""
    clone: int
    kill: int
    tgkill: int
    prlimit: int
    fcntl: int


_NUMBERS = dict(
    zip(
        ARCHITECTURES,
        (
            _Numbers(0xC000003E, opens=((2, 1), (257, 2)), clone=56, kill=62, tgkill=234, prlimit=302, fcntl=72),
            _Numbers(0xC00000B7, opens=((56, 2),), clone=220, kill=129, tgkill=131, prlimit=261, fcntl=25),
        ),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Confinement:
    """What the kernel enforces on a process."""

    landlock: int | None
    """The version of Landlock's interface; None where all files of the user stay readable."""
    seccomp: bool
    """Whether the kernel refuses connections, programs, writing and access to other processes."""


def die_with_parent() -> None:
    """Let the kernel end this process with the thread that has started it (Linux; elsewhere, nothing happens)."""
    if platform.system() == "Linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def confine(readable: Iterable[str]) -> Confinement:
    """Leave this process only what a parser needs; ``readable`` are files and folders that it may still read."""
    architecture = platform.machine()
    if platform.system() != "Linux" or architecture not in ARCHITECTURES:
        return Confinement(None, seccomp=False)
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return Confinement(None, seccomp=False)
    return Confinement(_landlock(libc, readable), seccomp=_seccomp(libc, architecture))


def _landlock(libc: ctypes.CDLL, readable: Iterable[str]) -> int | None:
    version: int = libc.syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return None
    rights = [_FILE_RIGHTS.get(version, _ALL_FILE_RIGHTS)]
    rights += [_NETWORK_RIGHTS] if version >= _FIRST_WITH_NETWORK else []
    rights += [_SCOPES] if version >= _FIRST_WITH_SCOPES else []
    attributes = struct.pack(f"={len(rights)}Q", *rights)
    rules: int = libc.syscall(_LANDLOCK_CREATE, attributes, ctypes.c_size_t(len(attributes)), 0)
    if rules < 0:
        return None
    try:
        for place in readable:
            _let_read(libc, rules, place)
        return version if libc.syscall(_LANDLOCK_RESTRICT, rules, 0) == 0 else None
    finally:
        os.close(rules)


def _let_read(libc: ctypes.CDLL, rules: int, place: str) -> None:
    with contextlib.suppress(OSError):  # what is missing need not be readable
        file = os.open(place, os.O_PATH)
        try:
            rights = _READ_FILE | _READ_DIR if os.path.isdir(place) else _READ_FILE  # noqa: PTH112 - pathlib is not loaded
            libc.syscall(_LANDLOCK_ADD, rules, 1, struct.pack("=Qi", rights, file), 0)
        finally:
            os.close(file)


def _seccomp(libc: ctypes.CDLL, architecture: str) -> bool:
    program = _program(architecture)
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *instruction) for instruction in program))
    header = struct.pack("HP", len(program), ctypes.addressof(code))
    return not libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, header, 0, 0)


def _program(architecture: str) -> list[_Instruction]:
    """Return the filter in the kernel's BPF: calls that are not named are allowed."""
    numbers, us = _NUMBERS[architecture], os.getpid()
    program = [(_LOAD, 0, 0, _ARCHITECTURE_AT), (_IF_EQUAL, 1, 0, numbers.audit), _KILL, (_LOAD, 0, 0, _NUMBER_AT)]
    program += [(_IF_AT_LEAST, 0, 1, _X32), _REFUSE]
    program += [(_IF_AT_LEAST, 0, 1, FIRST_NOT_LOOKED_AT), _DENY_KNOWLEDGE]
    for number in unknown_calls():
        program += _when(number, [_DENY_KNOWLEDGE])
    for number in refused_calls(architecture):
        program += _when(number, [_REFUSE])
    for number, flags in numbers.opens:
        program += _when(number, [_argument(flags), (_IF_ANY_BIT, 0, 1, _WRITING), _REFUSE, _ALLOW])
    program += _when(numbers.clone, [_argument(0), (_IF_ANY_BIT, 1, 0, _THREAD), _REFUSE, _ALLOW])
    for number in (numbers.kill, numbers.tgkill):
        program += _when(number, [_argument(0), (_IF_EQUAL, 1, 0, us), _REFUSE, _ALLOW])
    ours = [(_IF_EQUAL, 2, 0, 0), (_IF_EQUAL, 1, 0, us), _REFUSE, _ALLOW]
    program += _when(numbers.prlimit, [_argument(0), *ours])
    refused = [step for command in _SIGNALLING for step in ((_IF_EQUAL, 0, 1, command), _REFUSE)]
    program += _when(numbers.fcntl, [_argument(1), *refused, _ALLOW])
    return [*program, _ALLOW]


def _when(number: int, then: list[_Instruction]) -> list[_Instruction]:
    return [(_IF_EQUAL, 0, len(then), number), *then]


def _argument(place: int) -> _Instruction:
    return _LOAD, 0, 0, _ARGUMENTS_AT + _ARGUMENT_SIZE * place
