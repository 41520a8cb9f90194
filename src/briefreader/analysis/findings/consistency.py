"""Whether an article's claims fit one another: order in time, delays against dates, and sums."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from briefreader.analysis.text.placed import standing_in
from briefreader.model.citation import Citation
from briefreader.model.claim import Claim, Quantity
from briefreader.model.date_mention import DateMention
from briefreader.model.document import Document
from briefreader.model.finding import Finding, Rule
from briefreader.model.interval import Interval
from briefreader.model.span import Span

_FOLLOWED = re.compile(
    r"^(?:The|This|That|It|These)\s?(?:[\w-]+\s){0,3}?(?:followed|follows|came after|comes after"
    r"|was triggered by|was prompted by|resulted from|(?:came|was|is) (?:in"
    r"|a) (?:direct )?(?:response|reaction|consequence|result)"
    r" (?:to|of))\b"
)
_DELAY = re.compile(r"\b(?:delay(?:s|ed|ing)?|postpon\w+|push(?:ed|es)? back|set back|slip(?:s|ped)?|late)\b")
_LAUNCH = frozenset(
    "release launch rollout shipment delivery opening debut start model product plant service trial".split()
)
_AMOUNT = r"[€$£¥A-Z]{0,4}\s?\d[\d,]*(?:\.\d+)?\s?(?:million|billion|trillion|bn|mn|m|b|tonnes|units|points)?"
_PERCENT = r"(?P<percent>\d+(?:\.\d+)?)\s?(?:%|percent\b|per cent\b|pc\b)(?![\s-]points?)"
_FROM_TO = re.compile(
    rf"{_PERCENT}[^.;()]{{0,16}}?,? from (?P<old>{_AMOUNT}) to (?P<new>{_AMOUNT})(?![\d.])"
    rf"|{_PERCENT.replace('percent>', 'percent2>')}[^.;()]{{0,16}}?,? to (?P<new2>{_AMOUNT}),? from"
    rf" (?P<old2>{_AMOUNT})(?![\d.])"
    rf"|(?:rose|grew|increased|climbed|jumped|fell|declined|decreased|dropped|slipped"
    rf"|went) from (?P<old3>{_AMOUNT}) to (?P<new3>{_AMOUNT})"
    rf"[^.;()]{{0,40}}?,? (?:an? (?:\w+ )?(?:drop|fall|decline|rise|increase|gain|jump|decrease) of|up|down"
    rf"|or) {_PERCENT.replace('percent>', 'percent3>')}"
)
_SHARE = re.compile(
    rf"[Oo]f (?:the |its |all )?(?P<all>\d[\d,]*) [a-z]+(?: [a-z]+)?, (?P<part>\d[\d,]*),? or {_PERCENT}"
)
_SCALES = {"million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12}
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[A-Za-z][\w’'-]{2,}")
_STOP = frozenset(
    "the and for with that this from its has have was were will would could about into over than their "
    "which next major latest date by more most new".split()
)
_DAYS_IN_MONTH = 30
_TOLERANCE = 1.5
_SHARED_WORDS = 2
_MOST_DATED = 40
"""More dated forecasts than an article holds: a limit on work for hostile texts."""


def find_inconsistencies(
    document: Document, claims: tuple[Claim, ...], citations: tuple[Citation, ...], dates: tuple[DateMention, ...]
) -> Iterator[Finding]:
    """Yield what does not fit, each with both places; ``dates`` are those outside citations."""
    yield from _out_of_order(document.text, claims, dates)
    yield from _delays_against_dates(document.text, claims, citations)
    yield from _wrong_sums(document.text, claims)


def _finding(rule: Rule, message: str, span: Span, other: Span) -> Finding:
    return Finding(rule=rule, severity="warn", message=message, span=span, other=other)


def _out_of_order(text: str, claims: tuple[Claim, ...], dates: tuple[DateMention, ...]) -> Iterator[Finding]:
    """Yield claims that say that something followed what happened later."""
    for before, claim in pairwise(claims):
        if not _FOLLOWED.match(claim.span.of(text)):
            continue
        effect = _outside_citations(before, dates)
        cause = _outside_citations(claim, dates)
        if (
            effect
            and cause
            and effect.interval.last
            and cause.interval.first
            and cause.interval.first > effect.interval.last
        ):
            message = f"is said to follow an event dated {cause.span.of(text)}, but is dated {effect.span.of(text)}"
            yield _finding("CHRONOLOGY", message, claim.span, before.span)


def _outside_citations(claim: Claim, dates: tuple[DateMention, ...]) -> DateMention | None:
    inside = [mention for mention in standing_in(dates, claim.span) if mention.basis != "reference"]
    scope = [m for m in inside if not claim.support or any(s.scope.contains(m.span) for s in claim.support)]
    return scope[0] if scope else None


def _delays_against_dates(text: str, claims: tuple[Claim, ...], citations: tuple[Citation, ...]) -> Iterator[Finding]:
    """Yield pairs of which one delays by months what the other dates within them."""
    dated = [claim for claim in claims if claim.horizon and claim.horizon.first and claim.horizon.last][:_MOST_DATED]
    last_day = _latest(citation.date for citation in citations)
    for claim in claims:
        delay = next((q for q in claim.quantities if q.kind == "duration" and q.unit in ("month", "year")), None)
        if delay is None or not _DELAY.search(claim.span.of(text)):
            continue
        start = _latest(citations[place].date for place in claim.citations) or last_day
        for other in dated:
            shared = _content(text, claim) & _content(text, other)
            enough = len(shared) >= _SHARED_WORDS and bool(shared & _LAUNCH)
            if other is not claim and enough and start and _is_sooner(other, start, delay):
                message = f"a delay of {delay.span.of(text)} does not match a date of {other.span.of(text)[:60]}"
                yield _finding("INTERNAL_CONFLICT", message, claim.span, other.span)
                break


def _latest(days: Iterable[Interval | None]) -> date | None:
    """Return the day from which a delay counts: the latest that is cited; None when none is."""
    return max((interval.last for interval in days if interval and interval.last), default=None)


def _is_sooner(other: Claim, start: date, delay: Quantity) -> bool:
    due = other.horizon.last if other.horizon else None
    days = delay.low * (12 if delay.unit == "year" else 1) * _DAYS_IN_MONTH
    return due is not None and (due - start).days < days


def _content(text: str, claim: Claim) -> set[str]:
    words = {word.lower().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(claim.span.of(text))}
    return {word.removesuffix("s") if len(word) > len("gpus") else word for word in words} - _STOP


def _wrong_sums(text: str, claims: tuple[Claim, ...]) -> Iterator[Finding]:
    """Yield rises and falls whose percentage does not follow from the two amounts that are given."""
    for claim in claims:
        if not any(quantity.unit == "%" for quantity in claim.quantities):
            continue
        words = claim.span.of(text)
        changed = _FROM_TO.search(words) if "from " in words and " to " in words else None
        shared = _SHARE.search(words) if "f " in words and "or " in words else None
        for match in (changed, shared):
            sums = _sums(match) if match else None
            if match and sums and abs(sums[0] - sums[1]) > max(_TOLERANCE, sums[0] * 0.1):
                span = Span(claim.span.start + match.start(), claim.span.start + match.end())
                message = f"says {sums[0]:g}%, but the amounts give {sums[1]:.1f}%"
                yield _finding("ARITHMETIC", message, claim.span, span)


def _sums(match: re.Match[str]) -> tuple[float, float] | None:
    """Return the percentage that is said and the one that the amounts make."""
    groups = match.groupdict()
    said = float(next(groups[name] for name in ("percent", "percent2", "percent3") if groups.get(name)))
    if "all" in groups:
        whole = _number(groups["all"])
        return (said, 100 * _number(groups["part"]) / whole) if whole else None
    old = next(groups[name] for name in ("old", "old2", "old3") if groups[name])
    new = next(groups[name] for name in ("new", "new2", "new3") if groups[name])
    if _YEAR.fullmatch(old.strip(" ,")) and _YEAR.fullmatch(new.strip(" ,")):
        return None  # a rate over a stretch of years
    first, last = _number(old), _number(new)
    if first <= 0 or max(first, last) > 50 * min(first, last):
        return None  # the scales differ, one of them unsaid
    return said, 100 * abs(last - first) / first


def _number(words: str) -> float:
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    value = float(digits[0].replace(",", "")) if digits else 0.0
    scale = re.search(r"[a-z]+$", words.strip())
    return value * _SCALES.get(scale[0] if scale else "", 1)
