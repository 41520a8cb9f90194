"""What the reader asks of the articles, taken apart; search, views, commands and exports share it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from briefreader.model.article import STATES
from briefreader.model.finding import RULES

Order = Literal["newest", "relevance", "shortest", "score"]
ORDERS: tuple[Order, ...] = get_args(Order)
FieldKind = Literal["name", "words", "choice", "date", "number", "name or number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRule:
    """What may stand after a field's colon, and what it asks for."""

    kind: FieldKind
    asks: str
    choices: tuple[str, ...] = ()
    is_ahead: bool = False
    """Whether ``30d`` counts from today forwards."""
    may_go_on: bool = False
    """Whether a ``*`` may follow."""


FIELDS: Mapping[str, FieldRule] = {
    "title": FieldRule(kind="words", asks="a word or “phrase” in the title; end with * for a prefix", may_go_on=True),
    "source": FieldRule(kind="name", asks="part of the name or folder of its feed"),
    "publisher": FieldRule(kind="name", asks="part of the publisher's name"),
    "origin": FieldRule(kind="name", asks="part of the name of the original source, as declared or on your evidence"),
    "entity": FieldRule(kind="words", asks="a company, person or product, under any known name"),
    "tag": FieldRule(kind="name", asks="one of your tags"),
    "thesis": FieldRule(kind="name", asks="part of the title of a thesis with evidence from the article"),
    "bull": FieldRule(kind="name or number", asks="bull evidence, by part of the thesis title or by strength"),
    "bear": FieldRule(kind="name or number", asks="bear evidence, by part of the thesis title or by strength"),
    "strength": FieldRule(kind="number", asks="strength of evidence, 1 to 5"),
    "is": FieldRule(kind="choice", asks="its list, or whether it is read", choices=(
        *STATES, "snoozed", "read", "unread")),
    "has": FieldRule(kind="choice", asks="what the article has", choices=(
        "notes", "highlight", "evidence", "bull", "bear", "neutral", "tag", "thesis", "claim", "finding", "watch",
        "doubt", "url", "date")),
    "finding": FieldRule(kind="choice", asks="a finding that is not dismissed", choices=tuple(
        rule.lower().replace("_", "-") for rule in RULES)),
    "cited": FieldRule(kind="choice", asks="whether any claim cites a source", choices=("yes", "no")),
    "published": FieldRule(kind="date", asks="date of publication"),
    "added": FieldRule(kind="date", asks="date added"),
    "due": FieldRule(kind="date", asks="due date of an open watch item", is_ahead=True),
    "words": FieldRule(kind="number", asks="number of words"),
    "progress": FieldRule(kind="number", asks="reading progress in per cent"),
    "claims": FieldRule(kind="number", asks="number of checkable claims"),
    "notes": FieldRule(kind="number", asks="number of notes"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Words side by side, in title, text, notes, quotes or tags; case and accents do not count."""

    words: str
    is_prefix: bool = False
    """Whether the last word may go on."""


@dataclass(frozen=True, slots=True)
class Range:
    """From the lowest to the highest, both among them; None for no end. Days are ISO text."""

    low: int | str | None
    high: int | str | None


@dataclass(frozen=True, slots=True)
class FieldTest:
    """One field asked for."""

    field: str
    value: str | Range
    is_prefix: bool = False
    """Whether the last word of the value may go on."""


@dataclass(frozen=True, slots=True)
class Both:
    """All of them; all articles when there are none."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of them."""

    parts: "tuple[Query, ...]"


@dataclass(frozen=True, slots=True)
class Without:
    """Not this."""

    part: "Query"


Query = Words | FieldTest | Both | Either | Without
EVERYTHING = Both(())


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """What cannot be understood in a query."""

    at: int
    """The character where it begins."""
    message: str
    """What was expected there."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A few words round a match."""

    text: str
    marks: tuple[tuple[int, int], ...]
    """Where in ``text`` the words stand that were looked for."""


def words_in(query: Query) -> tuple[Words, ...]:
    """Return the words that a match holds, to mark them; not those that it must not hold."""
    match query:
        case Words():
            return (query,)
        case Both(parts) | Either(parts):
            return tuple(words for part in parts for words in words_in(part))
        case FieldTest("title", str(value), is_prefix):
            return (Words(value, is_prefix),)
        case _:
            return ()


def mentions(query: Query, field: str) -> bool:
    """Tell whether a field is asked for anywhere in a query."""
    match query:
        case Both(parts) | Either(parts):
            return any(mentions(part, field) for part in parts)
        case Without(part):
            return mentions(part, field)
        case FieldTest(name):
            return name == field
        case _:
            return False
