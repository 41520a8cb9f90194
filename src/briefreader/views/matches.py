"""Where the words of a query stand in a text."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from briefreader.model.query import Snippet, Words
from briefreader.model.span import Span
from briefreader.store.search import BEGIN, END

_BEFORE = 12
_SNIPPET = 160
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


def match_spans(text: str, words: Sequence[Words]) -> list[Span]:
    """Return the places of words and phrases in a text, in order, parted as the index parts them.

    Case and accents do not count; a phrase is one place.
    """
    phrases = [(tokens, one.is_prefix) for one in words if (tokens := [token for token, _ in _tokens(one.words)])]
    if not phrases:
        return []
    found = list(_tokens(text))
    first: dict[str, list[int]] = {}
    for number, (token, _) in enumerate(found):
        first.setdefault(token, []).append(number)
    spans = {span for phrase, is_prefix in phrases for span in _places(found, first, phrase, is_prefix=is_prefix)}
    return sorted(spans, key=lambda span: (span.start, span.end))


def snippet_of(marked: str, place: str = "") -> Snippet:
    """Return the part of a marked text with most of the words, in one line; ``place`` says where the text stands."""
    text, spans = _unmarked(marked)
    here = _densest(text, spans)
    first = here[0].start
    begin = max(0, first - _BEFORE)
    begin = text.find(" ", begin, first) + 1 or first if begin else 0
    lead = (f"{place}: " if place else "") + ("…" if begin else "")
    shown = re.sub(r"\s", " ", text[begin : max(begin + _SNIPPET, here[0].end)])
    shift = len(lead) - begin
    return Snippet(lead + shown, tuple((one.start + shift, one.end + shift) for one in here))


def _unmarked(marked: str) -> tuple[str, list[Span]]:
    text, spans = "", []
    for number, part in enumerate(re.split(f"[{BEGIN}{END}]", marked)):
        if number % 2:
            spans.append(Span(len(text), len(text) + len(part)))
        text += part
    return text, spans


def _densest(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the places nearest together that have most of the different words, then most places; the first of such."""
    words = [span.of(text).casefold() for span in spans]
    best, most, last = range(1), (0, 0), 0
    for first, span in enumerate(spans):
        while last < len(spans) and spans[last].end <= span.start + _SNIPPET - _BEFORE:
            last += 1
        has = (len(set(words[first:last])), last - first)
        if has > most:
            best, most = range(first, last), has
    return [spans[number] for number in best]


def _places(
    found: list[tuple[str, Span]], first: dict[str, list[int]], phrase: list[str], *, is_prefix: bool
) -> Iterable[Span]:
    *before, last = phrase
    begins = first.get(phrase[0], []) if before or not is_prefix else None
    for start in range(len(found)) if begins is None else begins:
        here = [token for token, _ in found[start : start + len(phrase)]]
        ends = len(here) == len(phrase) and (here[-1].startswith(last) if is_prefix else here[-1] == last)
        if ends and here[:-1] == before:
            yield Span(found[start][1].start, found[start + len(phrase) - 1][1].end)


def _tokens(text: str) -> Iterable[tuple[str, Span]]:
    for match in _TOKEN.finditer(text):
        token = match[0].lower()
        if not token.isascii():
            token = "".join(c for c in unicodedata.normalize("NFD", token) if not unicodedata.combining(c))
        yield token, Span(*match.span())
