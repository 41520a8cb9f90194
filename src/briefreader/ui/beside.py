"""Have work done beside the app: a command of ours in another process, so that no key waits for it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator


class Beside:
    """Runs a command on a store; stopping it loses nothing that it has finished."""

    def __init__(self, store_file: str, *arguments: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program on our own file
            [*_polite(), sys.executable, "-m", "briefreader", "--store", store_file, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def lines(self) -> Iterator[str]:
        """Yield what the command says, line by line, as it does."""
        for line in self._process.stdout or ():
            yield line.rstrip("\n")
        self.stop()

    def stop(self) -> None:
        """End the process, if it still runs."""
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()


def _polite() -> list[str]:
    """Return what lets the app go first, where the system has it."""
    return ["nice", "-n", "10"] if shutil.which("nice") else []
