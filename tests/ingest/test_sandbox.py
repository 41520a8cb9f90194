import functools
import operator
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefreader.ingest.files import parse_article
from briefreader.ingest.sandbox import Sandbox
from briefreader.model.errors import UnreadableError


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(wall_s=1.0) as started:
        started.run("a first job, which loads what it needs", len, "x")
        yield started


def test_a_job_is_done_as_if_it_were_here(sandbox: Sandbox) -> None:
    here = parse_article(b"Halden cut its bill.", ".txt", "a.txt")

    assert sandbox.run("a.txt", parse_article, b"Halden cut its bill.", ".txt", "a.txt") == here


def test_what_a_job_says_to_the_reader_arrives(sandbox: Sandbox) -> None:
    with pytest.raises(UnreadableError, match=r"a\.txt: there is no text in it"):
        sandbox.run("a.txt", parse_article, b"", ".txt", "a.txt")


@pytest.mark.parametrize(
    ("job", "argument"), [(bytes, 10**10), (os._exit, 1), (os.abort, None), (time.sleep, 30), (int, "x")]
)
def test_whatever_a_job_does_the_next_one_is_done(
    sandbox: Sandbox, job: Callable[..., object], argument: object
) -> None:
    with pytest.raises(UnreadableError, match="the thing"):
        sandbox.run("the thing", job, *([] if argument is None else [argument]))
    assert sandbox.run("next", len, "abc") == 3


def test_a_job_connects_starts_and_writes_nothing(sandbox: Sandbox, tmp_path: Path) -> None:
    jobs: list[tuple[Callable[..., object], tuple[object, ...]]] = [
        (socket.create_connection, (("127.0.0.1", 9),)),
        (socket.getaddrinfo, ("localhost", 9)),
        (subprocess.run, (["true"],)),
        (os.system, ("true",)),
        (Path.write_text, (tmp_path / "x", "x")),
        (os.mkdir, (tmp_path / "y",)),
    ]
    for job, arguments in jobs:
        with pytest.raises(UnreadableError, match="PermissionError"):
            sandbox.run("it", job, *arguments)
    assert list(tmp_path.iterdir()) == []


def test_what_a_job_returns_is_a_value_and_calls_nothing(sandbox: Sandbox) -> None:
    jobs: list[tuple[Callable[..., object], object]] = [(operator.attrgetter, "x"), (functools.partial, os.system)]
    for job, argument in jobs:
        with pytest.raises(UnreadableError, match="cannot be read"):
            sandbox.run("it", job, argument)
    assert sandbox.run("next", len, "abc") == 3
