"""The sentences of a document that may assert something, each with what is around it and in it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from briefreader.analysis.claims.unit_features import WIDE, Unit, tokens_of
from briefreader.analysis.roles.role_words import SOURCE_LABEL, SOURCE_LINE
from briefreader.analysis.roles.roles import PROSE, BlockRole, Roles
from briefreader.analysis.text.placed import InOrder
from briefreader.analysis.text.sentences import find_sentences
from briefreader.model.citation import Citation
from briefreader.model.claim import Quantity
from briefreader.model.date_mention import DateMention
from briefreader.model.document import Block, Role
from briefreader.model.interval import Interval
from briefreader.model.span import Span

_CLAIMLESS: frozenset[Role] = frozenset({"title", "furniture", "provenance", "key_terms", "mentions"})
_ROLES: frozenset[BlockRole] = PROSE | {"disclaimer"}
_LABELLED_LINE = re.compile(
    rf"^(?:(?P<source>[*_]*(?i:{SOURCE_LABEL})\s?[:：][^\n]*)|[A-Z][\w’'&/ ()-]{{1,40}}:\s)", re.MULTILINE
)
_FEWEST_WORDS = 4
_FEWEST_WIDE = 6
"""So many characters of a language without spaces are as much."""
_SHORT_WORD = 3
_START = attrgetter("span.start")
_FEWEST_SHARED = 3


class Facts(NamedTuple):
    """What the other extractors found, each kind in the order of the text."""

    citations: InOrder[Citation]
    dates: InOrder[DateMention]
    quantities: InOrder[Quantity]
    reference: date
    """The day of reading."""


class _Place(NamedTuple):
    span: Span
    words: str
    block: int
    number: int
    of: int


def find_units(roles: Roles, facts: Facts) -> Iterator[Unit]:
    """Yield what may be a claim, in order: the sentences of paragraphs and list items, and the cells of tables."""
    places = [*_places(roles)]
    counts = Counter(place.words for place in places)
    tokens = [tokens_of(place.words) for place in places]
    long_words = [frozenset([token for token in each if len(token) > _SHORT_WORD]) for each in tokens]
    linked, strong = (_Styled(roles, style) for style in ("link", "strong"))
    for number, place in enumerate(places):
        block, span = roles.document.blocks[place.block], place.span
        cited = facts.citations.standing_in(span)
        counted = facts.quantities.standing_in(span)
        following = long_words[number + 1] if number + 1 < len(places) else frozenset[str]()
        yield Unit(
            span=span,
            words=place.words,
            tokens=tokens[number],
            role="paragraph" if roles.roles[place.block] in ("lead", "title") else roles.roles[place.block],
            section=block.role,
            number=place.number,
            of=place.of,
            before=roles.roles[place.block - 1] if place.block else "rule",
            after=roles.roles[place.block + 1] if place.block + 1 < len(roles.roles) else "rule",
            linked=linked.share_of(span),
            strong=strong.share_of(span),
            is_quote=bool(block.quote),
            forms=frozenset(citation.form for citation in cited),
            cited=_share(span, {citation.span for citation in cited}),
            tenses=frozenset(
                _tense(one.interval, facts.reference)
                for one in facts.dates.standing_in(span)
                if not _within(one.span, cited)
            ),
            amounts=frozenset(one.kind for one in counted),
            counted=len(counted),
            repeats=counts[place.words],
            shared=_shared(long_words[number], following),
        )


def _places(roles: Roles) -> Iterator[_Place]:
    document = roles.document
    is_all = len(document.blocks) == 1  # a text of one line is its own title, and all that is said
    for number, (block, role) in enumerate(roles):
        is_prose = role in _ROLES and block.role not in _CLAIMLESS and block.kind in ("paragraph", "item", "table")
        if is_prose or is_all:
            spans = [
                span
                for start, end in _parts(document.text, block)
                for span in find_sentences(document.text, start, end)
            ]
            for place, span in enumerate(spans):
                words = span.of(document.text)
                if _has_words(words):
                    yield _Place(span, words, number, place, len(spans))


def _has_words(words: str) -> bool:
    """Tell whether a unit has words enough to assert something, and is no line of sources and no announcement."""
    fewest = _FEWEST_WORDS - words.endswith((".", "!"))
    enough = len(words.split(maxsplit=fewest)) >= fewest or len(WIDE.findall(words)) >= _FEWEST_WIDE
    return enough and not words.endswith((":", "：")) and not SOURCE_LINE.match(words)


def _parts(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Yield what is cut into sentences: cells, or lines that begin with a label; lines of sources are left out."""
    if block.kind == "table":
        yield from (cell for row in block.rows[1:] for cell in row)
        return
    start = block.start
    for line in _LABELLED_LINE.finditer(text, block.start, block.end) if "\n" in text[block.start : block.end] else ():
        yield start, line.start()
        start = line.end() if line["source"] else line.start()
    yield start, block.end


def _within(span: Span, cited: Sequence[Citation]) -> bool:
    """Tell whether a date belongs to one of the citations, which are in order."""
    place = bisect_right(cited, span.start, key=_START) - 1
    return place >= 0 and cited[place].span.contains(span)


def _tense(interval: Interval, reference: date) -> str:
    if interval.last and interval.last < reference:
        return "past"
    return "future" if interval.first and interval.first > reference else "now"


def _shared(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / len(words) if len(words) >= _FEWEST_SHARED else 0.0


def _share(span: Span, others: Collection[Span]) -> float:
    """Return how much of a span others take up."""
    if not others:
        return 0.0
    held = sum([max(0, min(span.end, other.end) - max(span.start, other.start)) for other in others])
    return held / max(1, span.end - span.start)


class _Styled:
    """Where text is set apart in one way."""

    def __init__(self, roles: Roles, style: str) -> None:
        self._spans = sorted(inline.span for inline in roles.document.inlines if inline.style == style)
        self._ends = [span.end for span in self._spans]

    def share_of(self, span: Span) -> float:
        """Return how much of a span is set so."""
        first = bisect_left(self._ends, span.start + 1)
        last = first
        while last < len(self._spans) and self._spans[last].start < span.end:
            last += 1
        return _share(span, self._spans[first:last])
