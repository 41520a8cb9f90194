"""The file in which the program writes what happened."""

import logging

from briefreader import paths


def log_to_file() -> None:
    """Send what the program logs to its file, opened with the first line."""
    file = paths.log_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    ours = logging.getLogger("briefreader")
    ours.setLevel(logging.INFO)
    for old in ours.handlers[:]:
        ours.removeHandler(old)
        old.close()
    ours.addHandler(handler)
