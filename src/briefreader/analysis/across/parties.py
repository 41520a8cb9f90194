"""Whom claims are about: the companies, products and bodies that an article names, and how names are compared."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefreader.analysis.across.statement_words import AFTER_PLACE, BEFORE_PLACE, SURNAMES_OF_FIRMS
from briefreader.analysis.names.gazetteer import family_of
from briefreader.analysis.text.placed import InOrder
from briefreader.analysis.text.words import counted
from briefreader.model.analysis import Analysis, Entity
from briefreader.model.document import Document
from briefreader.model.span import Span

_KINDS = frozenset({"company", "product", "organisation", "regulator"})
_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"[^\w&+. -]")
"""What is left out of names that are compared."""
_CLOSE = 30
_BEFORE_A_PLACE = ("in ", "at ", "near ", "from ", "outside ", "the ")
"""How what :data:`BEFORE_PLACE` finds ends in small letters: a quick test before it."""
_IN_TITLE = 3
"""How often a name in the title counts towards what an article is about."""


@lru_cache(maxsize=1 << 12)
def fold_party(name: str) -> str:
    """Return a name as it is compared: ``Halden Compute`` and ``Halden`` are one."""
    words = _SIGNS.sub("", name.casefold()).replace("\u2011", "-").split()
    while len(words) > 1 and words[-1].strip(".") in SURNAMES_OF_FIRMS:
        words.pop()
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where somebody is named."""

    span: Span
    name: str
    """Folded."""
    usual: str
    is_company: bool


class Parties:
    """Who is named in an article outside its citations, and where."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        """Note all places; linear in the length of the article."""
        text, title = document.text, _title_of(document, analysis)
        mentions = _mentions(text, title, analysis)
        self._in_order = InOrder(mentions)
        self._companies = [mention for mention in mentions if mention.is_company]
        self._starts = [mention.span.start for mention in self._companies]
        self._usual = {mention.name: mention.usual for mention in mentions}
        self.subject = _subject(text, title, self._companies)
        """The company that the article speaks of most; None where it names none."""

    def named_in(self, span: Span) -> tuple[Mention, ...]:
        """Return who is named in a claim, in the order of the text."""
        return self._in_order.standing_in(span)

    def company_before(self, at: int) -> str | None:
        """Return the company that is named last before a place, or else the article's subject."""
        place = bisect_left(self._starts, at)
        return self._companies[place - 1].name if place else self.subject

    def is_of(self, one: str, other: str) -> bool:
        """Tell whether one is another's product, or its daughter."""
        return one != other and self._usual.get(other, other) in family_of(self._usual.get(one, one))


def _title_of(document: Document, analysis: Analysis) -> Span:
    """Return where the title stands, or the first claim of a text without one."""
    titles = (Span(one.start, one.end) for one in document.blocks if one.role == "title")
    return next(titles, analysis.claims[0].span if analysis.claims else Span(0, 1))


def _mentions(text: str, title: Span, analysis: Analysis) -> list[Mention]:
    companies = {
        fold_party(entity.name)
        for entity in analysis.entities
        if entity.kind == "company" or (entity.kind == "unknown" and _is_in_title(text, entity, title))
    }
    longer = {name.split()[0]: name for name in sorted(companies, reverse=True) if " " in name}
    is_cited = _Citations(analysis)
    found = [
        Mention(span, name, entity.name, name in companies)
        for entity in analysis.entities
        for folded in [fold_party(entity.name)]
        for name in [longer.get(folded, folded) if entity.kind == "unknown" else folded]
        for span in entity.spans
        if (entity.kind in _KINDS or (entity.kind == "unknown" and _can_be_party(text, name, span, companies)))
        and span not in is_cited
    ]
    return sorted(found, key=lambda mention: mention.span.start)


class _Citations:
    """The brackets that cite."""

    def __init__(self, analysis: Analysis) -> None:
        self._spans = sorted(
            (one.span for one in analysis.citations if one.form == "paren"), key=lambda span: span.start
        )
        self._starts = [span.start for span in self._spans]

    def __contains__(self, span: Span) -> bool:
        place = bisect_right(self._starts, span.start)
        return place > 0 and self._spans[place - 1].contains(span)


def _is_in_title(text: str, entity: Entity, title: Span) -> bool:
    """Tell whether something that is not known is what the article is about: named in its title, and after it."""
    first = entity.name.split()[0]
    return first in title.of(text) and any(span.start >= title.end for span in entity.spans)


def _can_be_party(text: str, name: str, span: Span, companies: Container[str]) -> bool:
    """Tell whether what is not known can have done something: it is in the title, or one word; and no place here."""
    if name not in companies and len(name.split()) != 1:
        return False
    before = text[max(0, span.start - _CLOSE) : span.start]
    is_place = AFTER_PLACE.match(text, span.end) or (before.endswith(_BEFORE_A_PLACE) and BEFORE_PLACE.search(before))
    return not is_place


def _subject(text: str, title: Span, companies: Sequence[Mention]) -> str | None:
    """Return the company that an article speaks of most, its title counting more."""
    words_of_title = title.of(text)
    firsts = {mention.name: mention.usual.split()[0] for mention in companies}
    words = counted(text, _WORD) if firsts else Counter[str]()
    counts = {name: words[first] + _IN_TITLE * (first in words_of_title) for name, first in firsts.items()}
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
