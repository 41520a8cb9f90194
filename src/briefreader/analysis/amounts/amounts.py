"""Words of amounts: numbers, scales, currencies, comparators and units."""

import re

from briefreader.analysis.text.patterns import one_of, small
from briefreader.model.claim import Comparator

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {word: float(number) for number, word in enumerate(_ONES.split(), start=1)} | {
    word: float(10 * number) for number, word in enumerate(_TENS.split(), start=2)
}
SCALES = {
    **dict.fromkeys(("k", "thousand"), 1e3),
    "lakh": 1e5,
    **dict.fromkeys(("m", "mn", "mm", "mln", "million"), 1e6),
    "crore": 1e7,
    **dict.fromkeys(("b", "bn", "bln", "billion"), 1e9),
    **dict.fromkeys(("t", "tn", "trn", "trillion"), 1e12),
}
VAGUE = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3} | {
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
_ISO = (
    "USD EUR GBP JPY CNY CHF SEK NOK DKK AUD CAD NZD INR KRW HKD SGD TWD BRL MXN ZAR PLN CZK HUF TRY ILS "
    "AED SAR THB IDR"
).split()
_SIGNS = {
    "$": "USD", "US$": "USD", "$US": "USD", "C$": "CAD", "CA$": "CAD", "$C": "CAD", "A$": "AUD", "AU$": "AUD",
    "$A": "AUD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY",
    "₹": "INR", "₩": "KRW", "₺": "TRY", "₽": "RUB", "RMB": "CNY", "RS": "INR", "RS.": "INR",
}  # fmt: skip
_NAMED = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "australian dollar": "AUD", "canadian dollar": "CAD",
    "hong kong dollar": "HKD", "singapore dollar": "SGD", "new zealand dollar": "NZD", "euro": "EUR", "pound": "GBP",
    "pound sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "won": "KRW", "rupee": "INR",
    "swiss franc": "CHF", "franc": "CHF", "krona": "SEK", "kronor": "SEK", "swedish krona": "SEK",
    "swedish kronor": "SEK", "norwegian krone": "NOK", "norwegian kroner": "NOK", "danish krone": "DKK",
    "danish kroner": "DKK", "peso": "MXN", "reais": "BRL", "rand": "ZAR", "zloty": "PLN", "lira": "TRY", "ruble": "RUB",
    "rouble": "RUB", "shekel": "ILS", "dirham": "AED", "riyal": "SAR", "baht": "THB",
}  # fmt: skip
COMPARATORS: dict[str, Comparator] = {
    **dict.fromkeys(
        "more than|greater than|higher than|over|above|exceeding|in excess of|upwards of|>|north of".split("|"), ">"),
    **dict.fromkeys("fewer than|less than|lower than|under|below|just under|short of|<".split("|"), "<"),
    **dict.fromkeys("up to|no more than|at most|as many as|as much as|not more than|a maximum of|≤".split("|"), "<="),
    **dict.fromkeys(
        "at least|no fewer than|no less than|as few as|as little as|a minimum of|not less than|not fewer than|≥"
        .split("|"), ">="),
    **dict.fromkeys(
        "nearly|almost|about|around|roughly|approximately|approx.|some|an estimated|estimated|circa|ca.|close to"
        "|close on|an average of|~|c.".split("|"), "~"
    ),
    **dict.fromkeys("only|just|exactly".split("|"), "="),
}  # fmt: skip
PERSONS = frozenset(
    """people person persons member members staff employee employees engineer engineers personnel worker
        workers user users customer customers scientist scientists researcher researchers lead leads
        executive executives developer developers subscriber subscribers patient patients passenger
        passengers resident residents voter voters student students teacher teachers nurse nurses doctor
        doctors participant participants""".split()
)
COUNTED = frozenset(
    """gpu gpus tpu tpus cpu cpus buses viruses campuses bonuses mw gw kw mwh gwh twh kwh gb tb pb aircraft
        feet fish offspring species bpd teu boe barrels headcount equipment capacity accelerators ha
        hectares km miles kg tonnes tons ounces oz""".split()
)
NOT_COUNTED = frozenset(
    """suggests implies indicates means remains reflects shows leaves other others
        of and or in on at to for from by with the as is was were are be has have had that which who but may
        than its his her their this these those others fewer such percent thing things way ways side sides
        times plus minus versus vs us news always perhaps sales earnings across besides towards whereas yes
        thus does goes says makes takes gives comes gets sees rises falls wins loses uses series sees bps
        earlier ago later before after points first last next if when while because so not no until since
        per a an reasons questions portraits options steps tiers aspects factors halves words parts forms
        lines levels examples ideas lessons issues problems kinds types sorts takeaways fronts pillars
        scenarios paths thirds fifths tenths quarters won try lost""".split()
)
QUALIFYING = frozenset("more further new other another additional remaining separate big large small major".split())
"""Words between a number and what it counts."""
TRADE_UNITS = (
    "second|minute|hour|day|night|week|month|quarter|year|barrel|tonne|ton|share|ounce|bushel|gallon|litre"
    "|liter|pound|kilo"
    "|kilogram|unit|user|seat|head|vehicle|megawatt-hour|MWh|kWh|MMBtu|therm|GPU|token|person|passenger"
    "|customer|household"
)

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_ONE_WORD = one_of(NUMBER_WORDS)
WORDS = (
    rf"(?:(?:half\s)?an?\s(?:dozen|hundred|thousand|million|billion|trillion)"
    rf"|{_ONE_WORD}(?:[\s-](?:and\s)?(?:{_ONE_WORD}"
    r"|hundred|dozen|thousand|million|billion|trillion))*)(?![a-eg-z])"
)
SCALE = r"(?:\s?(?:thousand|million|billion|trillion|crore|lakh|mln|bln|trn|mn|bn|tn|mm)\b|[kKmMbBtT](?!\w))"
SIGN = r"(?:(?:US|CA|AU|HK|NZ|NT|C|A|S|R)?\$(?:US|A|C)?|[€£¥₹₩₺₽]|(?-i:" + "|".join(_ISO) + r"|RMB|Rs\.?)\s?)"
CURRENCY = (
    r"(?:(?:US|U\.S\.|Australian|Canadian|Hong Kong|Singapore|New Zealand)\s)?dollars?|euros?"
    r"|pounds?(?:\ssterling)?|yen|yuan"
    r"|renminbi|won|rupees?|(?:Swiss\s)?francs?|(?:Swedish\s)?kron(?:or|a)|(?:Norwegian\s|Danish\s)?kroner?"
    r"|pesos?|reais"
    r"|rand|zloty|lira|rou?bles?|shekels?|dirhams?|riyals?|baht|(?-i:" + "|".join(_ISO) + ")"
)
_PARTS = re.compile(r"[\s-]+")


def number_of(words: str) -> float:
    """Return the value of digits or of a number in words ("two hundred thousand", "half a billion", "a dozen")."""
    if words[0].isdigit() or words[0] == ".":
        return float(words.replace(",", ""))
    lower = small(words)
    if lower in NUMBER_WORDS:
        return NUMBER_WORDS[lower]
    total = current = 0.0
    for word in _PARTS.split(lower):
        if word in NUMBER_WORDS:
            current += NUMBER_WORDS[word]
        elif word == "half":
            current = 0.5
        elif word in ("hundred", "dozen"):
            current = (current or 1) * (100 if word == "hundred" else 12)
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0
    return total + current


def currency_of(words: str) -> str:
    """Return the ISO 4217 code of a sign, a code or a name; a name of several currencies stays as it is."""
    name = words.strip()
    upper = name.upper()
    if upper in _SIGNS or upper in _ISO:
        return _SIGNS.get(upper, upper)
    lower = " ".join(small(name).split())
    return _NAMED.get(lower) or _NAMED.get(lower.removesuffix("s")) or lower


def singular(noun: str) -> str:
    """Return a noun as a unit: one of it, persons as ``people``, acronyms in capitals."""
    lower = noun.lower()
    if lower in PERSONS:
        return "people"
    if lower.endswith("ies") and len(lower) > len("ties"):
        return noun[:-3] + "y"
    if lower.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    one = noun if lower.endswith("ss") else noun.removesuffix("s")
    return one.upper() if one in ("gpu", "tpu", "cpu") else one
