"""Put claims so that those of other articles can be held against them: what happened between whom, and figures of what.

Method: a lexicon of event families and metrics; parties are the companies and products that the claim names outside
its citations, and the article's subject. Words alone never make two claims the same: family and parties, or unit,
metric, party and period must be, because similarity of words finds one pair in five rightly at best (measured on 28
pairs against 11,535).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefreader.analysis.parties import Mention, Parties
from briefreader.analysis.placed import InOrder
from briefreader.analysis.statement_words import (
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
from briefreader.model.analysis import Analysis
from briefreader.model.claim import Claim, Quantity
from briefreader.model.date_mention import DateMention
from briefreader.model.document import Document
from briefreader.model.span import Span
from briefreader.model.statement import Modality, Statement

_FULL_PERIOD_DAYS = 88
_FEW = 8
"""So many periods and citations of one claim are looked at."""
_TOLERANCE = 0.02
"""How far about is from exact."""
_NEAR, _SO_FAR, _CLOSE = 60, 50, 30
"""Characters within which a metric's word counts a figure, and within which a word limits what is said."""
_THE_COMPANY_FIRST = re.compile(r"\W*(?:the (?:company|firm|group|start-?up)|it|its)\b", re.IGNORECASE)


def find_statements(document: Document, analysis: Analysis) -> tuple[Statement, ...]:
    """Return what the claims say that can be compared, in the order of the claims; each thing once a claim."""
    parties, dates = Parties(document.text, analysis), InOrder(analysis.dates)
    found: dict[tuple[int, str, float | None, float | None], Statement] = {}
    for number, claim in enumerate(analysis.claims):
        if claim.type == "question":
            continue
        cited = tuple(analysis.citations[place].span for place in claim.citations)
        periods = tuple(_periods(dates.standing_in(claim.span), cited)) if claim.quantities else ()
        said = _Said(document.text, number, claim, parties, periods)
        for one in (*_events(said), *_figures(said)):
            found.setdefault((one.claim, one.key, one.low, one.high), one)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with what is known of it."""

    text: str
    number: int
    claim: Claim
    parties: Parties
    periods: tuple[tuple[Span, str], ...]
    """The quarters, halves and years that it names, and where."""

    @property
    def named(self) -> tuple[Mention, ...]:
        """Who and what it names."""
        return self.parties.named_in(self.claim.span)

    @property
    def words(self) -> str:
        return self.claim.span.of(self.text)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mention.name for mention in self.named))

    def around(self, at: int, before: int, after: int = 0) -> str:
        """Return the words before and after a place, none of another claim."""
        span = self.claim.span
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
    for match in EVENT.finditer(said.words):
        family = str(match.lastgroup).replace("_", " ")
        at = said.claim.span.start + match.start()
        if family in OF_TWO:
            yield from _between_two(said, family, at)
        else:
            yield from _to_one(said, family, match[0], at)


def _between_two(said: _Said, family: str, at: int) -> Iterator[Statement]:
    """Yield a statement for the doer, named first or else the article's subject, and each other that is named."""
    before = [mention.name for mention in said.named if mention.is_company and mention.span.start < at]
    doer = said.parties.subject if _THE_COMPANY_FIRST.match(said.words) or not before else before[0]
    names = said.names
    if family in WITH_A_PRODUCT:
        names = tuple(name for name in names if not any(said.parties.is_of(other, name) for other in names))
    for other in names:
        if doer and other != doer and not said.parties.is_of(doer, other) and not said.parties.is_of(other, doer):
            is_exclusive = family in OF_MANY and EXCLUSIVE.search(said.around(at, _CLOSE, _CLOSE)) is not None
            yield _statement(said, at, family, (doer, other), receivers=_receivers(said, at), is_exclusive=is_exclusive)


def _to_one(said: _Said, family: str, words: str, at: int) -> Iterator[Statement]:
    """Yield a statement on the nearest that is named, or for "the company" on the company named last before."""
    if family == "own supply":
        yield from (_statement(said, at, family, (name,)) for name in said.names)
        return
    year = FOUNDED_IN.search(said.words) if family == "found" else None
    value = float(year[1]) if year else None
    party = _party_at(said, words, at)
    if party and (family != "found" or value):
        yield _statement(said, at, family, (party,), low=value, high=value)


def _party_at(said: _Said, words: str, at: int) -> str | None:
    companies = [mention for mention in said.named if mention.is_company]
    if THE_COMPANY.search(words) or not companies:
        return said.parties.company_before(at)
    return min(companies, key=lambda mention: abs(mention.span.start - at)).name


def _receivers(said: _Said, at: int) -> tuple[str, ...]:
    to = TO.search(said.text, at, said.claim.span.end)
    return tuple(sorted({mention.name for mention in said.named if to and mention.span.start > to.start()}))


# Figures


def _figures(said: _Said) -> Iterator[Statement]:
    if said.claim.type == "opinion":
        return
    for quantity in said.claim.quantities:
        family = _counted(said, quantity)
        if family:
            low, high = _ends(quantity, falls=_falls(said, quantity))
            at = quantity.span.start
            is_scoped = SCOPED.search(said.around(at, _CLOSE)) is not None
            for party in dict.fromkeys([*(m.name for m in said.named if m.is_company), said.parties.subject]):
                if party:
                    about = {"period": _period(said, quantity), "low": low, "high": high, "is_scoped": is_scoped}
                    yield _statement(said, at, family, (party,), **about)


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
    if "." in text[quantity.span.start - 1 : quantity.span.start + 1]:
        return None
    if quantity.unit not in PEOPLE:
        return f"count in {quantity.unit.casefold()}"
    if WHO_KNOW.match(text, quantity.span.end):
        return None
    return f"{'departures' if metric == 'departures' else 'team'} in people"


def _metric(said: _Said, quantity: Quantity) -> str | None:
    """Return what the nearest word before or after a figure says that it counts."""
    first = max(said.claim.span.start, quantity.span.start - _NEAR)
    last = min(said.claim.span.end, quantity.span.end + _NEAR)
    found = [
        (min(abs(match.start() - quantity.span.end), abs(quantity.span.start - match.end())), str(match.lastgroup))
        for match in METRIC.finditer(said.text, first, last)
    ]
    return min(found)[1].replace("_", " ") if found else None


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
    return Statement(
        claim=said.number, family=family, parties=tuple(sorted(parties)), modality=said.modality(at), **more
    )
