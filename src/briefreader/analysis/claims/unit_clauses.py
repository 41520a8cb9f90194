"""What the order of words says in a sentence: its first verb, who speaks, what a figure is measured against.

A pattern is searched only where a word stands that it cannot do without: a fifth of the time of searching all.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from briefreader.analysis.claims.unit_signs import SIGNS, VERBS
from briefreader.analysis.text.patterns import beginning

MOST_KEPT = 1 << 15
"""So many words, or groups of features, are kept: those of some hundred briefings."""
_QUOTED = re.compile(r"[“\"„«「][^“”\"»」]{14,}")
_SAID = "|".join(word for word, signs in SIGNS.items() if "saying" in signs and word.isascii())
_SAID_LAST = re.compile(rf",[”\"]? (?:[\w’'.-]+ ){{1,7}}?(?:{_SAID})\b[^,]{{0,60}}$|, according to [^,]+$")
_SPEAKER_FIRST = re.compile(rf"[^,;:.]{{2,60}}? (?:{_SAID})\b", re.IGNORECASE)
_SPEAKER_LABEL = re.compile(r"[*_]*[A-Z][^:“\"]{1,40}: ?[“\"]")
_FROM_TO = re.compile(r"\b(?:from|vs\.?|versus|against) [^\s\w]?\d|\bfrom \S+ to \S*\d|\bprior:? \S*\d", re.IGNORECASE)
_BASE = re.compile(
    rf"{beginning('year month yoy y q m from since than comp rela abov belo')}"
    r"(?:year[- ](?:on|over|earlier|ago)|month[- ](?:on|over)|yoy|y/y|qoq|q/q|m/m|from (?:a|the|last|its)\b|since \w+"
    r"|(?:than|compared|relative|above|below) )|-week period|(?<=\west)\b[^.]{0,40}\b(?:since|in|ever)\b",
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
_EARLY = 9
SHORTEST_PAST = 4
PATTERNS = {
    "a speaker last": _SAID_LAST,
    "from one figure to another": _FROM_TO,
    "a base": _BASE,
    "moved by": _MOVED,
    "a time of day": _CLOCK,
    "a calendar's words": _CALENDAR,
}
_CUES = {
    "a speaker last": re.compile(_SAID),
    "from one figure to another": re.compile("from|vs|versus|against|prior"),
    "a base": re.compile("year|month|yoy.*|qoq.*|[yqm]|from|since|than|compared|relative|above|below|week|.*est"),
    "moved by": re.compile("rose|rises?|up|down|f[ea]ll|falls|grew|slid|(?:gain|declin|increas|decreas|drop|surg).*"),
    "a time of day": re.compile("[ap]?m"),
    "a calendar's words": re.compile(
        "today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|consensus|est|estimates?|case|chance|near"
        "|around|forecast"
    ),
}
"""For each pattern the words, in small letters, of which a sentence must have one."""
_CUE = re.compile("|".join(cue.pattern for cue in _CUES.values()))
_OF_FIGURES = frozenset({"from one figure to another", "moved by", "a time of day"})
"""Patterns that match no sentence without a digit."""
_PLUS_MINUS = frozenset("+-\u2212")
_OPENING_MARKS = frozenset('“"„«「')


class Told(NamedTuple):
    """What the order of words says of a unit."""

    verb: str
    """What its first verb does; "none" where there is none."""
    names: tuple[str, ...]
    quoted: float
    """How much of a unit is a quotation."""


def told_by_order(words: str, tokens: Sequence[str], signs: AbstractSet[str]) -> Told:
    """Return what the words of a unit and their order tell; ``signs`` are its tokens, each once."""
    verb = next(filter(None, map(verb_kind, tokens[1:])), "none")
    cues = _cues(signs)
    told = [name for name, pattern in PATTERNS.items() if name in cues and pattern.search(words)] if cues else []
    quoted = 0
    if not signs.isdisjoint(_OPENING_MARKS):
        if _SPEAKER_LABEL.match(words):
            told.append("a speaker's label")
        quoted = sum([len(match[0]) for match in _QUOTED.finditer(words)])
    if "a speaker last" in cues:
        speaker = _SPEAKER_FIRST.match(words)
        if speaker and speaker[0].count(" ") < _EARLY:
            told.append("a speaker first")
    if words.count("“") < words.count("”") or words.count('"') % 2:
        told.append("in the middle of a quotation")
    return Told(verb, tuple(told), quoted / max(1, len(words)))


@lru_cache(MOST_KEPT)
def verb_kind(token: str) -> str | None:
    """Return what a verb does; None for other words."""
    for sign in SIGNS.get(token, ()):
        if sign in VERBS or sign == "movement":
            return sign
    return "an act" if token.endswith("ed") and len(token) > SHORTEST_PAST else None


def _cues(signs: AbstractSet[str]) -> set[str]:
    """Return the patterns that may match."""
    cues = set(chain.from_iterable(map(_cues_in, signs)))
    if "%" in signs and not signs.isdisjoint(_PLUS_MINUS):
        cues.add("moved by")
    if ":" in signs:
        cues.add("a time of day")
    return cues if "0" in signs else cues - _OF_FIGURES


@lru_cache(MOST_KEPT)
def _cues_in(token: str) -> tuple[str, ...]:
    """Return the patterns for which one of the words joined in a token is a cue."""
    words = [word for word in token.replace("-", "'").split("'") if _CUE.fullmatch(word)]
    return tuple(name for name, cue in _CUES.items() if any(map(cue.fullmatch, words))) if words else ()
