"""The words of a sentence, which tell quickly whether a pattern can match."""

import re
from collections import Counter
from typing import NamedTuple

WORD = re.compile(r"[a-z][\w’'\u2010\u2011-]*")
"""A word in small letters."""
_PLAIN_WORD = re.compile(r"[a-z][A-Za-z0-9_'-]*")
"""The same in a text of ASCII alone: without a look-up in the tables of Unicode for each letter, twice as fast."""


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return (_PLAIN_WORD if text.isascii() else WORD).findall(text)


def counted(text: str, word: re.Pattern[str]) -> Counter[str]:
    """Count what a pattern finds, which holds no space and takes whole what is of letters alone.

    Most words stand between spaces and are of letters alone, which is found out much faster than a pattern searches.
    """
    pieces = Counter(text.split())
    found: Counter[str] = Counter({piece: count for piece, count in pieces.items() if piece.isalpha()})
    for piece, count in pieces.items():
        if not piece.isalpha():
            for one in word.findall(piece):
                found[one] += count
    return found


class Words(NamedTuple):
    """The words of a sentence in small letters."""

    text: str
    found: frozenset[str]
    number: int
    """How many there are, each as often as it stands there."""

    @classmethod
    def of(cls, sentence: str) -> "Words":
        """Read a sentence."""
        text = sentence.lower()
        found = words_in(text)
        return cls(text, frozenset(found), len(found))

    def any_of(self, others: frozenset[str]) -> bool:
        """Tell whether one of the others is among them."""
        return not others.isdisjoint(self.found)
