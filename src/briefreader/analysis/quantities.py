"""Amounts: money, percentages, multiples, durations and counts, with their comparator.

Method: a scan for digits and number words, then one grammar that begins at the amount or at the words of
comparison before it. Value and comparator right for 25 of 25 labelled amounts; see docs/analysis.md.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from briefreader.model.claim import Comparator, Quantity, QuantityKind
from briefreader.model.span import Span

_WORDS = {
    word: float(number)
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
} | {
    "fifteen": 15.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "seventy": 70.0,
    "eighty": 80.0,
    "ninety": 90.0,
}
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "million": 1e6} | {
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "t": 1e12,
    "tn": 1e12,
    "trillion": 1e12,
}
_VAGUE = {"tens": 10.0, "dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6} | {
    "billions": 1e9,
    "trillions": 1e12,
}
_CURRENCIES = {"$": "USD", "US$": "USD", "C$": "CAD", "A$": "AUD", "HK$": "HKD", "€": "EUR"} | {
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "dollars": "USD",
    "euros": "EUR",
    "pounds": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
}
_COMPARATORS: dict[str, Comparator] = {
    **dict.fromkeys(("more than", "greater than", "higher than", "over", "above", ">"), ">"),
    **dict.fromkeys(("fewer than", "less than", "lower than", "under", "below", "<"), "<"),
    **dict.fromkeys(("up to", "no more than", "at most", "as many as", "as much as", "≤"), "<="),
    **dict.fromkeys(("at least", "no fewer than", "no less than", "as few as", "≥"), ">="),
    **dict.fromkeys(("nearly", "almost", "about", "around", "roughly", "approximately"), "~"),
    **dict.fromkeys(("some", "an estimated", "estimated", "circa", "~"), "~"),
}
_PERSONS = frozenset(
    """people person members staff employees engineers personnel workers users customers scientists
        researchers leads executives developers subscribers patients""".split()
)
_COUNTED = frozenset(
    """gpus gpu chips chip units unit companies firms startups shares votes seats jobs homes cars vehicles
        articles sources models datacenters centers sites countries states cities offices stores cases
        contracts deals acquisitions teams megawatts gigawatts mw gw kw tokens parameters tons barrels ounces
        hours servers server racks wafers orders downloads installs partners investors banks analysts funds
        trucks routes ships plants reactors patents""".split()
)
_NOT_COUNTED = frozenset(
    """of and or in on at to for from by with the as is was were are be has have had that which who but may
        march april june july august january february september october november december percent thing things
        way side sides hand other another step am pm""".split()
)

_N = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_S = r"(?:\s?(?:thousand|million|billion|trillion)\b|\s?(?:mn|bn|tn|mm)\b|[kKmMbBtT](?!\w))"
_W = "(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_TO = r"\s?(?:[-\u2010-\u2015]|to)\s?"
_HYPHEN = r"[-\u2010\u2011]"
_NOUN = r"[A-Za-z][\w\u2010\u2011-]*"
_SIGN = r"(?:US\$|C\$|A\$|HK\$|[$€£¥₹])"
_COMPARATOR = r"(?:(?P<comparator>{}|an?\sestimated|only|just|exactly)\s?)?".format(
    "|".join(words.replace(" ", r"\s") for words in sorted(_COMPARATORS, key=len, reverse=True))
)
_FORMS = {
    "money": rf"(?P<m_sign>{_SIGN})\s?(?P<m_1>{_N})(?P<m_s1>{_S})?"
    rf"(?:{_TO}{_SIGN}?(?P<m_2>{_N})(?P<m_s2>{_S})?(?![\w%]))?",
    "spelled": rf"(?P<s_1>{_N})(?P<s_s>{_S})?\s(?P<s_unit>dollars|euros|pounds|yen|yuan|USD|EUR|GBP)\b",
    "percent": rf"(?P<p_1>{_N})(?:\s?%?{_TO}(?P<p_2>{_N}))?\s?"
    r"(?P<p_unit>%|percent(?:age\spoints?)?\b|per\scent\b|basis\spoints?\b|bps?\b|pp\b)",
    "multiple": rf"(?:(?P<x_1>{_N})[x×](?:{_TO}(?P<x_2>{_N})[x×])?(?!\w)|(?P<x_3>{_N}|{_W})(?:{_HYPHEN}"
    rf"|\s)(?:fold|times)\b)",
    "duration": rf"(?P<d_1>{_N}|{_W})(?:{_TO}(?P<d_2>{_N}|{_W}))?[\s\u2010\u2011-]"
    r"(?P<d_unit>second|minute|hour|day|week|month|quarter|year|decade)s?\b",
    "vague": r"(?P<v_1>tens|dozens|hundreds|thousands|millions|billions|trillions)\s"
    rf"(?:of\s(?P<v_2>thousands|millions|billions|trillions)\s)?of\s(?P<v_unit>{_NOUN})",
    "count": rf"(?P<c_1>{_N}|{_W})(?P<c_s1>{_S})?(?:{_TO}(?P<c_2>{_N}|{_W})(?P<c_s2>{_S})?)?"
    rf"(?P<c_join>{_HYPHEN}|\s)(?P<c_noun>{_NOUN})(?:\s(?P<c_next>{_NOUN}))?",
}
_PER = (
    r"(?P<per>\s(?:per|a|an|each)\s(?:second|minute|hour|day|week|month|quarter|year|user|share|unit|model|GPU|token|seat)\b"
    r"|\s(?:annually|monthly|quarterly|daily|weekly)\b"
    r"|\s(?:in\s)?(?:annual|quarterly|monthly|yearly)\s(?:growth|revenue|sales|income|costs?|savings|spend(?:ing)?)\b)?"
)
_GRAMMAR = re.compile(
    rf"(?<![\w.]){_COMPARATOR}(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()) + rf"){_PER}",
    re.IGNORECASE,
)
_ANCHOR = re.compile(rf"\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_VAGUE)}) of\b|(?<![\w-]){_W}(?=[ -])", re.IGNORECASE)
_PER_UNITS = {"annual": "year", "yearly": "year", "quarterly": "quarter", "monthly": "month"} | {
    "daily": "day",
    "weekly": "week",
}
_COMPARATOR_REACH, _AMOUNT_REACH = 16, 60
_NAME_BEFORE = re.compile(r"[\w./:#]$|[A-Za-z]-$")  # H100, GPT-5


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the amounts of ``text[start:end]`` in order, none overlapping another.

    Version numbers ("Claude 4", "Colossus 1"), plain years and bare numbers are none.
    """
    end = len(text) if end is None else end
    found: list[Quantity] = []
    past = start
    for anchor in _ANCHOR.finditer(text, start, end):
        if anchor.start() < past:
            continue
        quantity = _at(text, anchor, past, end)
        if quantity:
            found.append(quantity)
            past = quantity.span.end
    return found


def _at(text: str, anchor: re.Match[str], low: int, end: int) -> Quantity | None:
    """Read the amount whose number is at the anchor, with the comparator before it if there is one."""
    if anchor[0][0].isdigit() and _part_of_a_name(text, anchor):
        return None
    limit = min(end, anchor.end() + _AMOUNT_REACH)
    for begin in _beginnings(text, anchor.start(), low):
        match = _GRAMMAR.match(text, begin, limit)
        if match and match.end() > anchor.start():
            reader = _READERS[_form_of(match)]
            return reader(match, text)
    return None


def _form_of(match: re.Match[str]) -> str:
    return next(name for name in _FORMS if match[name] is not None)


def _part_of_a_name(text: str, anchor: re.Match[str]) -> bool:
    return bool(_NAME_BEFORE.search(text[max(0, anchor.start() - 2) : anchor.start()]))


def _beginnings(text: str, at: int, low: int) -> list[int]:
    """Return where the grammar may begin: at up to three words before the number, then at its sign."""
    starts = []
    position = at
    while position > low and text[position - 1] in "$€£¥₹~<>≤≥":
        position -= 1
    if text[max(low, position - 2) : position].upper() in ("US", "HK"):
        position -= 2
    sign = position
    for _ in range(3):
        reach = max(low, sign - _COMPARATOR_REACH)
        space = text.rfind(" ", reach, max(low, position - 1))
        if space < 0 and (reach > low or position == low):
            break
        position = space + 1 if space >= 0 else low
        starts.append(position)
    return [*reversed(starts), sign]


def _number(words: str) -> float:
    words = words.lower()
    return _WORDS[words] if words in _WORDS else float(words.replace(",", ""))


def _scaled(words: str, scale: str | None) -> float:
    return _number(words) * (_SCALES[scale.strip().lower()] if scale else 1)


def _range(low: str, low_scale: str | None, high: str | None, high_scale: str | None) -> tuple[float, float]:
    """Read "3-5 billion" as 3 to 5 billion: a scale said once counts for both."""
    first = _scaled(low, low_scale or (high_scale if high else None))
    return first, (_scaled(high, high_scale or low_scale) if high else first)


def _per(match: re.Match[str]) -> str:
    words = (match["per"] or "").split()
    if not words:
        return ""
    unit = next((word for word in words if word.lower() in _PER_UNITS), words[-1])
    unit = _PER_UNITS.get(unit.lower(), unit)
    return f"/{unit}" if not unit.endswith("ally") else "/year"


def _quantity(
    match: re.Match[str],
    values: tuple[float, float],
    unit: str,
    kind: QuantityKind,
    end: int | None = None,
) -> Quantity:
    words = " ".join((match["comparator"] or "").lower().split())
    return Quantity(
        span=Span(match.start(), end or match.end()),
        low=values[0],
        high=values[1],
        unit=unit + ("" if end else _per(match)),
        comparator=_COMPARATORS.get(words, "~" if "estimated" in words else "="),
        kind=kind,
    )


def _money(match: re.Match[str], _: str) -> Quantity:
    values = _range(match["m_1"], match["m_s1"], match["m_2"], match["m_s2"])
    return _quantity(match, values, _CURRENCIES[match["m_sign"].upper()], "money")


def _spelled(match: re.Match[str], _: str) -> Quantity:
    unit = match["s_unit"]
    value = _scaled(match["s_1"], match["s_s"])
    return _quantity(match, (value, value), _CURRENCIES.get(unit.lower(), unit.upper()), "money")


def _percent(match: re.Match[str], _: str) -> Quantity:
    word = match["p_unit"].lower()
    unit = "bp" if word.startswith(("basis", "bp")) else "pp" if "point" in word or word == "pp" else "%"
    return _quantity(match, _range(match["p_1"], None, match["p_2"], None), unit, "percent")


def _multiple(match: re.Match[str], _: str) -> Quantity:
    values = _range(match["x_1"] or match["x_3"], None, match["x_2"], None)
    return _quantity(match, values, "x", "multiplier")


def _duration(match: re.Match[str], _: str) -> Quantity | None:
    if match["d_1"].lower() == "one":
        return None  # "one day" is hardly ever a length of time
    values = _range(match["d_1"], None, match["d_2"], None)
    return _quantity(match, values, match["d_unit"].lower(), "duration")


def _vague(match: re.Match[str], _: str) -> Quantity:
    low = _VAGUE[match["v_1"].lower()] * (_VAGUE[match["v_2"].lower()] if match["v_2"] else 1)
    currency = _CURRENCIES.get(match["v_unit"].lower())
    unit = currency or re.sub(_HYPHEN, "-", match["v_unit"])
    kind: QuantityKind = "money" if currency else "rate" if match["per"] else "count"
    return replace(_quantity(match, (low, low * 10 - 1), unit, kind), comparator="~")


def _count(match: re.Match[str], text: str) -> Quantity | None:
    noun, following = match["c_noun"], match["c_next"] or ""
    first = noun.lower()
    if first in _NOT_COUNTED or _is_version(match, text) or _is_year(match):
        return None
    takes_next = first not in _COUNTED | _PERSONS and following.lower() in _COUNTED | _PERSONS
    known = takes_next or first in _COUNTED | _PERSONS
    if not known and (match["c_1"].lower() in _WORDS or not (match["c_s1"] or "," in match["c_1"])):
        return None
    head = following if takes_next else noun
    end = match.end("c_next") if takes_next else match.end("c_noun")
    values = _range(match["c_1"], match["c_s1"], match["c_2"], match["c_s2"])
    return _quantity(match, values, _unit_of(head), "count", end)


def _unit_of(noun: str) -> str:
    if noun.lower() in _PERSONS:
        return "people"
    singular = noun.removesuffix("s")
    return singular.upper() if singular.isupper() or noun.lower() in ("gpu", "gpus") else noun


def _is_year(match: re.Match[str]) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", match["c_1"])) and not match["c_s1"]


def _is_version(match: re.Match[str], text: str) -> bool:
    """Tell "Claude 4 models" from "In 4 models": a short number after a capitalised name."""
    at = match.start("c_1")
    before = re.search(r"(?<=[\w,] )([A-Z][\w-]*|[a-z]{1,3}[A-Z]\w*)\s$", text[max(0, at - 26) : at])
    plain = not (match["comparator"] or match["c_s1"] or "," in match["c_1"])
    return bool(before) and plain and match["c_1"][0].isdigit() and len(match["c_1"]) < len("1234")


_READERS: dict[str, Callable[[re.Match[str], str], Quantity | None]] = {
    "money": _money,
    "spelled": _spelled,
    "percent": _percent,
    "multiple": _multiple,
    "duration": _duration,
    "vague": _vague,
    "count": _count,
}
