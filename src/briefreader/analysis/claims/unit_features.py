"""What can be seen of a sentence that may assert something: its words, its form, its place, and what stands in it.

Each feature has the name that explanations show. ``unit_model`` weighs the features; ``tests/accuracy`` trains it.

The names are made once for each combination of what is seen, because most sentences share theirs.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations, pairwise

from briefreader.analysis.claims.unit_clauses import MOST_KEPT, SHORTEST_PAST, told_by_order, verb_kind
from briefreader.analysis.claims.unit_signs import COMMANDS, HINTS, LONE, SIGNS, VERBS
from briefreader.analysis.roles.roles import BlockRole
from briefreader.model.document import Role
from briefreader.model.span import Span

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_PLAIN_TOKEN = re.compile(r"[a-z]+(?:['-][a-z]+)*|[0-9][0-9.,]*|[^\w\s]")
"""The same in a text of small ASCII letters, where it is found in half the time."""
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A character of a language without spaces between words."""
_LABEL = re.compile(r"(?:\d+[.)] )?[^.!?:：]{2,60}[:：]\s+")
_INITIAL, _PLAIN_INITIAL = re.compile(r"\b[A-Za-z]"), re.compile(r"\b[A-Za-z]", re.ASCII)
_PICTURE = re.compile(r"[\U0001F000-\U0001FAFF\u2600-\u27BF]")
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
_SHARES = (0.05, 0.4, 0.75)
_NUMBERS = (1, 2, 3, 5)
_EARLY_TOKENS = 6
_LABEL_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence, a list item or a cell, with what is around it and in it."""

    span: Span
    words: str
    tokens: tuple[str, ...]
    """Its words and signs: see :func:`tokens_of`."""
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


def tokens_of(words: str) -> tuple[str, ...]:
    """Return words and signs in small letters, every number as 0; characters of languages without spaces one by one."""
    if words.isascii():
        return tuple(["0" if token[0].isdigit() else token for token in _PLAIN_TOKEN.findall(words.lower())])
    found = _TOKEN.findall(words.lower().replace("’", "'"))
    if WIDE.search(words):
        found = [part for token in found for part in (token if WIDE.match(token) else (token,))]
    return tuple(["0" if token[0].isdigit() else token for token in found])


def features_of(unit: Unit) -> set[str]:
    """Return the names of all that is seen of a unit."""
    found = {word_name(token) for token in unit.tokens}
    found.update(pair_name(one, other) for one, other in pairwise([FIRST, *unit.tokens, LAST]))
    return found.union(*groups_of(unit))


FIRST, LAST = "^", "$"
"""What stands before the first token and behind the last."""


def word_name(token: str) -> str:
    """Return the name of the feature that a token is."""
    return f"the word “{token}”"


def pair_name(one: str, other: str) -> str:
    """Return the name of the feature that two tokens are."""
    return f"“{one} {other}”"


def groups_of(unit: Unit) -> Iterator[tuple[str, ...]]:
    """Yield the names of all that is seen but single tokens and pairs of them, in groups that many units share."""
    ending = _ending(unit.words)
    length = bisect_right(_LENGTHS, len(unit.tokens))
    signs = frozenset(unit.tokens)
    told = told_by_order(unit.words, unit.tokens, signs)
    yield _near_the_beginning(unit.tokens[:3])
    yield _form(unit.role, length, _capitals(unit.words), ending)
    yield tuple(_outward(unit.words, signs))
    yield _place(unit.role, unit.section, _alone(unit), unit.before, unit.after, ending)
    yield tuple(_around(unit))
    yield _contents(unit.forms, unit.tenses, unit.amounts, is_cited=unit.cited > _MUCH_OF)
    yield from _signs(unit, signs, is_quoted=told.quoted > 0)
    yield tuple(_hinted(unit.tokens))
    yield tuple(_label(unit))
    figures = bisect_right(_NUMBERS, unit.counted)
    yield _clause(told.verb, told.names, unit.role, bisect_left(_SHARES, told.quoted))
    yield _measured(told.verb, figures, length, unit.tenses, has_amounts=bool(unit.amounts))


@lru_cache(MOST_KEPT)
def _near_the_beginning(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return ("always", *(f"“{token}” near its beginning" for token in tokens))


@lru_cache(MOST_KEPT)
def _clause(verb: str, told: tuple[str, ...], role: BlockRole, quoted: int) -> tuple[str, ...]:
    return (
        f"its first verb: {verb}",
        *told,
        *(f"{one} with {other}" for one, other in combinations(told, 2)),
        *(f"{name}, first verb: {verb}" for name in told),
        *((f"quoted {quoted}", f"quoted {quoted}, {role}") if quoted else ()),
    )


@lru_cache(MOST_KEPT)
def _measured(verb: str, figures: int, length: int, tenses: frozenset[str], *, has_amounts: bool) -> tuple[str, ...]:
    return (
        *([f"its first verb: {verb}, amounts"] if has_amounts else ()),
        f"{figures} figures",
        f"{figures} figures, first verb: {verb}",
        f"{figures} figures, length {length}",
        *([f"dates {'-'.join(sorted(tenses))}, first verb: {verb}"] if tenses else ()),
    )


# How a unit looks


def _ending(words: str) -> str:
    last = (words.rstrip(_CLOSING) or words)[-1:]
    last = _ENDS.get(last, last)
    return last if last in ".!?:…;," else "no mark"


def _capitals(words: str) -> int:
    """Return how many fifths of the words begin with a capital."""
    initials = (_PLAIN_INITIAL if words.isascii() else _INITIAL).findall(words)
    return 5 * sum(map(str.isupper, initials)) // (1 + len(initials))


@lru_cache(MOST_KEPT)
def _form(role: BlockRole, length: int, capitals: int, ending: str) -> tuple[str, ...]:
    """Return how long a unit is, and how it ends."""
    long, many, end = f"length {length}", f"capitals {capitals}", f"ends with {ending}"
    return (
        *(long, end, many, f"{long}, {end}", f"{many}, {end}"),
        *(f"{role}, {end}", f"{role}, {long}", f"{role}, {end}, {long}"),
    )


def _outward(words: str, signs: AbstractSet[str]) -> Iterator[str]:
    """Yield which signs stand in a unit, and how it is written."""
    for mark in _MARKS.keys() & signs:
        yield _MARKS[mark]
    if "0" in signs:
        yield "digits"
    if "http" in words:
        yield "a web address"
    if words[:1].islower():
        yield "begins with a small letter"
    if words.isupper():
        yield "all in capitals"
    if not words.isascii() and _PICTURE.search(words):
        yield "a picture character"


@lru_cache(MOST_KEPT)
def _place(
    role: BlockRole, section: Role, alone: str, before: BlockRole, after: BlockRole, ending: str
) -> tuple[str, ...]:
    """Return where a unit stands."""
    return (
        *(f"{role} block", f"section {section}", f"{alone} in its block", f"{alone} in {role}"),
        *([f"after {before}"] if before in _TELLING else ()),
        *([f"before {after}"] if after in _TELLING else ()),
        *(f"{alone}, ends with {ending}", f"{alone} in {role}, ends with {ending}"),
    )


def _around(unit: Unit) -> Iterator[str]:
    """Yield how a unit is set, and what of it stands elsewhere."""
    alone = _alone(unit)
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


def _alone(unit: Unit) -> str:
    return "alone" if unit.of == 1 else "first" if unit.number == 0 else "later"


@lru_cache(MOST_KEPT)
def _contents(
    forms: frozenset[str],
    tenses: frozenset[str],
    amounts: frozenset[str],
    *,
    is_cited: bool,
) -> tuple[str, ...]:
    """Return what the other extractors found in a unit."""
    return (
        *(f"a citation ({form})" for form in forms),
        *(["nearly all a citation"] if is_cited else ()),
        *(f"a date ({tense})" for tense in tenses),
        *(f"an amount ({kind})" for kind in amounts),
    )


# What the words hint at, alone and in pairs


def _signs(unit: Unit, signs: AbstractSet[str], *, is_quoted: bool) -> Iterator[tuple[str, ...]]:
    counts: dict[str, int] = {}
    for sign in chain.from_iterable(map(_signs_of, unit.tokens)):
        counts[sign] = counts.get(sign, 0) + 1
    yield _hints(frozenset(counts.items()), unit.role)
    paired = [sign for sign in counts if sign not in LONE]
    paired += ["an amount"] if unit.amounts else []
    paired += ["a percentage"] if "%" in signs else []
    paired += ["a day to come"] if "future" in unit.tenses else []
    paired += ["a named speaker"] if "narrative" in unit.forms else []
    paired += ["quotation"] if is_quoted else []
    yield ("words of quotation",) if is_quoted else ()
    yield _pairs(frozenset(paired))


@lru_cache(MOST_KEPT)
def _signs_of(token: str) -> tuple[str, ...]:
    return SIGNS.get(token) or (_PAST if token.endswith("ed") and len(token) > SHORTEST_PAST else ())


@lru_cache(MOST_KEPT)
def _hints(counts: frozenset[tuple[str, int]], role: BlockRole) -> tuple[str, ...]:
    return (
        *(f"words of {sign}" for sign, _ in counts),
        *(f"several words of {sign}" for sign, count in counts if count > 1),
        *([f"hardly a verb, {role}"] if VERBS.isdisjoint(sign for sign, _ in counts) else ()),
    )


@lru_cache(MOST_KEPT)
def _pairs(signs: frozenset[str]) -> tuple[str, ...]:
    return tuple(f"{one} with {other}" for one, other in combinations(sorted(signs), 2))


def _hinted(tokens: Sequence[str]) -> Iterator[str]:
    """Yield what single words hint at, and once more for the first words, where subject and verb often are."""
    for place, token in enumerate(tokens):
        for hint in HINTS.get(token, ()):
            yield f"a hint of {hint}"
            if place < _EARLY_TOKENS:
                yield f"a hint of {hint} near its beginning"


def _label(unit: Unit) -> Iterator[str]:
    """Yield what a label at the beginning says, and what is behind it."""
    match = _LABEL.match(unit.words)
    first = unit.tokens[:1]
    if match:
        first = tokens_of(unit.words[match.end() : match.end() + 40])[:1]
        for token in tokens_of(match[0])[:_LABEL_WORDS]:
            yield f"“{token}” in its label"
        yield "begins with a label"
        yield from (f"“{token}” after its label" for token in first)
    if first and first[0] in COMMANDS and not (unit.tokens[:1] == first and verb_kind("".join(unit.tokens[1:2]))):
        yield from ("begins as an instruction", f"begins as an instruction, {unit.role}")
