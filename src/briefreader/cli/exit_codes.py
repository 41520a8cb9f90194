"""Exit codes, and the report of a bug."""

import os
import sys

from briefreader import paths

EXIT_PROBLEM = 1
EXIT_BUG = 3
EXIT_STOPPED = 130
"""As shells have it for SIGINT."""


def report_bug(what: str) -> int:
    """Say that a bug was met, and where its details are; return the exit code."""
    log = paths.log_file()
    details = (
        f"Details: {log}" if log.is_file() and os.access(log, os.W_OK) else f"Details could not be written to {log}"
    )
    print(  # noqa: T201 - click may not be loaded
        f"briefreader: internal error: {what}\nYour saved data is safe. {details}",
        file=sys.stderr,
    )
    return EXIT_BUG
