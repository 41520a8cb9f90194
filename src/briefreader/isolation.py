"""Start Python for a child process of ours so that it finds its modules only where this program is installed."""

import sys
from pathlib import Path

_BOOT = (
    "import sys; sys.path[:] = dict.fromkeys([*{places!r}, *sys.path]); from {module} import {function}; {function}()"
)


def python_command(module: str, function: str, *arguments: str) -> list[str]:
    """Return the command that calls a function of ours in a new Python, in isolated mode.

    Isolated mode ignores the current folder, ``PYTHON*`` variables and the user's site-packages, so that no file
    beside a briefing is imported. The child then searches the folders that this process searches, since briefreader
    and its libraries may be installed for the user only, or where a variable names.
    """
    boot = _BOOT.format(places=_our_places(), module=module, function=function)
    return [sys.executable, "-I", "-X", "utf8", "-c", boot, *arguments]


def _our_places() -> list[str]:
    """Return the folders that this process searches for modules.

    Left out are the current folder, the home folder, that of the script, and whatever holds one of them: the child may
    read all that it is given.
    """
    ours = Path(__file__).parent.parent
    private = [Path(place).expanduser().resolve() for place in (".", "~", Path(sys.argv[0]).resolve().parent)]
    searched = [place for place in map(Path, sys.path) if place.is_absolute()]
    return [
        str(place)
        for place in dict.fromkeys([*searched, ours])
        if place == ours or not any(one.is_relative_to(place.resolve()) for one in private)
    ]
