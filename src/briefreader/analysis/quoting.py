"""Where words stand that somebody quotes from elsewhere."""

from collections.abc import Iterator, Sequence

from briefreader.model.span import Span, TextQuote


def place_of(text: str, quote: TextQuote) -> Span | None:
    """Return the one place of some words; between its neighbours, where the words alone have several.

    White space may differ: other programs break lines elsewhere. None without a place, or with more than one.
    """
    places = list(_places(text, quote.exact))
    if len(places) > 1 and (quote.prefix or quote.suffix):
        places = [
            place
            for place in places
            if _ends_alike(text[: place.start], quote.prefix)
            and _ends_alike(text[place.end :][::-1], quote.suffix[::-1])
        ]
    return places[0] if len(places) == 1 else None


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
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return None
        at += len(word)
    return at


def _ends_alike(text: str, end: str) -> bool:
    ours, theirs = "".join(text[-2 * len(end) - 8 :].split()), "".join(end.split())
    return ours.endswith(theirs) or bool(ours and theirs.endswith(ours))
