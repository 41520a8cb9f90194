"""Hand an address to the reader's browser or mail program: a list of arguments, never a shell."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from threading import Thread
from urllib.parse import urlsplit

from briefreader.model.addresses import safe_address

_MAIL = re.compile(r"mailto:[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.ASCII)
_HOST = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,24})(?:[/:?#]|$)", re.IGNORECASE)
_OPENERS = ("xdg-open", "wslview", "termux-open-url", "gio")

Run = Callable[[Sequence[str]], object]


class Opening:
    """Opens addresses; asks once more when a link's words name another host than it leads to."""

    def __init__(self, say: Callable[[str], None], run: Run) -> None:
        self._say = say
        self._run = run
        self._asked_about = ""

    def open(self, address: str, words: str = "") -> None:
        """Open a plain address of the web or of mail; ``words`` are those of the link, if there is one."""
        safe = address if _MAIL.fullmatch(address) else safe_address(address)
        command = opener()
        if safe is None:
            self._say(f"Not opened, it is no plain web address: {address[:60]}")
        elif command is None:
            self._say("No program to open it with: set BROWSER, or Y copies the link")
        elif is_disguised(words, safe) and self._asked_about != safe:
            self._asked_about = safe
            self._say(f"It leads to {urlsplit(safe).hostname}, not where it says: again opens it")
        else:
            self._asked_about = ""
            self._run([*command, safe])
            self._say(f"Opened {safe[:70]}")


def is_disguised(words: str, address: str) -> bool:
    """Tell whether a link's words are an address of another host than the one it leads to."""
    shown = _HOST.match(words.strip())
    if shown is None:
        return False
    host, said = (urlsplit(address).hostname or "").casefold(), shown[1].casefold()
    return host.removeprefix("www.") != said.removeprefix("www.")


def opener() -> list[str] | None:
    """Return the program that opens addresses, with its arguments; None when there is none.

    ``BROWSER`` names it, parted as a shell would, and is the reader's own; otherwise it is the platform's.
    """
    if named := os.environ.get("BROWSER", "").partition(os.pathsep)[0]:
        return [part for part in shlex.split(named) if part != "%s"]
    if sys.platform == "darwin":
        return ["open"]
    found = next((name for name in _OPENERS if shutil.which(name)), None)
    if found is None:
        return None
    return [found, "open"] if found == "gio" else [found]


def run_beside(arguments: Sequence[str]) -> None:
    """Start a program that goes on by itself, without the terminal."""
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(  # noqa: S603 - the reader's own program, on an address that was checked
        list(arguments), stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    Thread(target=started.wait, daemon=True).start()  # so that it does not stay behind as a zombie
