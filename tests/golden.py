"""Goldens as files that open in the program they are meant for; ``UPDATE_GOLDENS=1`` accepts what is there now."""

import difflib
import os
from pathlib import Path


def assert_golden(path: Path, text: str) -> None:
    """Compare with the file; show the difference as a patch."""
    if os.environ.get("UPDATE_GOLDENS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return
    expected = path.read_text("utf-8") if path.exists() else ""
    patch = difflib.unified_diff(expected.splitlines(), text.splitlines(), str(path), "now", lineterm="")

    assert expected == text, "\n".join(patch) + "\n(make screens accepts it)"
