"""Amounts: money, percentages, multiples, durations and counts, with their comparator.

Method: a scan for digits and number words; the number, its scale and its range are read first, then what it counts,
then what stands before it. Version numbers, years and names with a number are none. See docs/analysis.md.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.analysis.amounts.amounts import (
    COMPARATORS,
    COUNTED,
    CURRENCY,
    NOT_COUNTED,
    NUMBER,
    NUMBER_WORDS,
    PERSONS,
    QUALIFYING,
    SCALE,
    SCALES,
    SIGN,
    TRADE_UNITS,
    VAGUE,
    WORDS,
    currency_of,
    number_of,
    singular,
)
from briefreader.analysis.text.patterns import one_of, small
from briefreader.model.claim import Comparator, Quantity, QuantityKind
from briefreader.model.span import Span

_WORD_ANCHORS = [*NUMBER_WORDS, *(f"{word} of" for word in VAGUE), "half a", "a dozen"]
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NUMBER_WORDS = re.compile(rf"[ (—-](?:{one_of(_WORD_ANCHORS)})(?![a-eg-z])")
_CAPITALS = re.compile(one_of(word.capitalize() for word in _WORD_ANCHORS))
_TO = r"(?:\s?[-\u2010-\u2015]\s?|\sto\s(?:as\smuch\sas\s|about\s|around\s)?|\sand\s)"
_VALUE = re.compile(
    rf"(?P<sign>{SIGN})?\s?(?P<n1>{NUMBER}|{WORDS})(?P<s1>{SCALE})?"
    rf"(?:(?P<mid>\s?%|[x×]|\sper\s?cent|\sbps?|\s(?:{CURRENCY}))?(?P<to>{_TO})(?P<sign2>{SIGN})?"
    rf"(?P<n2>{NUMBER}|{WORDS})(?P<s2>{SCALE})?(?![\w,]*\d))?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s?(?P<percent>%|per\s?cent\b|pc\b|percentage[\s-]points?\b|basis[\s-]points?\b|bps?\b|pp\b|ppts?\b)"
    r"|(?P<multiple>[x×](?!\w)|[\s\u2010\u2011-]?fold\b|[\s\u2010\u2011-]times\b)"
    r"|[\s\u2010\u2011-](?:(?:straight|consecutive|full|successive)\s)?"
    r"(?P<duration>second|minute|hour|day|week|month|quarter|year|decade)s?\b(?![\u2010\u2011-]old)"
    rf"|\s(?P<currency>{CURRENCY})\b",
    re.IGNORECASE,
)
_NOUNS = re.compile(
    r"(?P<join>[\u2010\u2011-]|[^\S\n]?)(?P<w1>[A-Za-z][\w\u2010\u2011-]*)(?:\s(?P<w2>[A-Za-z][\w\u2010\u2011-]*))?"
    r"(?:\s(?P<w3>[a-z][\w\u2010\u2011-]*))?"
)
_VAGUE = re.compile(
    r"(?P<v1>tens|dozens|scores|hundreds|thousands|millions|billions|trillions)\s"
    r"(?:of\s(?P<v2>thousands|millions|billions|trillions)\s)?of\s(?P<unit>[A-Za-z][\w\u2010\u2011-]*)",
    re.IGNORECASE,
)
_PER = re.compile(
    rf"(?:\sper\s|/)(?P<per>[A-Za-z][A-Za-z-]*)|\s(?:an?|each|every)\s(?P<each>{TRADE_UNITS})\b"
    r"|\s(?P<often>annually|monthly|quarterly|daily|weekly)\b"
    r"|\s(?:in\s)?(?P<by>annual|quarterly|monthly|yearly|annualised|annualized)\s"
    r"(?:growth|revenues?|sales|income|costs?|savings|spend(?:ing)?|profit|rent|fees?|earnings|rate|run[\s-]rate)\b"
)
_PERIODS = {
    **dict.fromkeys(("annual", "annually", "yearly", "annualised", "annualized"), "year"),
    **dict.fromkeys(("quarterly",), "quarter"),
    **dict.fromkeys(("monthly",), "month"),
    "daily": "day",
    "weekly": "week",
}
_COMPARATORS_END = frozenset(words.rsplit(" ", 1)[-1] for words in COMPARATORS)
_AMOUNT_REACH, _COMPARATOR_REACH = 64, 20
_NUMBERED = frozenset(
    """phase section chapter route rule article title level series type figure table page act tier group part no no.
        stage category version step grade basel euro fig. pier gate terminal flight form schedule case""".split()
)
_DETERMINERS = frozenset("the these those both its their his her our all other of".split())
_OPENERS = frozenset(
    """in the at about over its some on by with only just nearly after from of for and but all their our an a
        under around roughly approximately almost up least most than or to into across since until
        within another as""".split()
)
_LONGEST_PLAIN = 3
_SIGN_ENDS = frozenset("$€£¥₹₩₺₽s.")
_SIGN_ONLY = re.compile(SIGN)
_CODE = re.compile(rf"(?<![A-Za-z]){SIGN}$")
_SINGULAR_ENDINGS = ("ss", "us", "is", "ous", "’s", "'s")


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the amounts of ``text[start:end]`` in order, none overlapping another.

    Version numbers ("Claude 4", "Colossus 1"), plain years and bare numbers are none.
    """
    end = len(text) if end is None else end
    found: list[Quantity] = []
    past = start
    for at in _anchors(text, start, end):
        if at < past:
            continue
        quantity = _at(text, at, past, min(end, at + _AMOUNT_REACH))
        if quantity:
            found.append(quantity)
            past = quantity.span.end
    return found


def _anchors(text: str, start: int, end: int) -> list[int]:
    """Return where a number may stand: digits that are not part of a name, and number words."""
    places = [
        match.start()
        for match in _DIGITS.finditer(text, start, end)
        if match.start() == start or not (_is_inside_name(text, match.start()) or _is_a_mark(text, match))
    ]
    past = -1
    for match in _NUMBER_WORDS.finditer(text, start, end):
        if match.start() != past or text[past] == "—":  # else it goes on with the number before it
            places.append(match.start() + 1)
        past = match.end()
    places += (match.start() for match in _CAPITALS.finditer(text, start, end))
    places.sort()
    return places


def _is_inside_name(text: str, at: int) -> bool:
    """Tell whether a digit belongs to a word before it: "H100", "GPT-5", "3.5", "#7"."""
    before = text[at - 1]
    if before in "-\u2011":
        return at > 1 and text[at - 2].isalnum()
    if before.isalpha():
        return not _CODE.search(text[max(0, at - len(" $US")) : at])  # "CHF300", "$US113"
    return before.isdigit() or before in "/:#_"


def _is_a_mark(text: str, number: re.Match[str]) -> bool:
    """Tell a number alone in square brackets, which points at a source."""
    return text[number.start() - 1] == "[" and text[number.end() : number.end() + 1] == "]"


class _Value(NamedTuple):
    """A number or a range as it stands in the text."""

    start: int
    end: int
    low: float
    high: float
    sign: str
    is_plain: bool
    """Short digits alone: neither sign, scale, range nor separator."""
    words: str


def _at(text: str, at: int, low: int, limit: int) -> Quantity | None:
    """Read the amount whose number is at ``at``, with its sign and the comparator before it."""
    if text[at].isalpha() and (vague := _VAGUE.match(text, at, limit)):
        return _vague(text, vague, low)
    value = _value(text, at, low, limit)
    if value is None:
        return None
    words, begin = _before(text, value.start, low)
    comparator: Comparator = COMPARATORS.get(words, "=")
    made = _made(text, value, limit, is_compared=bool(words))
    if made is None:
        return None
    unit, kind, end = made
    per, end = _per(text, end, limit)
    if per and kind == "count":
        kind = "rate"
    return Quantity(
        span=Span(begin, end), low=value.low, high=value.high, unit=unit + per, comparator=comparator, kind=kind
    )


def _value(text: str, at: int, low: int, limit: int) -> _Value | None:
    begin = _sign_start(text, at, low)
    match = _VALUE.match(text, begin, limit)
    if not match or match.start("n1") > at:
        begin = at
        match = _VALUE.match(text, at, limit)
    if not match:
        return None
    sign, number, scale, to, other_sign, other_number, other_scale = match.group(*_PARTS)
    between = text[max(low, begin - 8) : begin].lower() if other_number else ""
    is_range = (
        bool(other_number) and (to.strip() != "and" or between.endswith("between ")) and (bool(sign) or not other_sign)
    )
    end = match.end() if is_range else match.end("s1") if scale else match.end("n1")
    value = number_of(number)
    first = last = value * _scale(scale or (other_scale if is_range else None))
    if is_range:
        last = number_of(other_number) * _scale(other_scale or scale)
    if is_range and last <= first:
        end = match.end("s1") if scale else match.end("n1")
        first = last = value * _scale(scale)
        is_range = False
    negative = begin > low and text[begin - 1] in "-\u2212" and (begin - 1 == low or text[begin - 2] in " (\n")
    if negative:
        first, last, begin = -first, -last, begin - 1
    if is_range and between.endswith(("between ", "from ")):
        begin -= 8 if between.endswith("between ") else 5
    plain = number[0].isdigit() and "," not in number and not (scale or sign or is_range or negative)
    return _Value(begin, end, first, last, sign or "", plain, number)


_PARTS = ("sign", "n1", "s1", "to", "sign2", "n2", "s2")


def _sign_start(text: str, at: int, low: int) -> int:
    """Return where a currency before a number begins; ``at`` when there is none."""
    begin = at
    if begin > low and text[begin - 1] == ".":
        begin -= 1
    last = text[max(low, begin - 2) : begin].rstrip()[-1:]
    if not (last.isupper() or last in _SIGN_ENDS):
        return begin
    reach = text[max(low, begin - 4) : begin]
    for length in range(len(reach), 0, -1):
        if _SIGN_ONLY.fullmatch(reach[-length:]) and not text[max(low, begin - length - 1) : begin - length].isalnum():
            return begin - length
    return begin


def _scale(words: str | None) -> float:
    return SCALES[small(words.strip())] if words else 1


def _before(text: str, at: int, low: int) -> tuple[str, int]:
    """Return the words of comparison that end before ``at``, and where they begin; none is an empty string."""
    reach = text[max(low, at - _COMPARATOR_REACH) : at]
    if reach[-1:] in ("~", ">", "<", "≤", "≥"):
        return reach[-1], at - 1
    if not reach.endswith(" "):
        return "", at
    parts = reach[:-1].split(" ")
    if parts[-1].lower() not in _COMPARATORS_END:
        return "", at
    for count in (3, 2, 1):
        words = " ".join(parts[-count:])
        if len(parts) >= count and words.lower() in COMPARATORS:
            return words.lower(), at - len(words) - 1
    return "", at


def _made(text: str, value: _Value, limit: int, *, is_compared: bool) -> tuple[str, QuantityKind, int] | None:
    """Return unit, kind and end of what a value counts; None when it counts nothing."""
    if value.sign:
        return currency_of(value.sign), "money", value.end
    unit = _UNIT.match(text, value.end, limit)
    if unit and unit["percent"]:
        word = unit["percent"].lower()
        name = "bp" if word.startswith(("basis", "bp")) else "pp" if "point" in word or word[:2] == "pp" else "%"
        return name, "percent", unit.end()
    if unit and unit["multiple"]:
        return "x", "multiplier", unit.end()
    if unit and unit["currency"] and _is_money(value, unit["currency"]):
        return currency_of(unit["currency"]), "money", unit.end()
    if unit and unit["duration"] and value.words.lower() != "one":
        return unit["duration"].lower(), "duration", unit.end()
    return None if unit and unit["duration"] else _counted(text, value, limit, is_compared=is_compared)


def _is_money(value: _Value, currency: str) -> bool:
    """Tell amounts from "in 2025 won a contract": a short plain number is none of that currency."""
    if currency.lower() == "won" and value.is_plain:
        return False
    return value.words[0].isdigit() or value.low >= SCALES["thousand"]


def _counted(text: str, value: _Value, limit: int, *, is_compared: bool) -> tuple[str, QuantityKind, int] | None:
    if value.words.lower() == "one" or _is_year(value) or (not is_compared and _is_numbered(text, value)):
        return None
    match = _NOUNS.match(text, value.end, limit)
    if not match or (not match["join"] and match["w1"].lower() not in COUNTED):
        return None
    for place, noun in _candidates(match):
        lower = noun.lower()
        if lower in QUALIFYING:
            continue
        if lower in NOT_COUNTED:
            return None
        if lower in PERSONS or lower in COUNTED or _is_plural(lower):
            return ("barrel/day" if lower == "bpd" else singular(noun)), "count", match.end(place)
        if match["join"] in ("-", "\u2010", "\u2011"):
            is_large = not value.is_plain or len(value.words) > _LONGEST_PLAIN
            known = lower + "s" in COUNTED or lower in COUNTED or lower + "s" in PERSONS
            return (
                (singular(noun), "count", match.end(place))
                if known or (is_large and value.words[0].isdigit())
                else None
            )
    return None


def _candidates(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    return ((place, match[place]) for place in ("w1", "w2", "w3") if match[place])


def _is_plural(noun: str) -> bool:
    return len(noun) > len("bps") and noun.endswith("s") and not noun.endswith(_SINGULAR_ENDINGS)


def _is_year(value: _Value) -> bool:
    return value.is_plain and len(value.words) == len("2026") and value.words[:2] in ("18", "19", "20")


def _is_numbered(text: str, value: _Value) -> bool:
    """Tell "Claude 4 models", "Phase 3 trials" and "the two units" from an amount."""
    before = text[max(0, value.start - 26) : value.start]
    if not before.endswith((" ", "\u00a0")):
        return False
    words = before.split()
    last = words[-1] if words else ""
    if value.words[0].isalpha():
        return last.lower() in _DETERMINERS
    if last.lower() in _NUMBERED:
        return True
    is_name = last[:1].isupper() or any(letter.isupper() for letter in last[1:])
    return is_name and value.is_plain and len(value.words) <= _LONGEST_PLAIN and last.lower() not in _OPENERS


def _per(text: str, end: int, limit: int) -> tuple[str, int]:
    """Return the unit that an amount is for, such as ``/month``, and where it ends."""
    match = _PER.match(text, end, min(len(text), limit + len("/megawatt-hour")))
    if not match:
        return "", end
    word = match["per"] or match["each"] or match["often"] or match["by"]
    return f"/{_PERIODS.get(word.lower(), word)}", match.end()


def _vague(text: str, match: re.Match[str], low: int) -> Quantity:
    first = VAGUE[small(match["v1"])] * (VAGUE[small(match["v2"])] if match["v2"] else 1)
    noun = match["unit"]
    per, end = _per(text, match.end(), match.end())
    kind: QuantityKind = "rate" if per else "count"
    unit = re.sub("[\u2010\u2011]", "-", noun)
    if noun.lower() in ("dollars", "euros", "pounds", "rupees"):
        unit, kind = currency_of(noun), "money"
    elif noun.lower() in PERSONS:
        unit = "people"
    begin = _before(text, match.start(), low)[1]
    return Quantity(span=Span(begin, end), low=first, high=first * 10 - 1, unit=unit + per, comparator="~", kind=kind)
