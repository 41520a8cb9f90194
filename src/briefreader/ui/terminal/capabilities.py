"""What a terminal can show, as far as it says so; loaded before Textual, for the first frame."""

import os
from collections.abc import Mapping

_PLAIN = ("linux", "vt100", "vt102", "vt220", "dumb")


def is_plain(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a terminal is known to lack most signs: the console of Linux, and those of old."""
    return environment.get("TERM", "") in _PLAIN
