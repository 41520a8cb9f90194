"""Bind the figures of a sentence to what they count, so that the same figure can be found in other words.

Method: each figure has the words between its neighbours, within its clause. What it counts is, in this order, the noun
that it stands before ("40 organizations"), what follows in, of or worth of ("$4 million in donations"), and the
nearest word of a class of metrics ("killed", "death toll"). Limits ("weekly", "last year") in the same words are kept.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice
from math import isfinite
from operator import attrgetter

from briefreader.analysis.amounts.amounts import (
    COMPARATORS,
    NUMBER,
    NUMBER_WORDS,
    SCALE,
    SCALES,
    WORDS,
    number_of,
    singular,
)
from briefreader.analysis.amounts.binding_words import (
    ADDING,
    ADDITIONAL,
    HOURS,
    IRREGULAR,
    LIMIT,
    MEASURES,
    METRIC_CLASS,
    NO_NOUNS,
    NOUN_CLASSES,
    OF_NOUNS,
    PEOPLE,
    PEOPLE_CLASS,
    STOPS,
    TOTAL,
)
from briefreader.analysis.text.patterns import in_any_case, small
from briefreader.model.claim import Comparator, Quantity
from briefreader.model.span import Span

_REACH = 64
"""Characters before and after a figure that can say what it counts."""
_MOST = 40
_ABOUT = 0.02
_FEWEST_LETTERS = 3
_NUMBER = re.compile(
    rf"(?<![\w$€£¥₹.,/:#@+&-])(?=[\d.]|{in_any_case('half ' + ' '.join(NUMBER_WORDS))}|[aA][nN]?\s)"
    rf"(?P<n>{NUMBER}|\b{WORDS})(?P<scale>{SCALE})?(?P<plus>\+)?(?![\d:/.]\d)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?P<join>[\s\u2010\u2011-]?)(?P<words>[^\W\d_][\w’'\u2010\u2011./-]*(?: [^\W\d_][\w’'-]*){0,5})")
_NAME_BEFORE = re.compile(r"[a-z.] [A-Z][a-z]+ $|^[A-Z][a-z]+ [A-Z][a-z]+ $|\b(?:[Nn]umber|No\.) $|#$")
_DEGREES = re.compile(r"\s?(?P<unit>degrees (?:fahrenheit|celsius|centigrade)|°\s?[FC]|miles per hour)", re.IGNORECASE)
_PREDICATE = re.compile(
    r"(?: of (?:them|these|those|which))?,?(?: (?:were|was|are|have been|had been|is))? (?P<verb>[a-z]+ed)"
    r"(?: as)? (?:[“\"‘']?)(?P<words>[a-z]+)"
)
_OF_WHAT = re.compile(r"\s(?:(?:worth )?of|in|worth)\s(?P<words>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,3})")
_CLAUSE = re.compile(r"[;:()\n—–]|\. |, (?:and|but|while|which|who|compared|versus|as) ")
_LEADING = re.compile(r"\W*(?:For|In|Within|After|Over) (?:[a-z]+ ){0,2}")
"""What stands before a figure that the whole sentence is about, beyond the comma: "For six minutes, there was …"."""
_COMPARES = re.compile(r", (?:after|before|up from|down from|compared (?:with|to)|versus|against) ")
_COMMA = re.compile(r", ")
_SPEC = re.compile(r"\b\d+(?:\.\d+)?(?:[\u2010\u2011-]inch|\s?[GT]B)\b", re.IGNORECASE)
_INCHES = re.compile(r"[\u2010\u2011-]inch")
_FOR_SPEC = re.compile(r" (?:for|on) (?:the |an? )?" + _SPEC.pattern, re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COMPARED = re.compile(
    rf"(?<!\w)(?P<words>{'|'.join(re.escape(words) for words in sorted(COMPARATORS, key=len, reverse=True))})"
    r"(?:\s(?:a|the))?\s?$",
    re.IGNORECASE,
)
_COMPARED_END = (*COMPARATORS, "a", "the")
"""How what :data:`_COMPARED` finds ends in small letters: a quick test before it."""
_SHORT_OF, _ALMOST = frozenset({"almost", "nearly", "close to"}), 0.94
_LONGEST_COMPARATOR = 20
_TOTAL = re.compile(r"\b(?:total|altogether|in all|combined)\b", re.IGNORECASE)
_HOLDS = frozenset({"memory", "storage"})
_SPEEDS = {"mile/hour": "mph", "kilometer/hour": "km/h", "kilometre/hour": "km/h"}
_GOES_ON = re.compile(r"\b(?:and|or|to|plus)\s(?:a\s)?$")
_SPAN_OF = re.compile(r"[\s\u2010\u2011-](?:highs?|lows?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure with what it counts."""

    span: Span
    what: str
    """A class of metrics, or a noun in the singular."""
    unit: str
    """An ISO code, ``%``, a unit of measure, or empty for what is counted one by one."""
    low: float | None
    """None for no lower end, and for what is only named, such as a version."""
    high: float | None
    limits: tuple[str, ...] = ()
    """What limits what is counted, in the order of the alphabet."""
    kinds: tuple[str, ...] = ()
    """Other words between the figure and its noun, and the years that stand by it."""
    words: Span | None = None
    """What of the sentence says it; None for all."""


@dataclass(frozen=True, slots=True)
class _Figure:
    start: int
    end: int
    low: float
    high: float
    unit: str
    kind: str
    comparator: Comparator


def bind(text: str, span: Span, quantities: Sequence[Quantity]) -> list[Bound]:
    """Return what the figures of a sentence count, in the order of the text; a figure may count two things.

    ``quantities``: those of the sentence, in the order of the text.
    """
    figures = [*islice(_figures(text, span, quantities), _MOST)]
    compared = [match.span() for match in _COMPARES.finditer(text, span.start, span.end)] if figures else []
    found: list[Bound] = []
    for place, figure in enumerate(figures):
        first = figures[place - 1].end if place else span.start
        last = figures[place + 1].start if place + 1 < len(figures) else span.end
        own = _Place(text, figure, max(first, figure.start - _REACH), min(last, figure.end + _REACH))
        before = found[-1] if found and found[-1].unit == figure.unit and _GOES_ON.search(own.before) else None
        words = _words(compared, span, figure)
        found += [replace(one, words=words) for one in _bound(own, before.what if before else None)]
    return found


def _words(compared: Sequence[tuple[int, int]], span: Span, figure: "_Figure") -> Span | None:
    """Return the part of a sentence that says a figure, where it compares it with another; None for all of it.

    ``compared``: where it says so.
    """
    start, end = span.start, span.end
    for first, last in compared:
        if last <= figure.start:
            start = first + len(", ")
        elif first >= figure.end:
            end = first
            break
    return None if (start, end) == (span.start, span.end) else Span(start, end)


def _figures(text: str, span: Span, quantities: Sequence[Quantity]) -> Iterator[_Figure]:
    """Return the figures in the order of the text."""
    held = [
        _Figure(one.span.start, one.span.end, one.low, one.high, one.unit, one.kind, one.comparator)
        for one in quantities
        if one.kind != "count"
    ]
    return merge(held, _numbers(text, span, held), key=attrgetter("start"))


def _numbers(text: str, span: Span, held: Sequence[_Figure]) -> Iterator[_Figure]:
    """Yield the numbers outside the figures that are held already."""
    for match in _NUMBER.finditer(text, span.start, span.end):
        place = bisect_left(held, match.start(), key=attrgetter("end"))
        is_held = place < len(held) and held[place].start <= match.start()
        is_year = _YEAR.fullmatch(match["n"]) and not match["scale"]
        is_name = _NAME_BEFORE.search(text, max(span.start, match.start() - 20), match.start())
        if not (is_held or is_year or is_name or _INCHES.match(text, match.end())):
            scale = SCALES[small(match["scale"].strip())] if match["scale"] else 1.0
            value = number_of(match["n"]) * scale
            if not isfinite(value):
                continue
            before = max(span.start, match.start() - _LONGEST_COMPARATOR)
            may_compare = text[before : match.start()].rstrip().lower().endswith(_COMPARED_END)
            compared = _COMPARED.search(text, before, match.start()) if may_compare else None
            comparator: Comparator = COMPARATORS[small(compared["words"])] if compared else "="
            comparator = ">=" if match["plus"] else comparator
            low = value * _ALMOST if compared and small(compared["words"]) in _SHORT_OF else value
            yield _Figure(match.start(), match.end(), low, value, "", "number", comparator)


class _Place:
    """A figure among the words that are its own."""

    def __init__(self, text: str, figure: _Figure, first: int, last: int) -> None:
        self.text, self.figure = text, figure
        before = text[first : figure.start]
        clause = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
        self.before = before[clause:]
        after = text[figure.end : last]
        leading = _COMMA.search(after) if _LEADING.fullmatch(before) else None
        start = leading.end() if leading else 0
        end = _CLAUSE.search(after, start) or _COMMA.search(after, start)
        self.after = after[: end.start()] if end else after

    @property
    def limits(self) -> tuple[str, ...]:
        around = f"{self.before} {self.after}"
        found = {str(match.lastgroup).replace("_", " ") for match in LIMIT.finditer(around)}
        if self.figure.kind == "money":
            clause = self.text[max(0, self.figure.start - _REACH) : self.figure.start].rpartition(". ")[2]
            specs = _FOR_SPEC.match(self.after) or _SPEC.search(clause)
            found |= (
                {re.sub(r"\s", "", specs[0].rpartition(" for ")[2].removeprefix("the ")).casefold()} if specs else set()
            )
        return tuple(sorted(found))

    @property
    def kinds(self) -> tuple[str, ...]:
        words = f"{self.before} {self.after}"
        total = {TOTAL} if _TOTAL.search(words) else set()
        return tuple(sorted({*total, *(match[0] for match in _YEAR.finditer(words))}))

    def nearest(self, classes: re.Pattern[str]) -> str | None:
        """Return the class whose word is nearest to the figure; before it counts as nearer."""
        found = [(len(self.before) - match.end(), str(match.lastgroup)) for match in classes.finditer(self.before)] + [
            (match.start() + 2, str(match.lastgroup)) for match in classes.finditer(self.after)
        ]
        return min(found)[1].replace("_", " ") if found else None


def _bound(place: _Place, before: str | None) -> Iterator[Bound]:
    """Yield what a figure counts; ``before``: what the figure counts that it goes on from."""
    figure = place.figure
    low, high = _ends(figure)
    if figure.kind == "number":
        yield from _counted(place, low, high)
        return
    unit, times = figure.unit, 1.0
    what: str | None = place.nearest(METRIC_CLASS)
    if figure.kind == "duration":
        if unit not in HOURS or _SPAN_OF.match(place.after):
            return
        unit, times = "hour", HOURS[unit]
    if unit in _SPEEDS:
        what, unit = "speed", _SPEEDS[unit]
    if figure.kind in ("money", "percent") and (match := _OF_WHAT.match(place.after)):
        what = _head(match["words"]) or what
    what = what or before
    if figure.kind == "money" and not what and place.before.endswith((" for ", " at ")):
        what = "price"
    if what:
        span = Span(figure.start, figure.end)
        yield Bound(span, what, unit, _times(low, times), _times(high, times), place.limits, place.kinds)


def _times(value: float | None, times: float) -> float | None:
    return None if value is None else value * times


def _ends(figure: _Figure) -> tuple[float | None, float | None]:
    if figure.comparator in ("<", "<="):
        return None, figure.high
    if figure.comparator in (">", ">="):
        return figure.low, None
    about = _ABOUT if figure.comparator == "~" else 0.0
    return figure.low * (1 - about), figure.high * (1 + about)


def _counted(place: _Place, low: float | None, high: float | None) -> Iterator[Bound]:
    figure, after = place.figure, place.after
    span = Span(figure.start, figure.end)
    if match := _DEGREES.match(after):
        what, unit, times = MEASURES[re.sub(r"°\s", "°", match["unit"].casefold())]
        yield Bound(span, what, unit, _times(low, times), _times(high, times), place.limits, place.kinds)
        return
    if match := _PREDICATE.match(after):
        yield Bound(span, f"{match['verb']} {match['words']}", "", low, high, place.limits, place.kinds)
    match = _AFTER.match(after)
    if not match:
        return
    words = match["words"].split()
    measure = MEASURES.get(words[0].casefold())
    if measure:
        default, unit, times = measure
        held = place.nearest(METRIC_CLASS) if default == "size" else None
        what = held if held in _HOLDS else default
        yield Bound(
            span, what if what in _HOLDS else default, unit, _times(low, times), _times(high, times), (), place.kinds
        )
        return
    if match["join"] and (noun := _noun(words)):
        name, kinds = noun
        lost = place.nearest(PEOPLE_CLASS) if name in ("people", "job") or name in IRREGULAR.values() else None
        yield Bound(span, lost or name, "", low, high, place.limits, tuple(sorted({*kinds, *place.kinds})))


def _noun(words: Sequence[str]) -> tuple[str, list[str]] | None:
    """Return the noun that is counted, in the singular, with the words before it; None for no plural noun."""
    kinds: list[str] = []
    for place, word in enumerate(words):
        lower = word.casefold()
        if lower in PEOPLE:
            return "people" if lower != "jobs" else "job", kinds
        if lower in STOPS:
            return None
        if _is_plural(lower) and lower not in NO_NOUNS:
            one = small(singular(word))
            of = words[place + 2 : place + 3] if words[place + 1 : place + 2] == ["of"] and one in OF_NOUNS else []
            return NOUN_CLASSES.get(one, one) if not of else f"{one} of {small(of[0])}", kinds
        if lower == "lines" and words[place + 1 : place + 2] == ["of"] and len(words) > place + 2:
            return f"line of {small(words[place + 2])}", kinds
        kinds.append(ADDITIONAL if lower in ADDING else lower)
    return None


def _is_plural(lower: str) -> bool:
    return len(lower) > _FEWEST_LETTERS and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "’s", "'s"))


def _head(words: str) -> str | None:
    """Return the noun that a figure is of, or its class of metrics: the last word before a preposition or verb."""
    kept: list[str] = []
    for word in words.split():
        if word.casefold() in STOPS:
            break
        kept.append(word)
    if not kept:
        return None
    if match := METRIC_CLASS.search(" ".join(kept)):
        return str(match.lastgroup).replace("_", " ")
    plural = next((word for word in kept if _is_plural(word.casefold())), kept[-1])
    one = singular(plural)
    return NOUN_CLASSES.get(one, one) if len(one) >= _FEWEST_LETTERS and one.islower() else None
