"""Start Python for a child process of ours so that it finds its modules only where this program is installed."""

import site
import sys
from pathlib import Path

_BOOT = "import sys; sys.path += {places!r}; from {module} import {function}; {function}()"


def python_command(module: str, function: str, *arguments: str) -> list[str]:
    """Return the command that calls a function of ours in a new Python, in isolated mode.

    Isolated mode ignores the current folder, ``PYTHON*`` variables and the user's site-packages, so that no file
    beside a briefing is imported. Where briefreader itself is installed for the user only, that folder is added last.
    """
    boot = _BOOT.format(places=_our_places(), module=module, function=function)
    return [sys.executable, "-I", "-X", "utf8", "-c", boot, *arguments]


def _our_places() -> list[str]:
    ours = str(Path(__file__).parent.parent)
    user = site.getusersitepackages() if site.ENABLE_USER_SITE else None
    return [ours, user] if user and user != ours else [ours]
