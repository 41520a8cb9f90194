import os
from collections.abc import Iterator
from time import monotonic

import pytest

from briefreader.ui.startup.early_keys import EarlyKeys, Typed


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    hears, says = os.pipe()
    yield hears, says
    os.close(hears)
    os.close(says)


@pytest.mark.parametrize(
    ("typed", "rows", "answered", "left"),
    [
        (b"jjk", 9, [(0, 1), (1, 2), (2, 1)], Typed(1)),
        (b"\x1b[B\x1bOBk", 9, [(0, 1), (1, 2), (2, 1)], Typed(1)),
        (b"jxj", 9, [(0, 1)], Typed(1, (b"xj",))),
        (b"kj", 9, [], Typed(0, (b"kj",))),
        (b"jjj", 2, [(0, 1)], Typed(1, (b"jj",))),
        (b"jj", 0, [], Typed(0, (b"jj",))),
        (b"\x1b", 9, [], Typed(0, (b"\x1b",))),
    ],
)
def test_what_moves_the_cursor_is_answered_and_the_rest_kept(
    pipe: tuple[int, int], typed: bytes, rows: int, answered: list[tuple[int, int]], left: Typed
) -> None:
    moves = list[tuple[int, int]]()
    os.write(pipe[1], typed)
    early = EarlyKeys(pipe[0], rows, lambda row, to: moves.append((row, to)))

    while early.typed != left:
        pass
    assert early.stop() == early.stop() == left
    assert moves == answered


def test_an_escape_is_a_key_of_its_own_when_a_while_passes_behind_it(pipe: tuple[int, int]) -> None:
    early = EarlyKeys(pipe[0], 0, print)
    for typed in (b"\x1b", b"j"):
        os.write(pipe[1], typed)
        while typed not in early.typed.rest:
            pass
        began = monotonic()
        while monotonic() - began < 0.06:
            pass

    assert early.stop().rest == (b"\x1b", b"j")
