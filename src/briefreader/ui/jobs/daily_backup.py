"""The daily backup: made by a process that goes on when the app has been quit, so that short sessions have backups."""

import shutil
import subprocess
from collections.abc import Callable
from threading import Thread

from briefreader.isolation import python_command

_NICE, _IONICE = ("nice", "-n", "19"), ("ionice", "-c", "3")


class DailyBackup:
    """Makes a backup unless another process does; the app neither waits for it nor ends it."""

    def __init__(self, store_file: str, tell: Callable[[str], object]) -> None:
        """Start it; ``tell`` is called in another thread with what went wrong, while the app still runs."""
        first = [word for words in (_NICE, _IONICE) if shutil.which(words[0]) for word in words]
        self._tell = tell
        self.process = subprocess.Popen(  # noqa: S603 - our own program on our own file
            [*first, *python_command("briefreader.cli.main", "main", "--store", store_file, "backup", "--if-due")],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        Thread(target=self._follow, daemon=True).start()  # a thread that is no daemon would keep the app from ending

    def _follow(self) -> None:
        said = self.process.communicate()[1]
        if self.process.returncode and said:
            self._tell(said.strip().removeprefix("briefreader: "))
