"""Where words stand that somebody quotes from elsewhere."""

from collections.abc import Iterator, Sequence

from briefreader.model.span import Span, TextQuote

_FEW = 4
"""Words that may stand anywhere by chance."""
_NEAR = 12
"""Characters of a neighbour that must be the same."""
_LOOKED_AT = 4 * _NEAR
"""Characters beside a place, white space among them."""


def place_of(text: str, quote: TextQuote) -> Span | None:
    """Return the one place of some words; None without a place, or with more than one.

    Of white space there may be more or less, but not none: other programs break lines elsewhere. Where their neighbours
    are told, few words must stand between them, and many where they have several places.
    """
    places = list(_places(text, quote.exact))
    if len(places) > 1 or len(quote.exact.split()) < _FEW:
        places = [place for place in places if _fits(text, place, quote)]
    return places[0] if len(places) == 1 else None


def _fits(text: str, place: Span, quote: TextQuote) -> bool:
    before = text[max(0, place.start - _LOOKED_AT) : place.start]
    behind = text[place.end : place.end + _LOOKED_AT]
    return _ends_alike(before, quote.prefix) and _ends_alike(behind[::-1], quote.suffix[::-1])


def _places(text: str, exact: str) -> Iterator[Span]:
    """Yield where words stand one after another, whatever space is between them."""
    words = exact.split()
    at = text.find(words[0]) if words else -1
    while at >= 0:
        end = _end_of(text, at, words)
        if end is not None:
            yield Span(at, end)
        at = text.find(words[0], at + 1)


def _end_of(text: str, at: int, words: Sequence[str]) -> int | None:
    for number, word in enumerate(words):
        start = at
        while at < len(text) and text[at].isspace():
            at += 1
        if (number and start == at) or not text.startswith(word, at):
            return None
        at += len(word)
    return at


def _ends_alike(text: str, end: str) -> bool:
    theirs = "".join(end.split())[-_NEAR:]
    ours = "".join(text.split())
    return ours.endswith(theirs) or bool(ours and len(ours) < len(theirs) and theirs.endswith(ours))
