import os
from collections.abc import Iterator

import pytest

from briefreader.ui.early_keys import EarlyKeys, Typed


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    hears, says = os.pipe()
    yield hears, says
    os.close(hears)
    os.close(says)


@pytest.mark.parametrize(
    ("typed", "rows", "answered", "left"),
    [
        (b"jjk", 9, [(0, 1), (1, 2), (2, 1)], Typed(1, b"")),
        (b"\x1b[B\x1bOBk", 9, [(0, 1), (1, 2), (2, 1)], Typed(1, b"")),
        (b"jxj", 9, [(0, 1)], Typed(1, b"xj")),
        (b"kj", 9, [], Typed(0, b"kj")),
        (b"jjj", 2, [(0, 1)], Typed(1, b"jj")),
        (b"jj", 0, [], Typed(0, b"jj")),
        (b"\x1b", 9, [], Typed(0, b"\x1b")),
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
