"""Have work done beside the app: a command of ours in another process, so that no key waits for it."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator

from briefreader.isolation import python_command


class ChildProcess:
    """Runs a command on a store; stopping it loses nothing that it has finished."""

    def __init__(self, store_file: str, *arguments: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program on our own file
            python_command("briefreader.cli.main", "main_politely", "--store", store_file, *arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
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
