"""Say what this system does not enforce on the processes that parse what comes from outside."""

from briefreader.ingest.child import confinement
from briefreader.ingest.confinement import Confinement
from briefreader.workspace import Workspace

_NO_LANDLOCK = "this system has no Landlock: a parser that was taken over could read your files"
_NO_SECCOMP = (
    "this system has no seccomp filter: only Python itself keeps a parser that was taken over from connecting, "
    "starting programs and writing files"
)


def sandbox_gaps(workspace: Workspace) -> list[str]:
    """Return what the kernel leaves open to a child process, in words; nothing where it enforces all of it.

    Raises:
        UnreadableError: no child process can be started.

    """
    return gaps_of(workspace.sandbox.run("the sandbox", confinement))


def gaps_of(confined: Confinement) -> list[str]:
    """Return what a confinement leaves open, in words."""
    without = [(confined.landlock is None, _NO_LANDLOCK), (not confined.seccomp, _NO_SECCOMP)]
    return [words for is_open, words in without if is_open]
