"""The first frame, written before Textual is loaded: the top of the inbox where the app will show it."""

import os
import re
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from briefreader import paths
from briefreader.model.days import day_of
from briefreader.model.signs import ASCII
from briefreader.small_files import InvalidFileError, read_small_text
from briefreader.ui.startup.early_keys import EarlyKeys
from briefreader.ui.terminal.capabilities import is_plain
from briefreader.ui.text.feed_lines import ROW_LINES, StoryLine, meta_line, title_line
from briefreader.views.first_rows import FeedRow, first_rows

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J", "\x1b[?25h\x1b[?1049l"
_HEADING = "[Inbox]"
_BARS = 2
_NARROW, _MEDIUM_BELOW = 60, 110
_SHARES = {"medium": (7, 18), "wide": (7, 24)}
_ASCII = re.compile(r"^ascii\s*=\s*true", re.MULTILINE)
_LEAST_WIDTH, _LEAST_HEIGHT = 26, 6


@contextmanager
def painted_first(store: Path) -> Iterator[EarlyKeys | None]:
    """Show the top of the inbox while the app is loaded; lend what hears the keys that are typed meanwhile.

    Without a terminal, or a store that can be read at once, nothing is shown, and None lent.
    """
    terminal = _terminal()
    if terminal is None:
        yield None
        return
    before, width, height = terminal
    settings = _settings()
    is_ascii = is_plain() or _ASCII.search(settings) is not None
    termios.tcsetattr(0, termios.TCSANOW, _quiet(before))  # before a key can be typed at what is shown
    painted = _paint(store, width, height, is_ascii=is_ascii)
    if painted is None:
        termios.tcsetattr(0, termios.TCSANOW, before)
        yield None
        return
    early = EarlyKeys(0, 0 if "key" in settings else len(painted.rows), painted.move)
    try:
        yield early
    except BaseException:
        _write(_LEAVE)
        raise
    finally:
        early.stop()
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSANOW, before)


class _Painted(NamedTuple):
    """The rows that are on the screen."""

    rows: list[FeedRow]
    cells: int
    today: date
    is_ascii: bool

    def line(self, number: int, *, here: bool) -> str:
        """Return what shows a row."""
        row, y = self.rows[number], 2 + number * ROW_LINES
        story = StoryLine(row.others) if row.others else None
        title = title_line(row, self.cells, here=here)
        meta = meta_line(row, self.cells, self.today, story=story)
        style = "\x1b[7m" if here else ""
        shown = f"\x1b[{y};1H{style}{_printable(title)}\x1b[{y + 1};1H{_printable(meta)}\x1b[0m"
        return shown.translate(ASCII) if self.is_ascii else shown

    def move(self, row: int, to: int) -> None:
        """Show the cursor at another row."""
        _write(self.line(row, here=False) + self.line(to, here=True))


def _terminal() -> tuple[list[Any], int, int] | None:
    """Return how the terminal is set, its width and its height; None without one, or one with room for nothing."""
    try:
        before = termios.tcgetattr(sys.__stdin__.fileno()) if sys.__stdin__ else None
        width, height = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (OSError, ValueError, termios.error):
        return None
    return (before, width, height) if before and width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT else None


def _quiet(before: list[Any]) -> list[Any]:
    """Return how the terminal gives keys as they are typed: none stops what is written, and enter stays enter."""
    heard = before[0] & ~(termios.IXON | termios.ICRNL)
    return [heard, *before[1:3], before[3] & ~(termios.ECHO | termios.ICANON | termios.IEXTEN), *before[4:]]


def _paint(store: Path, width: int, height: int, *, is_ascii: bool) -> _Painted | None:
    today = day_of(datetime.now(UTC))  # noqa: TID251 - there is no workspace yet
    rows = first_rows(store, today, (height - _BARS) // ROW_LINES)
    if rows is None:
        return None
    painted = _Painted(rows, _feed_width(width), today, is_ascii)
    lines = [painted.line(number, here=number == 0) for number in range(len(rows))]
    _write("".join([_ENTER, f"\x1b[1;1H {_HEADING[: width - 1]}", *lines]))
    return painted


def _settings() -> str:
    """Return the reader's settings as they are written: to read them properly would take longer than the frame."""
    try:
        return read_small_text(paths.settings_file())
    except InvalidFileError:
        return ""


def _feed_width(width: int) -> int:
    """Return the cells that reading/screen.tcss gives the feed, less its scrollbar."""
    if width < _NARROW:
        return width - 1
    share, of = _SHARES["medium" if width < _MEDIUM_BELOW else "wide"]
    return max(_LEAST_WIDTH, width * share // of) - 1


def _printable(line: str) -> str:
    """Return a line without anything that could act on the terminal, whatever came in before."""
    return line if line.isprintable() else "".join(char if char.isprintable() else " " for char in line)


def _write(text: str) -> None:
    os.write(1, text.encode("utf-8", "replace"))
