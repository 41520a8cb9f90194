"""Have stored articles analysed anew beside the app: another process, so that no key waits for it."""

import json
import subprocess
import sys
from collections.abc import Iterator


class Reanalysing:
    """Runs ``briefreader reanalyse`` on a store; stopping it loses nothing that it has finished."""

    def __init__(self, store_file: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program on our own file
            [sys.executable, "-m", "briefreader", "--store", store_file, "reanalyse", "--json"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def progress(self) -> Iterator[tuple[int, int]]:
        """Yield how many texts are done, and of how many, as they are."""
        for line in self._process.stdout or ():
            told = json.loads(line)
            yield told["done"], told["total"]
        self.stop()

    def stop(self) -> None:
        """End the process, if it still runs."""
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
