"""Have work done beside the app: a command of ours in another process, so that no key waits for it."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator


class Beside:
    """Runs a command on a store; stopping it loses nothing that it has finished."""

    def __init__(self, store_file: str, *arguments: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program on our own file
            [*_polite(), sys.executable, "-P", "-m", "briefreader", "--store", store_file, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def lines(self) -> Iterator[str]:
        """Yield what the command says, line by line, as it does."""
        with self._process as process:
            for line in process.stdout or ():
                yield line.rstrip("\n")

    def stop(self) -> None:
        """End the process and all that it has started, at once; whoever reads its lines comes to their end."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)


def _polite() -> list[str]:
    """Return what lets the app go first, where the system has it."""
    return ["nice", "-n", "10"] if shutil.which("nice") else []
