"""Hand an address to the reader's browser or mail program: a list of arguments, never a shell."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from threading import Thread

from briefreader.model.addresses import safe_address
from briefreader.model.link_hosts import host_of, hosts_named, is_deceptive, shown_host

_MAIL = re.compile(r"mailto:[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.ASCII)
_OPENERS = ("xdg-open", "wslview", "termux-open-url", "gio")

Run = Callable[[Sequence[str]], object]


class LinkOpener:
    """Opens addresses; waits for a second key press where a link's words or its host may deceive."""

    def __init__(self, say: Callable[[str], None], run: Run) -> None:
        self._say = say
        self._run = run
        self._asked_about = ""

    def open(self, address: str, words: str = "") -> None:
        """Open a plain address of the web or of mail; ``words`` are those of the link, if there is one."""
        safe = address if _MAIL.fullmatch(address) else safe_address(address)
        command = opener()
        if safe is None:
            self._say(f"Not opened: not a web address ({address[:60]})")
        elif command is None:
            self._say("No browser found. Set BROWSER, or press Y to copy the link.")
        elif self._asked_about != safe and is_deceptive(words, safe):
            self._asked_about = safe
            self._say(_warning(words, safe))
        else:
            self._asked_about = ""
            self._say(f"Opening {shown_host(safe)}: {safe[:70]}")
            self._run([*command, safe])


def _warning(words: str, address: str) -> str:
    named = hosts_named(words) - {host_of(address)}
    wrong = ", not the address shown" if named else ", which can be taken for another address"
    return f"Link goes to {shown_host(address)}{wrong}. Press again to open."


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
