"""Put what an article says so that other articles can be held against it: what happened between whom, and figures.

Method: a lexicon of event families and metrics; parties are the companies and products that the claim names outside
its citations, and the article's subject. Words alone never make two claims the same: family and parties, or unit,
metric, party and period must be, because similarity of words finds one pair in five rightly at best (measured on 28
pairs against 11,535).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from operator import itemgetter
from typing import Any, NamedTuple

from briefreader.analysis.across.parties import Mention, Parties
from briefreader.analysis.across.statement_words import (
    ANNOUNCED,
    EVENT,
    EXCLUSIVE,
    FALLS,
    FOUNDED_IN,
    METRIC,
    OF_MANY,
    OF_SHARES,
    OF_TWO,
    PEOPLE,
    PLANNED,
    REPORTED,
    SCOPED,
    THE_COMPANY,
    TO,
    WHO_KNOW,
    WITH_A_PRODUCT,
)
from briefreader.analysis.amounts.binding_words import NO_NOUNS, NUMBER_OF, ON_DAY, SAME_WORDS, STOPS
from briefreader.analysis.amounts.bindings import bind
from briefreader.analysis.amounts.named_figures import find_named
from briefreader.analysis.text.placed import InOrder
from briefreader.model.analysis import Analysis
from briefreader.model.claim import Claim, Quantity
from briefreader.model.date_mention import DateMention
from briefreader.model.document import Document
from briefreader.model.span import Span
from briefreader.model.statement import Modality, Statement

_FULL_PERIOD_DAYS = 88
_FEW = 8
"""So many periods and citations of one claim are looked at."""
_OWN_SUPPLY = "own supply"
_OF_ALL_NAMED = OF_TWO | {_OWN_SUPPLY}
_MOST_PARTIES, _MOST_COMPANIES, _MOST_FIGURES = 40, 12, 60
"""So many of those that one claim names are looked at; more are a limit on work for hostile texts."""
_TOLERANCE = 0.02
"""How far about is from exact."""
_NEAR, _SO_FAR, _CLOSE = 60, 50, 30
"""Characters within which a metric's word counts a figure, and within which a word limits what is said."""
_FIRST_CLAIMS, _OPENING_WORDS = 8, 12
"""So many claims at the beginning are looked at for copies, each by so many words."""
_THE_COMPANY_FIRST = re.compile(r"\W*(?:the (?:company|firm|group|start-?up)|it|its)\b", re.IGNORECASE)


class Sentence(NamedTuple):
    """A sentence that is no question, with the quantities in it that are no part of a date or a citation."""

    span: Span
    quantities: tuple[Quantity, ...]


def find_statements(document: Document, analysis: Analysis, sentences: Iterable[Sentence]) -> tuple[Statement, ...]:
    """Return what can be compared, in the order of the text; each thing once a sentence.

    Figures and days that name no party are taken from all sentences, what parties do or have from claims only.
    """
    parties, dates = Parties(document, analysis), InOrder(analysis.dates)
    claims = {claim.span: claim for claim in analysis.claims if claim.type != "question"}
    found: dict[tuple[Span, str, float | None, float | None], Statement] = {}
    for sentence in sentences:
        claim = claims.get(sentence.span)
        cited = tuple(analysis.citations[place].span for place in claim.citations) if claim else ()
        periods = tuple(_periods(dates.standing_in(sentence.span), cited)) if claim and sentence.quantities else ()
        said = _Said(document.text, sentence.span, sentence.quantities, parties, periods)
        if claim:
            _keep(found, _events(said))
        if claim and claim.type != "opinion":
            _keep(found, _figures(said))
        _keep(found, (*_of_matter(said), *_on_days(said, dates)))
    _keep(found, _first_words(document.text, analysis.claims))
    return tuple(_own_numbers(found.values()))


def _keep(
    found: dict[tuple[Span, str, float | None, float | None], Statement], statements: Iterable[Statement]
) -> None:
    for one in statements:
        found.setdefault((one.span, one.key, one.low, one.high), one)


def _own_numbers(stated: Iterable[Statement]) -> Iterator[Statement]:
    """Yield statements, of documents with a number only the one named first: an order cites many, and has one."""
    first: dict[str, float | None] = {}
    for one in stated:
        if not one.family.startswith(NUMBER_OF) or first.setdefault(one.family, one.low) == one.low:
            yield one


@dataclass(frozen=True)  # no slots: what is looked up again and again is kept
class _Said:
    """A sentence with what is known of it."""

    text: str
    span: Span
    quantities: tuple[Quantity, ...]
    parties: Parties
    periods: tuple[tuple[Span, str], ...]
    """The quarters, halves and years that it names, and where."""

    @cached_property
    def words(self) -> str:
        return self.span.of(self.text)

    @cached_property
    def companies(self) -> tuple[Mention, ...]:
        """The companies that it names, in the order of the text."""
        return tuple(mention for mention in self.parties.named_in(self.span) if mention.is_company)

    @cached_property
    def names(self) -> dict[str, int]:
        """Who and what it names, in the order of the text, and where the last mention begins."""
        last = {mention.name: mention.span.start for mention in self.parties.named_in(self.span)}
        return dict(islice(last.items(), _MOST_PARTIES))

    @cached_property
    def doers(self) -> tuple[str, ...]:
        """The companies that its figures can be of: those that it names, and the article's subject."""
        named = dict.fromkeys(mention.name for mention in self.companies)
        subject = self.parties.subject
        return tuple(dict.fromkeys([*islice(named, _MOST_COMPANIES), *([subject] if subject else [])]))

    @cached_property
    def begins_with_the_company(self) -> bool:
        return _THE_COMPANY_FIRST.match(self.words) is not None

    def doer_at(self, at: int) -> str | None:
        """Return who does what is said at a place: the company named first, or else the article's subject."""
        first = self.companies[0] if self.companies and self.companies[0].span.start < at else None
        return self.parties.subject if first is None or self.begins_with_the_company else first.name

    @cached_property
    def founded_in(self) -> float | None:
        year = FOUNDED_IN.search(self.words)
        return float(year[1]) if year else None

    @cached_property
    def tos(self) -> list[int]:
        """Where it says "to", in the text."""
        return [match.start() for match in TO.finditer(self.text, self.span.start, self.span.end)]

    @cached_property
    def metrics(self) -> list[tuple[int, int, str]]:
        """Where the words begin and end that tell what figures count, and what that is."""
        found = METRIC.finditer(self.text, self.span.start, self.span.end)
        return [(match.start(), match.end(), str(match.lastgroup).replace("_", " ")) for match in found]

    def around(self, at: int, before: int, after: int = 0) -> str:
        """Return the words before and after a place, none of another claim."""
        span = self.span
        return self.text[max(span.start, at - before) : min(span.end, at + after)]

    def modality(self, at: int) -> Modality:
        """Return how sure what is said at a place is said to be."""
        words = self.around(at, _SO_FAR, _CLOSE)
        if PLANNED.search(words):
            return "planned"
        if REPORTED.search(words):
            return "reported"
        return "announced" if ANNOUNCED.search(words) else "done"


# What happened


def _events(said: _Said) -> Iterator[Statement]:
    told: set[tuple[str, str | None]] = set()
    for match in EVENT.finditer(said.words):
        family = str(match.lastgroup).replace("_", " ")
        at = said.span.start + match.start()
        doer = said.doer_at(at) if family in OF_TWO else None
        if family in _OF_ALL_NAMED:
            if (family, doer) not in told:  # said again, it is of the same names
                yield from _of_all_named(said, family, at, doer)
            told.add((family, doer))
        else:
            yield from _to_one(said, family, match[0], at)


def _of_all_named(said: _Said, family: str, at: int, doer: str | None) -> Iterator[Statement]:
    """Yield a statement for the doer and each other that is named, or for each alone where nobody does it."""
    if family == _OWN_SUPPLY:
        yield from (_statement(said, at, family, (name,)) for name in said.names)
        return
    names = tuple(said.names)
    if family in WITH_A_PRODUCT:
        names = tuple(name for name in names if not any(said.parties.is_of(other, name) for other in names))
    for other in names:
        if doer and other != doer and not said.parties.is_of(doer, other) and not said.parties.is_of(other, doer):
            is_exclusive = family in OF_MANY and EXCLUSIVE.search(said.around(at, _CLOSE, _CLOSE)) is not None
            yield _statement(said, at, family, (doer, other), receivers=_receivers(said, at), is_exclusive=is_exclusive)


def _to_one(said: _Said, family: str, words: str, at: int) -> Iterator[Statement]:
    """Yield a statement on the nearest that is named, or for "the company" on the company named last before."""
    value = said.founded_in if family == "found" else None
    party = _party_at(said, words, at)
    if party and (family != "found" or value):
        yield _statement(said, at, family, (party,), low=value, high=value)


def _party_at(said: _Said, words: str, at: int) -> str | None:
    if THE_COMPANY.search(words) or not said.companies:
        return said.parties.company_before(at)
    place = bisect_left(said.companies, at, key=lambda mention: mention.span.start)
    return min(said.companies[max(0, place - 1) : place + 1], key=lambda mention: abs(mention.span.start - at)).name


def _receivers(said: _Said, at: int) -> tuple[str, ...]:
    place = bisect_left(said.tos, at)
    if place == len(said.tos):
        return ()
    return tuple(sorted(name for name, last in said.names.items() if last > said.tos[place]))


# Figures


def _figures(said: _Said) -> Iterator[Statement]:
    for quantity in said.quantities[:_MOST_FIGURES]:
        family = _counted(said, quantity)
        if family:
            low, high = _ends(quantity, falls=_falls(said, quantity))
            at = quantity.span.start
            is_scoped = SCOPED.search(said.around(at, _CLOSE)) is not None
            for party in said.doers:
                about = {"period": _period(said, quantity), "low": low, "high": high, "is_scoped": is_scoped}
                yield _statement(said, at, family, (party,), **about)


# Figures and days that are only compared between articles on one matter


def _of_matter(said: _Said) -> Iterator[Statement]:
    for one in (*bind(said.text, said.span, said.quantities), *find_named(said.text, said.span)):
        yield Statement(
            span=said.span,
            family=f"{one.what} in {one.unit}" if one.unit else one.what,
            parties=(),
            receivers=_subjects(said, one.span.start),
            low=one.low,
            high=one.high,
            modality=said.modality(one.span.start),
            limits=one.limits,
            kinds=one.kinds,
            words=one.words,
        )


def _subjects(said: _Said, at: int) -> tuple[str, ...]:
    """Return the companies that a claim names before a place."""
    return tuple(sorted({mention.name for mention in said.companies[:_MOST_COMPANIES] if mention.span.start < at}))


def _on_days(said: _Said, dates: InOrder[DateMention]) -> Iterator[Statement]:
    """Yield the days that a claim names in full."""
    for mention in dates.standing_in(said.span)[:_FEW]:
        day = mention.interval.first
        if day and day == mention.interval.last and mention.basis == "absolute":
            yield Statement(span=said.span, family=f"{ON_DAY}{day.isoformat()}", parties=())


def _first_words(text: str, claims: Sequence[Claim]) -> Iterator[Statement]:
    """Yield how an article begins, by which its copies are known."""
    for claim in claims[:_FIRST_CLAIMS]:
        words = claim.span.of(text).split()
        if len(words) >= _OPENING_WORDS:
            opening = " ".join(words[:_OPENING_WORDS])
            yield Statement(span=claim.span, family=f"{SAME_WORDS}“{opening}…”", parties=())


def _counted(said: _Said, quantity: Quantity) -> str | None:
    """Return what a figure counts, and in what; None where that cannot be told."""
    metric = _metric(said, quantity)
    if quantity.kind == "count":
        return _things(said.text, quantity, metric)
    if quantity.kind == "duration":
        return f"delay in {quantity.unit}" if metric == "delay" else None
    if quantity.kind == "percent" and metric not in OF_SHARES:
        return None
    return f"{metric} in {quantity.unit}" if metric else None


def _things(text: str, quantity: Quantity, metric: str | None) -> str | None:
    """Return what is counted one by one; None for a version, such as 5.2.1, and for people who are sources."""
    if "." in text[quantity.span.start - 1 : quantity.span.start + 1] or quantity.unit.casefold() in NO_NOUNS | STOPS:
        return None
    if quantity.unit not in PEOPLE:
        return f"count in {quantity.unit.casefold()}"
    if WHO_KNOW.match(text, quantity.span.end):
        return None
    return f"{'departures' if metric == 'departures' else 'team'} in people"


def _metric(said: _Said, quantity: Quantity) -> str | None:
    """Return what the nearest word before or after a figure says that it counts."""
    first = bisect_left(said.metrics, quantity.span.start - _NEAR, key=itemgetter(0))
    near = takewhile(lambda metric: metric[1] <= quantity.span.end + _NEAR, islice(said.metrics, first, None))
    found = [
        (min(abs(start - quantity.span.end), abs(quantity.span.start - end)), metric) for start, end, metric in near
    ]
    return min(found)[1] if found else None


def _falls(said: _Said, quantity: Quantity) -> bool:
    """Tell whether a percentage is one by which something has become less."""
    return quantity.kind == "percent" and FALLS.search(said.around(quantity.span.start, _CLOSE)) is not None


def _ends(quantity: Quantity, *, falls: bool) -> tuple[float | None, float | None]:
    if quantity.comparator in ("<", "<="):
        return None, quantity.high
    if quantity.comparator in (">", ">="):
        return quantity.low, None
    about = _TOLERANCE if quantity.comparator == "~" else 0.0
    low, high = quantity.low * (1 - about), quantity.high * (1 + about)
    return (-high, -low) if falls else (low, high)


def _period(said: _Said, quantity: Quantity) -> str:
    """Return the quarter, half or year that a figure is of; empty for none.

    Of what is counted it must stand beside the figure, because a hall finished in 2024 is not counted for 2024.
    """
    if quantity.kind != "count":
        return said.periods[0][1] if said.periods else ""
    return next((period for span, period in said.periods[:_FEW] if _is_beside(said.text, quantity.span, span)), "")


def _is_beside(text: str, one: Span, other: Span) -> bool:
    between = Span(*sorted((one.end, other.start))).of(text)
    return len(between) <= _NEAR and not re.search("[,;(—]", between)


def _periods(dates: Sequence[DateMention], cited: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Yield the whole quarters, halves and years that a claim names outside its citations."""
    for mention in dates:
        first, last = mention.interval.first, mention.interval.last
        is_full = first and last and first.day == 1 and (last - first).days >= _FULL_PERIOD_DAYS
        if is_full and not any(span.contains(mention.span) for span in cited[:_FEW]):
            yield mention.span, f"{first}/{last}"


def _statement(said: _Said, at: int, family: str, parties: tuple[str, ...], **more: Any) -> Statement:  # noqa: ANN401 - its fields
    return Statement(span=said.span, family=family, parties=tuple(sorted(parties)), modality=said.modality(at), **more)
