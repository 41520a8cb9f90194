r"""The gate between every command and the terminal: what is printed cannot act on it, wherever it came from.

The command line replaces ``sys.stdout`` and ``sys.stderr`` when it starts, so that click, ``print``, logging, warnings
and tracebacks all pass. Each control character is written as ``\u001b``, which is also its form in JSON: ``--json``
stays valid and keeps its values. This holds for pipes and files too, because ``less -R`` and ``cat`` show them on a
terminal later. Only :func:`write_exact` lets an export through unchanged, and only where no terminal reads it.
"""

import codecs
import io
import sys
from collections.abc import Generator, Iterable
from typing import TextIO

from briefreader.model.control_characters import escape_control_characters, on_one_line, replace_surrogates


class OutputGate(io.TextIOWrapper):
    """A standard stream that escapes control characters."""

    def write(self, text: str, /) -> int:
        """Write the text with its control characters escaped; return its length."""
        super().write(escape_control_characters(text))
        return len(text)

    def write_unescaped(self, text: str) -> None:
        """Write a text that may hold control characters: ours, or an export that no terminal reads."""
        super().write(replace_surrogates(text))


def guard_output() -> None:
    """Put the gate before both standard streams; one that is closed stays closed."""
    sys.stdout, sys.stderr = _gate(sys.stdout), _gate(sys.stderr)


def write_exact(pieces: Iterable[str]) -> None:
    """Write an export to standard output: byte for byte, or escaped where it is a terminal.

    Where nobody reads on, the pieces are given up at once, while the store that they come from is still open.
    """
    out = sys.stdout
    write = out.write_unescaped if isinstance(out, OutputGate) and not out.isatty() else out.write
    try:
        for piece in pieces:
            write(piece)
    finally:
        if isinstance(pieces, Generator):
            pieces.close()


def show_progress(words: str) -> None:
    """Show words in place of those shown before, on a terminal only; empty words clear the line."""
    err = sys.stderr
    if isinstance(err, OutputGate) and err.isatty():
        err.write_unescaped(f"\r\x1b[K{escape_control_characters(on_one_line(words))}")
        err.flush()


def show_count(done: int, total: int) -> None:
    """Show how far a command is, on a terminal only; nothing is left of it in the end."""
    show_progress(f"{done:,} of {total:,}" if done < total else "")


def _gate(stream: TextIO) -> TextIO:
    if not isinstance(stream, io.TextIOWrapper):
        return stream  # closed before we started
    encoding = "utf-8" if codecs.lookup(stream.encoding).name == "ascii" else stream.encoding  # as click does, past us
    return OutputGate(stream.buffer, encoding, "backslashreplace", line_buffering=stream.line_buffering)
