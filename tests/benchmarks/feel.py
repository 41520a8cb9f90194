"""What keys, rest and quitting feel like, measured from outside."""

import os
import time
from pathlib import Path

from terminal import Terminal, in_terminal

_TICKS = os.sysconf("SC_CLK_TCK")
_SETTLED_S = 3.0
_IDLE_S = 10.0
_A_SECOND = 30
_HELD = 150
_FRAME_GAP_S, _REST_S = 0.02, 0.4


def idle(command: list[str]) -> tuple[float, int]:
    """Return the share of a core that the app takes at rest, and the bytes that it writes to the terminal meanwhile."""
    with in_terminal(command) as terminal:
        terminal.wait_for(b"READY")
        terminal.wait_until_quiet(_SETTLED_S)
        before, received = _cpu_s(terminal.process), len(terminal.received)
        terminal.wait_until_quiet(_IDLE_S)
        return (_cpu_s(terminal.process) - before) / _IDLE_S, len(terminal.received) - received


def exit_s(command: list[str]) -> float:
    """Return the seconds from ctrl+q until the program is gone."""
    with in_terminal(command) as terminal:
        terminal.wait_for(b"READY")
        terminal.wait_until_quiet(_REST_S)
        pressed = time.monotonic()
        terminal.press("\x11")
        return terminal.wait_until_gone() - pressed


def held_lag_s(terminal: Terminal) -> float:
    """Hold j for five seconds, and return how long after the last key the last byte of its frame comes."""
    pressed = 0.0
    for _ in range(_HELD):
        pressed = time.monotonic()
        terminal.press("j")
        while (left := pressed + 1 / _A_SECOND - time.monotonic()) > 0:
            terminal.read_for(left)
    return terminal.wait_until_quiet(_FRAME_GAP_S) - pressed


def typing_ms(terminal: Terminal, words: str) -> list[float]:
    """Return for each letter of a search the milliseconds until what it finds is on the screen."""
    times = []
    for letter in words:
        pressed = time.monotonic()
        terminal.press(letter)
        times.append((terminal.wait_until_quiet(_REST_S) - pressed) * 1000)
    return times


def percentile(times: list[float], share: float) -> float:
    """Return the least time that such a share of all do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _cpu_s(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
