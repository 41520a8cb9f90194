"""Say what this system does not enforce on the processes that parse what comes from outside, and whether they can."""

import sys

from briefreader.ingest.child import confinement
from briefreader.ingest.confinement import Confinement
from briefreader.model.errors import SandboxError, UnreadableError
from briefreader.workflows.parsing import analysed, parsed
from briefreader.workspace import Workspace

_NO_LANDLOCK = "this system has no Landlock, so a compromised parser could read your files"
_UNTIL_THEN = "Until then, you cannot add articles or refresh feeds. Your stored data is safe."
_NO_SECCOMP = (
    "this system has no seccomp filter: only Python itself keeps a parser that was taken over from connecting, "
    "starting programs and writing files"
)

_NO_MEMORY_LIMIT = "macOS does not enforce the limit of memory on the parser"

_SAMPLES = {
    ".md": b"# A title\n\nSales rose by 5% in 2025.\n",
    ".html": b"<!doctype html><title>A title</title><p>Sales rose by 5% in 2025.</p>",
    ".rss": b"<rss><channel><item><title>Sales rose by 5% in 2025</title></item></channel></rss>",
}


def parser_faults(workspace: Workspace) -> list[tuple[str, str]]:
    """Return why texts cannot be parsed or analysed on this system, each with what to do; nothing where they can."""
    found: list[tuple[str, str]] = []
    for suffix, data in _SAMPLES.items():
        try:
            for one in workspace.sandbox.run(suffix, parsed, data, suffix, suffix):
                workspace.sandbox.run(suffix, analysed, one.article, workspace.clock(), workspace.today())
        except SandboxError as error:
            return [(str(error), _UNTIL_THEN)]
        except UnreadableError as error:
            found.append((f"no {suffix} file can be read: {error.problem}", f"Reinstall briefreader. {_UNTIL_THEN}"))
    return found


def sandbox_gaps(workspace: Workspace) -> list[str]:
    """Return what the kernel leaves open to a child process, in words; nothing where it enforces all of it.

    Raises:
        SandboxError: no child process can be started.

    """
    return gaps_of(workspace.sandbox.run("the sandbox", confinement))


def gaps_of(confined: Confinement, system: str = sys.platform) -> list[str]:
    """Return what a confinement leaves open on a system, in words."""
    without = [
        (confined.landlock is None, _NO_LANDLOCK),
        (not confined.seccomp, _NO_SECCOMP),
        (system == "darwin", _NO_MEMORY_LIMIT),
    ]
    return [words for is_open, words in without if is_open]
