"""Text without what typography, case and line breaks change, and the way back to its characters."""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from briefreader.model.span import Span

_ALIKE = {
    **dict.fromkeys("‘’\u201a\u201b\u2032", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("\u2010‑\u2012–—―\u2212", "-"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
    "…": "...",
    "•": "*",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``places[i]`` is the character of the original that ``text[i]`` comes from."""

    text: str
    places: tuple[int, ...]
    """One more than ``text`` has characters; the last is the length of the original."""

    def range_of(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of the folded text that comes from a span of the original."""
        return bisect_left(self.places, span.start), bisect_left(self.places, span.end)

    def span_of(self, start: int, end: int) -> Span:
        """Return the span of the original that a range of the folded text, not an empty one, comes from."""
        return Span(self.places[start], self.places[end - 1] + 1)


def fold(text: str) -> Folded:
    """Return the text in small letters and NFKC, quotes and dashes of one kind, white space as single spaces."""
    folded: list[str] = []
    places: list[int] = []
    after_space = True
    for place, character in enumerate(text):
        alike = _fold_character(character)
        if alike == " ":
            if not after_space:
                folded.append(" ")
                places.append(place)
            after_space = True
        elif alike:
            folded.append(alike)
            places.extend([place] * len(alike))
            after_space = False
    return Folded("".join(folded), (*places, len(text)))


@cache
def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    alike = _ALIKE.get(character, character)
    return unicodedata.normalize("NFKC", alike).casefold().replace(" ", "")
