"""What can be seen of a sentence that may assert something: its words, its form, its place, and what stands in it.

Each feature is named as the reader is told it. The model in ``unit_model`` weighs them; ``tests/accuracy`` trains it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from briefreader.analysis.claims.unit_signs import COMMANDS, HINTS, LONE, SIGNS, VERBS
from briefreader.analysis.roles.roles import BlockRole
from briefreader.model.document import Role
from briefreader.model.span import Span

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A character of a language without spaces between words."""
_LABEL = re.compile(r"(?:\d+[.)] )?[^.!?:：]{2,60}[:：]\s+")
_CAPITAL = re.compile(r"\b[A-Z]")
_WORD = re.compile(r"\b[A-Za-z]")
_PICTURE = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF]")
_QUOTED = re.compile(r"[“\"„«「][^“”\"»」]{14,}")
_CLOSING = "*_\"”’')]"
_ENDS = {"。": ".", "：": ":", "？": "?", "！": "!"}
_LENGTHS = (4, 7, 12, 20, 35)
_MARKS = {
    "%": "a percentage",
    "$": "an amount of money",
    "€": "an amount of money",
    "£": "an amount of money",
    "¥": "an amount of money",
    "(": "brackets",
    "—": "a dash",
    "|": "bars or dots between parts",
    "·": "bars or dots between parts",
    "•": "bars or dots between parts",
    "{": "braces or tags",
    "<": "braces or tags",
    "#": "a hash sign",
    '"': "quotation marks",
    "“": "quotation marks",
    "「": "quotation marks",
    "«": "quotation marks",
}
_TELLING: frozenset[BlockRole] = frozenset({"heading", "label", "table", "item", "source_line"})
"""Neighbours that are frequent enough to learn from."""
_MOST_OF = 0.8
_MUCH_OF = 0.6
_HALF = 0.5
_REPEATED = 3
_PAST = ("an act",)
_SAID = "|".join(word for word, signs in SIGNS.items() if "saying" in signs and word.isascii())
_SAID_LAST = re.compile(rf",[”\"]? (?:[\w’'.-]+ ){{1,7}}?(?:{_SAID})\b[^,]{{0,60}}$|, according to [^,]+$")
_SPEAKER_FIRST = re.compile(rf"[^,;:.]{{2,60}}? (?:{_SAID})\b", re.IGNORECASE)
_SPEAKER_LABEL = re.compile(r"[*_]*[A-Z][^:“\"]{1,40}: ?[“\"]")
_FROM_TO = re.compile(r"\b(?:from|vs\.?|versus|against) [^\s\w]?\d|\bfrom \S+ to \S*\d|\bprior:? \S*\d", re.IGNORECASE)
_BASE = re.compile(
    r"\b(?:year[- ](?:on|over|earlier|ago)|month[- ](?:on|over)|yoy|y/y|qoq|q/q|m/m|from (?:a|the|last|its)\b|since \w+"
    r"|(?:than|compared|relative|above|below) )|-week period|\b\w+est\b[^.]{0,40}\b(?:since|in|ever)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:rose|rises?|up|down|f[ea]ll|falls|gain\w*|declin\w+|increas\w+|decreas\w+|dropp?\w*|grew|slid|surg\w+)\b"
    r"[^.;]{0,24}?\d[\d.,]* ?(?:%|per ?cent|bps|basis)|[+\u2212-]\d[\d.,]*%",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b\d\d?:\d\d\b|\b\d\d? ?[ap]\.?m\b", re.IGNORECASE)
_CALENDAR = re.compile(
    r"^(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?:consensus|est|estimates?|case)\b[^.]{0,40}\d"
    r"|\b(?:chance|high near|low (?:near|around)) of?\b|\bforecast\b",
    re.IGNORECASE,
)
_SHARES = (0.05, 0.4, 0.75)
_NUMBERS = (1, 2, 3, 5)
_EARLY = 9
_EARLY_TOKENS = 6
_SHORTEST_PAST = 4
_LABEL_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence, a list item or a cell, with what is around it and in it."""

    span: Span
    words: str
    role: BlockRole
    section: Role
    number: int
    """Its place among the sentences of its block, from 0."""
    of: int
    before: BlockRole
    after: BlockRole
    linked: float
    """How much of it is a link."""
    strong: float
    """How much of it is set bold."""
    is_quote: bool
    forms: frozenset[str]
    """The forms of the citations in it."""
    cited: float
    """How much of it is a citation."""
    tenses: frozenset[str]
    """Whether its dates are past, now or to come."""
    amounts: frozenset[str]
    """The kinds of its quantities."""
    counted: int
    """How many quantities are in it."""
    repeats: int
    """How often the same words stand in the article."""
    shared: float
    """How much of its longer words stand in the next unit as well, as those of a headline do."""


def tokens_of(words: str) -> list[str]:
    """Return words and signs in small letters, every number as 0; characters of languages without spaces one by one."""
    found = _TOKEN.findall(words.lower().replace("’", "'"))
    if WIDE.search(words):
        found = [part for token in found for part in (token if WIDE.match(token) else (token,))]
    return ["0" if token[0].isdigit() else token for token in found]


def features_of(unit: Unit) -> set[str]:
    """Return the names of all that is seen of a unit."""
    tokens = tokens_of(unit.words)
    ending = _ending(unit.words)
    found = {"always"}
    found.update([f"the word “{token}”" for token in tokens])
    found.update([f"“{one} {other}”" for one, other in pairwise(["^", *tokens, "$"])])
    found.update([f"“{token}” near its beginning" for token in tokens[:3]])
    found.update(_form(unit, tokens, ending))
    found.update(_place(unit, ending))
    found.update(_contents(unit))
    found.update(_signs(unit, tokens))
    found.update(_hints(tokens))
    found.update(_label(unit, tokens))
    found.update(_clause(unit, tokens))
    return found


def _clause(unit: Unit, tokens: list[str]) -> Iterator[str]:
    """Yield what the order of words says: the first verb, who speaks, what a figure is measured against."""
    words = unit.words
    verb = next((kind for token in tokens[1:] if (kind := _verb_kind(token))), "none")
    yield f"its first verb: {verb}"
    yield from [f"its first verb: {verb}, amounts"] if unit.amounts else []
    told = [name for name, pattern in _PATTERNS.items() if pattern.search(words)]
    if _SPEAKER_LABEL.match(words):
        told.append("a speaker's label")
    speaker = _SPEAKER_FIRST.match(words)
    if speaker and speaker[0].count(" ") < _EARLY:
        told.append("a speaker first")
    if words.count("“") < words.count("”") or words.count('"') % 2:
        told.append("in the middle of a quotation")
    yield from told
    yield from (f"{one} with {other}" for one, other in combinations(told, 2))
    yield from (f"{name}, first verb: {verb}" for name in told)
    quoted = sum(len(match[0]) for match in _QUOTED.finditer(words)) / max(1, len(words))
    share = sum(quoted > least for least in _SHARES)
    yield from (f"quoted {share}", f"quoted {share}, {unit.role}") if share else ()
    count = sum(unit.counted >= least for least in _NUMBERS)
    yield from (f"{count} figures", f"{count} figures, first verb: {verb}")
    yield f"{count} figures, length {sum(len(tokens) >= least for least in _LENGTHS)}"
    if unit.tenses:
        yield f"dates {'-'.join(sorted(unit.tenses))}, first verb: {verb}"


def _verb_kind(token: str) -> str | None:
    """Return what a verb does; None for other words."""
    for sign in SIGNS.get(token, ()):
        if sign in VERBS or sign == "movement":
            return sign
    return "an act" if token.endswith("ed") and len(token) > _SHORTEST_PAST else None


_PATTERNS = {
    "a speaker last": _SAID_LAST,
    "from one figure to another": _FROM_TO,
    "a base": _BASE,
    "moved by": _MOVED,
    "a time of day": _CLOCK,
    "a calendar's words": _CALENDAR,
}


def _ending(words: str) -> str:
    last = (words.rstrip(_CLOSING) or words)[-1:]
    last = _ENDS.get(last, last)
    return last if last in ".!?:…;," else "no mark"


def _form(unit: Unit, tokens: list[str], ending: str) -> Iterator[str]:
    """Yield how long a unit is, how it ends, and which signs stand in it."""
    length = f"length {sum(len(tokens) >= least for least in _LENGTHS)}"
    words, end = unit.words, f"ends with {ending}"
    capitals = f"capitals {5 * len(_CAPITAL.findall(words)) // (1 + len(_WORD.findall(words)))}"
    yield from (length, end, capitals, f"{length}, {end}", f"{capitals}, {end}")
    yield from (f"{unit.role}, {end}", f"{unit.role}, {length}", f"{unit.role}, {end}, {length}")
    for mark, name in _MARKS.items():
        if mark in words:
            yield name
    if "0" in tokens:
        yield "digits"
    if "http" in words:
        yield "a web address"
    if words[:1].islower():
        yield "begins with a small letter"
    if words.isupper():
        yield "all in capitals"
    if _PICTURE.search(words):
        yield "a picture character"


def _place(unit: Unit, ending: str) -> Iterator[str]:
    """Yield where a unit stands."""
    alone = "alone" if unit.of == 1 else "first" if unit.number == 0 else "later"
    yield from (f"{unit.role} block", f"section {unit.section}", f"{alone} in its block")
    yield from (f"{alone} in {unit.role}",)
    yield from [f"after {unit.before}"] if unit.before in _TELLING else []
    yield from [f"before {unit.after}"] if unit.after in _TELLING else []
    yield from (f"{alone}, ends with {ending}", f"{alone} in {unit.role}, ends with {ending}")
    if unit.is_quote:
        yield "in a block quote"
    if unit.linked:
        yield "all a link" if unit.linked > _MOST_OF else "a link"
    if unit.strong:
        yield f"all bold, {alone}" if unit.strong > _MOST_OF else "partly bold"
    if unit.repeats > 1:
        yield "repeated often" if unit.repeats > _REPEATED else "repeated"
    if unit.shared > _HALF:
        yield f"its words come again in the next sentence, {alone}"


def _contents(unit: Unit) -> Iterator[str]:
    """Yield what the other extractors found in a unit."""
    for form in unit.forms:
        yield f"a citation ({form})"
    if unit.cited > _MUCH_OF:
        yield "nearly all a citation"
    for tense in unit.tenses:
        yield f"a date ({tense})"
    for kind in unit.amounts:
        yield f"an amount ({kind})"


def _signs(unit: Unit, tokens: list[str]) -> Iterator[str]:
    """Yield what the words hint at, alone and in pairs."""
    counts: dict[str, int] = {}
    for token in tokens:
        for sign in SIGNS.get(token) or (_PAST if token.endswith("ed") and len(token) > _SHORTEST_PAST else ()):
            counts[sign] = counts.get(sign, 0) + 1
    for sign, count in counts.items():
        yield f"words of {sign}"
        if count > 1:
            yield f"several words of {sign}"
    if VERBS.isdisjoint(counts):
        yield f"hardly a verb, {unit.role}"
    paired: list[str] = [sign for sign in counts if sign not in LONE]
    paired += ["an amount"] if unit.amounts else []
    paired += ["a percentage"] if "%" in tokens else []
    paired += ["a day to come"] if "future" in unit.tenses else []
    paired += ["a named speaker"] if "narrative" in unit.forms else []
    if _QUOTED.search(unit.words):
        yield "words of quotation"
        paired.append("quotation")
    yield from _pairs(paired)


def _hints(tokens: list[str]) -> Iterator[str]:
    """Yield what single words hint at, and once more for the first words, where subject and verb often are."""
    for place, token in enumerate(tokens):
        for hint in HINTS.get(token, ()):
            yield f"a hint of {hint}"
            if place < _EARLY_TOKENS:
                yield f"a hint of {hint} near its beginning"


def _pairs(signs: Iterable[str]) -> Iterator[str]:
    for one, other in combinations(sorted(signs), 2):
        yield f"{one} with {other}"


def _label(unit: Unit, tokens: list[str]) -> Iterator[str]:
    """Yield what a label at the beginning says, and what is behind it."""
    match = _LABEL.match(unit.words)
    first = tokens[:1]
    if match:
        first = tokens_of(unit.words[match.end() : match.end() + 40])[:1]
        for token in tokens_of(match[0])[:_LABEL_WORDS]:
            yield f"“{token}” in its label"
        yield "begins with a label"
        yield from (f"“{token}” after its label" for token in first)
    if first and first[0] in COMMANDS and not (tokens[:1] == first and _verb_kind("".join(tokens[1:2]))):
        yield from ("begins as an instruction", f"begins as an instruction, {unit.role}")
