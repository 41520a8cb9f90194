"""The first frame, written before Textual is loaded: the top of the inbox where the app will show it."""

import os
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from briefreader.ui.feed_lines import ROW_LINES, meta_line, title_line
from briefreader.views.first_rows import first_rows

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J", "\x1b[?25h\x1b[?1049l"
_HEADING = "[Inbox]"
_BARS = 2
_NARROW, _MEDIUM_BELOW = 60, 110
_SHARES = {"medium": (7, 18), "wide": (7, 24)}
_LEAST_WIDTH, _LEAST_HEIGHT = 26, 6


@contextmanager
def painted_first(store: Path) -> Iterator[None]:
    """Show the top of the inbox while the app is loaded; keys typed meanwhile are kept for it.

    Without a terminal, or a store that can be read at once, nothing is shown.
    """
    try:
        before = termios.tcgetattr(sys.__stdin__.fileno()) if sys.__stdin__ else None
        width, height = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (OSError, ValueError, termios.error):
        before, width, height = None, 0, 0
    if before is None or width < _LEAST_WIDTH or height < _LEAST_HEIGHT or not _paint(store, width, height):
        yield
        return
    quiet = [*before[:3], before[3] & ~(termios.ECHO | termios.ICANON), *before[4:]]
    termios.tcsetattr(0, termios.TCSANOW, quiet)
    try:
        yield
    except BaseException:
        _write(_LEAVE)
        raise
    finally:
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, before)


def _paint(store: Path, width: int, height: int) -> bool:
    today = datetime.now(UTC).date()  # noqa: TID251 - there is no workspace yet
    rows = first_rows(store, today, (height - _BARS) // ROW_LINES)
    if rows is None:
        return False
    cells = _feed_width(width)
    lines = [_ENTER, f"\x1b[1;1H {_HEADING[: width - 1]}"]
    for number, row in enumerate(rows):
        y = 2 + number * ROW_LINES
        style = "\x1b[7m" if number == 0 else ""
        lines.append(f"\x1b[{y};1H{style}{_printable(title_line(row, cells, here=number == 0))}")
        lines.append(f"\x1b[{y + 1};1H{_printable(meta_line(row, cells))}\x1b[0m")
    _write("".join(lines))
    return True


def _feed_width(width: int) -> int:
    """Return the cells that read.tcss gives the feed, less its scrollbar."""
    if width < _NARROW:
        return width - 1
    share, of = _SHARES["medium" if width < _MEDIUM_BELOW else "wide"]
    return max(_LEAST_WIDTH, width * share // of) - 1


def _printable(line: str) -> str:
    """Return a line without anything that could act on the terminal, whatever came in before."""
    return line if line.isprintable() else "".join(char if char.isprintable() else " " for char in line)


def _write(text: str) -> None:
    os.write(1, text.encode("utf-8", "replace"))
