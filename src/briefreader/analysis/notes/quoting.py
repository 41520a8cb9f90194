"""Where words stand that somebody quotes from elsewhere."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefreader.model.span import Span, TextQuote

_FEW = 4
"""Words that may stand anywhere by chance."""
_NEAR = 12
"""Characters of a neighbour that must be the same."""
_LOOKED_AT = 4 * _NEAR
"""Characters beside a place, white space among them."""
_WORD = re.compile(r"\S+")
_A_PLACE = 2_000
"""What it costs to look at the neighbours of a place, in characters compared."""


@dataclass(slots=True)
class Effort:
    """How much may still be compared, in characters: what is looked for in one file of notes shares it.

    2,000 passages in a text of 1 MB need less than a thousandth of it. Of a file that is built to need more, no notes
    are placed after some 5 to 20 s.
    """

    left: int = 1_000_000_000

    def spend(self, characters: int) -> bool:
        """Take off what a comparison costs; False once there is nothing left."""
        self.left -= characters
        return self.left > 0


class Passages:
    """Finds quotations in a text: its words are listed once, and each quotation is sought from its rarest word."""

    def __init__(self, text: str, effort: Effort) -> None:
        self._text = text
        self._effort = effort
        self._words = list(_WORD.finditer(text))
        self._line = " ".join(word[0] for word in self._words)
        self._starts: list[int] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        at = 0
        for word in self._words:
            self._starts.append(at)
            self._places[word[0]].append(at)
            at += len(word[0]) + 1

    def place_of(self, quote: TextQuote) -> Span | None:
        """Return the one place of some words; None without a place, with more than one, or with no effort left.

        Of white space there may be more or less, but not none: other programs break lines elsewhere. Where their
        neighbours are told, few words must stand between them, and many where they have several places.
        """
        words = quote.exact.split()
        if not words:
            return None
        before, behind = _end_of(quote.prefix), _end_of(quote.suffix[::-1])
        found: list[Span] = []
        for place in self._spans(words):
            found.append(place)
            if len(found) > 1 and not (before or behind):
                return None
        if len(found) > 1 or len(words) < _FEW:
            found = [place for place in found if self._stands_between(place, before, behind)]
        return found[0] if len(found) == 1 else None

    def _stands_between(self, place: Span, before: str, behind: str) -> bool:
        """Tell whether a place has these neighbours, given without white space, the following one from behind."""
        if not (before or behind):
            return True
        if not self._effort.spend(_A_PLACE):
            return False
        left = self._text[max(0, place.start - _LOOKED_AT) : place.start]
        right = self._text[place.end : place.end + _LOOKED_AT]
        return _ends_alike(left, before) and _ends_alike(right[::-1], behind)

    def _spans(self, words: Sequence[str]) -> Iterator[Span]:
        """Yield where words stand one after another, whatever space is between them."""
        wanted = " ".join(words)
        for at in self._candidates(words, wanted):
            yield Span(self._outside(at), self._outside(at + len(wanted) - 1) + 1)

    def _candidates(self, words: Sequence[str], wanted: str) -> Iterator[int]:
        """Yield where words stand in the line; only the first and the last may be parts of words there."""
        if len(words) < 3:  # noqa: PLR2004 - no whole word among them
            at = self._line.find(wanted)
            while at >= 0 and self._effort.spend(len(wanted)):
                yield at
                at = self._line.find(wanted, at + 1)
            self._effort.spend(len(self._line))
            return
        offset, before = len(words[0]) + 1, 0
        rarest: list[int] | None = None
        for word in words[1:-1]:
            places = self._places.get(word, [])
            if rarest is None or len(places) < len(rarest):
                rarest, before = places, offset
            offset += len(word) + 1
        for place in rarest or ():
            if not self._effort.spend(len(wanted)):
                return
            if place >= before and self._line.startswith(wanted, place - before):
                yield place - before

    def _outside(self, at: int) -> int:
        """Return where a character of the line is in the text."""
        number = bisect_right(self._starts, at) - 1
        return self._words[number].start() + at - self._starts[number]


def place_of(text: str, quote: TextQuote) -> Span | None:
    """Return the one place of some words in a text, as :meth:`Passages.place_of` does."""
    return Passages(text, Effort()).place_of(quote)


def _end_of(text: str) -> str:
    return "".join(text.split())[-_NEAR:]


def _ends_alike(text: str, theirs: str) -> bool:
    ours = "".join(text.split())
    return ours.endswith(theirs) or bool(ours and len(ours) < len(theirs) and theirs.endswith(ours))
