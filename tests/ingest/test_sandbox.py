import builtins
import json
import os
import platform
import resource
import select
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path

import pytest

from briefreader.ingest.child import confinement
from briefreader.ingest.files import parse_article
from briefreader.ingest.limits import LIFE_S, cpu_limit, wall_limit
from briefreader.ingest.sandbox import Sandbox
from briefreader.model.errors import BeyondLimitsError, BriefreaderError, SandboxError, UnreadableError


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(wall_s=1.0) as started:
        started.run("a first job, which loads what it needs", len, "x")
        yield started


@pytest.fixture(scope="module")
def confined() -> Iterator[Sandbox]:
    """A child that the kernel confines, which is what attacks are tried on."""
    with Sandbox() as started:
        if started.run("it", confinement).landlock is None:
            pytest.skip("this kernel has no Landlock")
        yield started


def test_a_job_is_done_as_if_it_were_here(sandbox: Sandbox) -> None:
    here = parse_article(b"Halden cut its bill.", ".txt", "a.txt")

    assert sandbox.run("a.txt", parse_article, b"Halden cut its bill.", ".txt", "a.txt") == here


def test_what_a_job_says_to_the_reader_arrives(sandbox: Sandbox) -> None:
    with pytest.raises(UnreadableError, match=r"a\.txt: contains no text"):
        sandbox.run("a.txt", parse_article, b"", ".txt", "a.txt")


def test_the_name_of_a_file_arrives_as_it_is(sandbox: Sandbox) -> None:
    name = "two  spaces and cafe\u0301 \udce9.txt"

    with pytest.raises(UnreadableError) as caught:
        sandbox.run(name, parse_article, b"", ".txt", name)

    assert caught.value.place == "two  spaces and cafe\u0301 \\xe9.txt"


@pytest.mark.parametrize(
    ("job", "argument"), [(bytes, 10**10), (os._exit, 1), (os.abort, None), (time.sleep, 30), (int, "x")]
)
def test_whatever_a_job_does_the_next_one_is_done(
    sandbox: Sandbox, job: Callable[..., object], argument: object
) -> None:
    with pytest.raises(UnreadableError, match="the thing"):
        sandbox.run("the thing", job, *([] if argument is None else [argument]))
    assert sandbox.run("next", len, "abc") == 3


@pytest.mark.parametrize(
    ("job", "argument", "is_beyond"),
    [
        (bytes, 10**10, True),
        (eval, "__import__('signal').raise_signal(24)", True),  # SIGXCPU, as at the limit of processor time
        (os.abort, None, False),
        (time.sleep, 30, False),
        (int, "x", False),
    ],
)
def test_only_what_would_break_the_limits_again_counts_as_beyond_them(
    sandbox: Sandbox, job: Callable[..., object], argument: object, *, is_beyond: bool
) -> None:
    with pytest.raises(UnreadableError) as caught:
        sandbox.run("it", job, *([] if argument is None else [argument]))

    assert isinstance(caught.value, BeyondLimitsError) is is_beyond


def test_a_python_that_is_not_there_is_named_as_the_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")

    with Sandbox() as none, pytest.raises(SandboxError, match="could not start the parser: No such file"):
        none.run("it", len, "abc")


def test_each_of_many_is_done_in_order_and_what_breaks_is_left_out(sandbox: Sandbox) -> None:
    texts = [b"One.", b"", b"Three."]

    done = list(sandbox.run_each(parse_article, [(str(n), (text, ".txt", str(n))) for n, text in enumerate(texts)]))

    assert [one.problem if isinstance(one, UnreadableError) else one.document.text for one in done] == [
        "One.",
        "contains no text",
        "Three.",
    ]


def test_one_that_breaks_the_limits_keeps_no_other_away(sandbox: Sandbox) -> None:
    done = list(sandbox.run_each(time.sleep, [("a", (0,)), ("b", (30,)), ("c", (0,)), ("d", (0,))]))

    assert [isinstance(one, UnreadableError) for one in done] == [False, True, False, False]


def test_whoever_stops_early_leaves_the_children_usable(sandbox: Sandbox) -> None:
    each = sandbox.run_each(len, (("it", ("x" * n,)) for n in range(100)))

    assert next(each) == 0
    each.close()  # type: ignore[attr-defined]  # a generator
    assert sandbox.run("next", len, "abc") == 3


def test_halves_of_characters_do_not_cost_the_rest(sandbox: Sandbox) -> None:
    assert sandbox.run("it", eval, r"['\ud800', {'a\udc00': b'x'}]") == ["?", {"a?": b"x"}]


ATTACKS = {
    "read a file": "open({file!r}).read()",
    "read the parent's environment": "open('/proc/%d/environ' % __import__('os').getppid(), 'rb').read()",
    "read the parent's memory": "__import__('os').open('/proc/%d/mem' % __import__('os').getppid(), 0)",
    "list the root folder": "__import__('os').listdir('/')",
    "list the home folder": "__import__('os').listdir({folder!r})",
    "write a file": "open({new!r}, 'w')",
    "write a file by the C library": "c('open', {new!r}.encode(), 0o102, 0o600)",
    "write a file by openat": "c('openat', -100, {new!r}.encode(), 0o102, 0o600)",
    "truncate a file": "c('truncate', {file!r}.encode(), 0)",
    "make a database": "__import__('sqlite3').connect({new!r}).execute('create table a(b)')",
    "make a pipe": "__import__('os').mkfifo({new!r})",
    "make a folder": "c('mkdir', {new!r}.encode(), 0o700)",
    "replace a file": "c('rename', {file!r}.encode(), {new!r}.encode())",
    "remove a file": "c('unlink', {file!r}.encode())",
    "link a file": "c('symlink', b'/', {new!r}.encode())",
    "change a time": "c('utimes', {file!r}.encode(), None)",
    "change an attribute": "c('setxattr', {file!r}.encode(), b'user.x', b'1', 1, 0)",
    "change a mode": "c('chmod', {file!r}.encode(), 0o777)",
    "connect": "__import__('socket').create_connection(('127.0.0.1', {port}))",
    "connect by the C library": "c('socket', 2, 1, 0)",
    "send a datagram": "__import__('socket').socket(2, 2).sendmsg([b'x'], [], 0, ('127.0.0.1', {port}))",
    "connect within the machine": "c('socket', 1, 1, 0)",
    "look up a name": "__import__('socket').gethostbyname('localhost')",
    "look up an address": "__import__('socket').getnameinfo(('127.0.0.1', 80), 0)",
    "start a program": "__import__('subprocess').run(['/bin/true'])",
    "start a program by the C library": "c('execv', b'/bin/true', None)",
    "start a program below Python": "__import__('_posixsubprocess').fork_exec([b'/bin/true'], [b'/bin/true'], True, (),"
    " None, None, -1, -1, -1, -1, -1, -1, 1, 2, False, False, 0, None, None, None, -1, None, False)",
    "fork": "c('fork')",
    "fork with a terminal": "__import__('os').forkpty()",
    "signal the parent": "c('kill', __import__('os').getppid(), 0)",
    "signal its group": "c('kill', 0, 0)",
    "trace the parent": "c('ptrace', 16, __import__('os').getppid(), 0, 0)",
    "change the parent's limits": "c('prlimit', __import__('os').getppid(), 9, None, None)",
    "slow the parent down": "__import__('os').setpriority(0, __import__('os').getppid(), 19)",
    "move the parent to a processor": "__import__('os').sched_setaffinity(__import__('os').getppid(), [0])",
    "change the parent's schedule": "c('sched_setscheduler', __import__('os').getppid(), 0, b'\\0' * 8)",
    "change the parent's disk priority": "c('syscall', {ioprio_set}, 1, __import__('os').getppid(), 7)",
    "move the parent's memory": "c('syscall', {migrate_pages}, __import__('os').getppid(), 0, None, None)",
    "share memory": "c('shmget', 0, 4096, 0o1600)",
    "share a queue": "c('msgget', 0, 0o1600)",
    "share a semaphore": "c('semget', 0, 1, 0o1600)",
    "open a queue by name": "c('syscall', {mq_open}, b'briefreader-attack', 0o100, 0o600, None)",
    "have the parent signalled": "c('fcntl', 0, 8, __import__('os').getppid())",
    "have the parent signalled by another call": "c('fcntl', 0, 15, (1).to_bytes(4, 'little') + "
    "__import__('os').getppid().to_bytes(4, 'little'))",
    "choose a signal": "c('fcntl', 0, 10, 9)",
    "raise its own memory": "__import__('resource').setrlimit(9, (-1, -1))",
    "new namespaces": "c('unshare', 0x10000000)",
    "submit to the kernel's ring": "c('syscall', 425, 8, None)",
    "call what is newer than the filter": "c('syscall', 470, 0, 0)",
}

_PROGRAM = """
def c(name, *arguments):
    if __import__('ctypes').CDLL(None)[name](*arguments) == -1:
        raise OSError(name)
"""


ONLY_BY_LANDLOCK = {
    "read a file",
    "read the parent's environment",
    "list the root folder",
    "list the home folder",
    "read the parent's memory",
    "look up a name",  # in /etc/hosts: no connection is made
    "look up an address",
}
"""Opening a file to read, which seccomp cannot tell from loading a library."""
_NUMBERS = {"x86_64": (251, 256, 240), "aarch64": (30, 238, 180)}
_NAMED = dict(zip(("ioprio_set", "migrate_pages", "mq_open"), _NUMBERS.get(platform.machine(), (0, 0, 0)), strict=True))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_subverted_parser_gets_nowhere(confined: Sandbox, tmp_path: Path, attack: str) -> None:
    secret, new = tmp_path / "secret.txt", tmp_path / "new"
    secret.write_text("a secret")
    before = _known_of(secret)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        places = {
            "file": str(secret),
            "new": str(new),
            "folder": str(tmp_path),
            "port": listening.getsockname()[1],
            **_NAMED,
        }
        with pytest.raises(UnreadableError, match=r"\((?:Permission|OS|Operational|Value)Error\)"):
            confined.run("it", builtins.exec, _PROGRAM + ATTACKS[attack].format(**places))
        with pytest.raises(BlockingIOError):
            listening.accept()

    assert list(tmp_path.iterdir()) == [secret]
    assert _known_of(secret) == before


_WITHOUT_LANDLOCK = """
import json, os, platform, resource, sys
from briefreader.ingest import confinement as kernel
program, attacks = json.load(sys.stdin)
resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9))
libc = kernel.ctypes.CDLL(None, use_errno=True)
libc.prctl(kernel._PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
assert kernel._seccomp(libc, platform.machine())
done = []
for name, attack in attacks.items():
    try:
        exec(program + attack)
        done.append(name)
    except Exception:  # whatever the refused call makes of it
        pass
print(json.dumps(done))
"""


def test_seccomp_alone_refuses_all_but_reading(confined: Sandbox, tmp_path: Path) -> None:
    """As on a kernel without Landlock."""
    assert confined.run("it", confinement).seccomp
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        places = {"file": str(secret), "new": str(tmp_path / "new"), "folder": str(tmp_path), "port": port, **_NAMED}
        attacks = {name: attack.format(**places) for name, attack in ATTACKS.items() if name not in ONLY_BY_LANDLOCK}
        run = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", _WITHOUT_LANDLOCK],
            input=json.dumps([_PROGRAM, attacks]),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout.splitlines()[-1]) == []
    assert list(tmp_path.iterdir()) == [secret]


def _known_of(file: Path) -> tuple[str, int, int, int]:
    known = file.stat()
    return file.read_text(), known.st_mode, known.st_mtime_ns, known.st_ctime_ns


def test_a_child_knows_nothing_of_its_parent(confined: Sandbox) -> None:
    known = confined.run("it", eval, "dict(__import__('os').environ)")
    here = confined.run("it", eval, "__import__('os').getcwd()")
    open_files = confined.run(
        "it",
        eval,
        "[n for n in range(3, 256) if __import__('ctypes').CDLL(None).fcntl(n, 1) != -1]",
    )

    assert set(known) <= {"LC_CTYPE"}  # which Python sets
    assert here == "/"
    assert len(open_files) == 2  # the pipes to its parent


def test_a_child_still_has_threads_libraries_and_time_zones(confined: Sandbox) -> None:
    assert confined.run("it", eval, "[t := __import__('threading').Thread(target=print), t.start(), t.join()][1:]") == [
        None,
        None,
    ]
    assert confined.run("it", eval, "__import__('zoneinfo').ZoneInfo('Asia/Tokyo').key") == "Asia/Tokyo"
    assert confined.run("it", eval, "__import__('pypdfium2') and __import__('feedparser') and 1") == 1


def test_packages_that_an_installer_has_put_as_links_can_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, site = tmp_path / "cache", tmp_path / "lib" / "site-packages"
    for name in ("linked_whole", "linked_files"):
        (cache / name).mkdir(parents=True)
        (cache / name / "__init__.py").write_text("from . import part\n")
        (cache / name / "part.py").write_text("ANSWER = 42\n")
    (site / "linked_files").mkdir(parents=True)
    (site / "linked_whole").symlink_to(cache / "linked_whole")
    for file in ("__init__.py", "part.py"):
        (site / "linked_files" / file).symlink_to(cache / "linked_files" / file)
    monkeypatch.syspath_prepend(str(site))

    with Sandbox() as started:
        for name in ("linked_whole", "linked_files"):
            assert started.run("it", eval, f"__import__('{name}').part.ANSWER") == 42


def test_where_shared_libraries_are_is_all_that_a_child_hears_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "libraries").mkdir()
    (tmp_path / "libraries" / "it.so").write_text("a library")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path / "libraries"))
    monkeypatch.setenv("LD_PRELOAD", "")

    with Sandbox() as started:
        known = started.run("it", eval, "dict(__import__('os').environ)")
        library = started.run("it", eval, f"open({str(tmp_path / 'libraries' / 'it.so')!r}).read()")

    assert known.keys() <= {"LC_CTYPE", "LD_LIBRARY_PATH"}
    assert library == "a library"


def test_ctrl_c_ends_the_jobs_under_way() -> None:
    def calls() -> Iterator[tuple[str, tuple[int]]]:
        yield "a", (60,)
        yield "b", (60,)
        raise KeyboardInterrupt

    with Sandbox() as sandbox:
        began = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            list(sandbox.run_each(time.sleep, calls()))
        assert sandbox.run("next", len, "abc") == 3

    assert time.monotonic() - began < 20


def test_closing_ends_a_job_that_another_thread_waits_for() -> None:
    sandbox, began = Sandbox(), time.monotonic()
    with ThreadPoolExecutor() as threads:
        waiting = threads.submit(sandbox.run, "it", time.sleep, 60)
        while not sandbox._jobs:
            assert not waiting.done()
        sandbox.close()
        with pytest.raises((BriefreaderError, CancelledError)):
            waiting.result()

    assert time.monotonic() - began < 20


_PARENT = """
import os, sys, time
from briefreader.ingest.sandbox import Sandbox
with Sandbox() as sandbox:
    print(sandbox.run("it", os.getpid), flush=True)
    sandbox.run("it", time.sleep, 60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_a_child_ends_with_a_parent_that_is_killed() -> None:
    command = [sys.executable, "-c", _PARENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:  # noqa: S603 - our own program
        assert parent.stdout
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()

    ended, _, _ = select.select([child], [], [], 10)
    os.close(child)
    assert ended


def test_a_large_text_is_allowed_more_time() -> None:
    assert [cpu_limit(size) for size in (0, 99_999, 2_000_000, 100_000_000)] == [10, 10, 30, 60]
    assert wall_limit(2_000_000) == 180


def test_the_kernel_ends_a_job_that_takes_more_than_its_processor_time() -> None:
    with Sandbox() as sandbox:
        soft, hard = sandbox.run("it", resource.getrlimit, resource.RLIMIT_CPU)
        large, _ = sandbox.run("it", eval, f"__import__('resource').getrlimit(0) or {'x' * 2_000_000!r}")

    assert 10 <= soft <= 12
    assert 30 <= large <= 33
    assert hard == LIFE_S


def test_a_child_is_replaced_before_its_life_ends() -> None:
    with Sandbox() as sandbox:
        assert len({sandbox.run("it", os.getpid) for _ in range(120)}) > 1
