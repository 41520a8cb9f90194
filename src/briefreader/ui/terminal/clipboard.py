"""The reader's clipboards: by the terminal, by tmux, and by the platform's own program."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence

_LONGEST_S = 1.0
_REMOTE = ("SSH_CONNECTION", "SSH_TTY")


def copy_beside(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """Put a text on every clipboard that a program here reaches; return which, in words, empty for none.

    Far from the reader, over SSH, the platform's would be another machine's: only tmux's is used.
    """
    return " and ".join(name for name, command in _programs(environment) if _took(command, text))


def _programs(environment: Mapping[str, str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what may take a text on its standard input, the platform's first."""
    if not any(name in environment for name in _REMOTE):
        if sys.platform == "darwin":
            yield "the clipboard (pbcopy)", ["pbcopy"]
        elif "WAYLAND_DISPLAY" in environment:
            yield "the clipboard (wl-copy)", ["wl-copy"]
        elif "DISPLAY" in environment:
            program = next((name for name in ("xclip", "xsel") if shutil.which(name)), "xclip")
            options = ["-selection", "clipboard"] if program == "xclip" else ["--clipboard", "--input"]
            yield f"the clipboard ({program})", [program, *options]
    if "TMUX" in environment:
        yield "tmux's buffer", ["tmux", "load-buffer", "-"]


def _took(command: Sequence[str], text: str) -> bool:
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603 - names of ours
            command, input=text.encode(), stdout=quiet, stderr=quiet, timeout=_LONGEST_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
