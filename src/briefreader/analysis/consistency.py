"""Whether an article's claims fit one another: order in time, delays against dates, and sums."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from briefreader.model.claim import Claim, Quantity
from briefreader.model.date_mention import DateMention
from briefreader.model.document import Document
from briefreader.model.finding import Finding, Rule
from briefreader.model.span import Span

_FOLLOWED = re.compile(
    r"^(?:The|This|That|It|These)\s?(?:[\w-]+\s){0,3}?(?:followed|follows|came after|comes after|was triggered by|was prompted by|resulted from)\b"
)
_DELAY = re.compile(r"\b(?:delay(?:s|ed|ing)?|postpon\w+|push(?:ed|es)? back|set back|slip(?:s|ped)?|late)\b")
_LAUNCH = frozenset("release launch rollout shipment delivery opening debut start model product plant service trial".split())
_RISE = re.compile(
    r"(?P<verb>rose|grew|increased|climbed|jumped|up|fell|declined|decreased|dropped|down|slipped|cut)\b[^.;()]{0,40}?(?P<percent>\d+(?:\.\d+)?)\s?(?:%|percent|per cent|pc)"
    r"[^.;()]{0,24}?(?:\bfrom\s(?P<a>[^.;()]{1,24}?\d)\s?(?P<sa>million|billion|trillion|mn|bn|m|b)?\s?\bto\s(?P<b>[^;()]{1,24}?\d)"
    r"|\bto\s(?P<b2>[^;()]{1,24}?\d)\s?(?P<sb2>million|billion|trillion|mn|bn|m|b)?\s?\bfrom\s(?P<a2>[^;()]{1,24}?\d))(?=\D|$)"
)
_WORD = re.compile(r"[A-Za-z][\w’'-]{2,}")
_STOP = frozenset("the and for with that this from its has have was were will would could about into over than their which next major latest date by more most new".split())
_DAYS_IN_MONTH = 30
_TOLERANCE = 1.5
_SHARED_WORDS = 2


def find_inconsistencies(
    document: Document, claims: tuple[Claim, ...], dates: tuple[DateMention, ...]
) -> Iterator[Finding]:
    """Yield what does not fit, each with both places."""
    yield from _out_of_order(document.text, claims, dates)
    yield from _delays_against_dates(document.text, claims, dates)
    yield from _wrong_sums(document.text, claims)


def _finding(rule: Rule, message: str, span: Span, other: Span) -> Finding:
    return Finding(rule=rule, severity="warn", message=message, span=span, other=other)


def _out_of_order(text: str, claims: tuple[Claim, ...], dates: tuple[DateMention, ...]) -> Iterator[Finding]:
    """Yield claims that say that something followed what happened later."""
    for before, claim in zip(claims, claims[1:], strict=False):
        if not _FOLLOWED.match(claim.span.of(text)):
            continue
        effect = _outside_citations(before, dates)
        cause = _outside_citations(claim, dates)
        if effect and cause and effect.interval.last and cause.interval.first and cause.interval.first > effect.interval.last:
            message = f"is said to have followed what is dated {cause.span.of(text)}, but is itself dated {effect.span.of(text)}"
            yield _finding("CHRONOLOGY", message, claim.span, before.span)


def _outside_citations(claim: Claim, dates: tuple[DateMention, ...]) -> DateMention | None:
    inside = [mention for mention in dates if claim.span.contains(mention.span) and mention.basis != "reference"]
    scope = [m for m in inside if not claim.support or any(s.scope.contains(m.span) for s in claim.support)]
    return scope[0] if scope else None


def _delays_against_dates(text: str, claims: tuple[Claim, ...], dates: tuple[DateMention, ...]) -> Iterator[Finding]:
    """Yield pairs of which one delays by months what the other dates within them."""
    dated = [claim for claim in claims if claim.horizon and claim.horizon.first and claim.horizon.last]
    for claim in claims:
        delay = next((q for q in claim.quantities if q.kind == "duration" and q.unit in ("month", "year")), None)
        if delay is None or not _DELAY.search(claim.span.of(text)):
            continue
        start = _latest_day(claim, dates)
        for other in dated:
            shared = _content(text, claim) & _content(text, other)
            enough = len(shared) >= _SHARED_WORDS and bool(shared & _LAUNCH)
            if other is not claim and enough and start and _is_sooner(other, start, delay):
                message = f"a delay of {delay.span.of(text)} does not fit a date of {other.span.of(text)[:60]}"
                yield _finding("INTERNAL_CONFLICT", message, claim.span, other.span)
                break


def _latest_day(claim: Claim, dates: tuple[DateMention, ...]) -> date | None:
    """Return the day from which a claim's delay counts: the day that it cites, else the article's latest day."""
    inside = [m.interval.last for m in dates if claim.span.contains(m.span) and m.interval.last]
    everywhere = [m.interval.last for m in dates if m.kind == "day" and m.interval.last]
    return max(inside or everywhere, default=None)


def _is_sooner(other: Claim, start: date, delay: Quantity) -> bool:
    months = delay.low * (12 if delay.unit == "year" else 1)
    return bool(other.horizon and other.horizon.last and other.horizon.last < start + timedelta(days=months * _DAYS_IN_MONTH))


def _content(text: str, claim: Claim) -> set[str]:
    words = {word.lower().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(claim.span.of(text))}
    return {word.removesuffix("s") if len(word) > len("gpus") else word for word in words} - _STOP


def _wrong_sums(text: str, claims: tuple[Claim, ...]) -> Iterator[Finding]:
    """Yield rises and falls whose percentage does not follow from the two amounts that are given."""
    for claim in claims:
        if len(claim.quantities) < 2:  # noqa: PLR2004 - a percentage and two amounts
            continue
        match = _RISE.search(claim.span.of(text))
        amounts = match and _amounts(match)
        if match and amounts:
            old, new = amounts
            said, true = float(match["percent"]), abs(new - old) / old * 100
            if abs(said - true) > max(_TOLERANCE, said * 0.1):
                span = Span(claim.span.start + match.start(), claim.span.start + match.end())
                yield _finding("ARITHMETIC", f"says {said:g}%; the amounts given make {true:.1f}%", claim.span, span)


def _amounts(match: re.Match[str]) -> tuple[float, float] | None:
    old, new = match["a"] or match["a2"], match["b"] or match["b2"]
    pair = [re.sub(r"[^\d.]", "", words) for words in (old, new)]
    if not all(re.fullmatch(r"\d+(?:\.\d+)?", digits) for digits in pair):
        return None
    first, last = map(float, pair)
    return (first, last) if first > 0 and last > 0 and max(first, last) / min(first, last) < 50 else None  # noqa: PLR2004 - other scales
