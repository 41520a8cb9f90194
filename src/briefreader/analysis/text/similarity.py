"""How alike two strings are, and where a string stands nearly so in a longer one.

Method: Myers, "A fast bit-vector algorithm for approximate string matching", JACM 46(3), 1999, on integers of any
length, so that patterns of any length need no blocks. That takes time with the product of both lengths, so long strings
are compared in pieces.
"""

from collections.abc import Iterator
from typing import NamedTuple

LONGEST_PATTERN = 4_000
_MOST_PLACES = 12


class Match(NamedTuple):
    """A place that a pattern can be turned into by so many insertions, deletions and replacements."""

    start: int
    end: int
    errors: int


def likeness(one: str, other: str) -> float:
    """Return 1 for equal strings, down to 0: one less the share of characters to change (Levenshtein).

    Strings that differ in more than :data:`LONGEST_PATTERN` characters are compared in pieces of as many, part by part:
    then the value can be too low, never too high.
    """
    if one == other:
        return 1.0
    longest, distance = max(len(one), len(other)), 0
    one, other = _without_equal_ends(one, other)
    pieces = max(1, -(-max(len(one), len(other)) // LONGEST_PATTERN))
    for number in range(pieces):
        mine, theirs = (
            words[len(words) * number // pieces : len(words) * (number + 1) // pieces] for words in (one, other)
        )
        distance += _distance(mine, theirs)
    return 1 - distance / longest


def _without_equal_ends(one: str, other: str) -> tuple[str, str]:
    first = _equal(one, other)
    one, other = one[first:], other[first:]
    last = _equal(one[::-1], other[::-1])
    return one[: len(one) - last], other[: len(other) - last]


def _equal(one: str, other: str) -> int:
    """Return how many characters are equal from the start."""
    unequal = (place for place, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs)
    return next(unequal, min(len(one), len(other)))


def _distance(one: str, other: str) -> int:
    if not one or not other:
        return max(len(one), len(other))
    *_, (_, distance) = _errors_at_ends(one, other, anchored=True)
    return distance


def find_nearly(pattern: str, text: str, most_errors: int) -> list[Match]:
    """Return the best places, half a pattern or more apart, those with the fewest errors first; at most twelve.

    Of several starts for one end, the one that makes the place as long as the pattern, as nearly as can be.
    """
    ends = sorted((errors, end) for end, errors in _errors_at_ends(pattern, text) if errors <= most_errors)
    apart = max(3, len(pattern) // 2)
    best: list[Match] = []
    for errors, end in ends:
        if len(best) == _MOST_PLACES:
            break
        if all(abs(known.end - end) >= apart for known in best):
            best.append(Match(_start_of(pattern, text, end, errors), end, errors))
    return best


def _start_of(pattern: str, text: str, end: int, errors: int) -> int:
    """Return where a match begins that ends at ``end``, by matching backwards."""
    low = max(0, end - len(pattern) - errors)
    lengths = [
        length
        for length, count in _errors_at_ends(pattern[::-1], text[low:end][::-1], anchored=True)
        if count == errors
    ]
    return end - min(lengths, key=lambda length: (abs(length - len(pattern)), length), default=min(end, len(pattern)))


def _errors_at_ends(pattern: str, text: str, *, anchored: bool = False) -> Iterator[tuple[int, int]]:
    """Yield each end in the text with the errors of the best match that ends there.

    ``anchored``: a match must begin where the text does.
    """
    places: dict[str, int] = {}
    for place, character in enumerate(pattern):
        places[character] = places.get(character, 0) | 1 << place
    mask = (1 << len(pattern)) - 1
    last = 1 << len(pattern) - 1
    more, less, errors = mask, 0, len(pattern)
    for end, character in enumerate(text, start=1):
        equal = places.get(character, 0)
        vertical = equal | less
        horizontal = (((equal & more) + more) ^ more) | equal
        up = less | (~(horizontal | more) & mask)
        down = more & horizontal
        errors += bool(up & last) - bool(down & last)
        up = (up << 1 | anchored) & mask
        down = (down << 1) & mask
        more = down | (~(vertical | up) & mask)
        less = up & vertical
        yield end, errors
