"""Whether two articles tell of one event, and by what evidence.

Method: the title and the first 2,000 characters say what an article is about. Two articles are about one event when
they are at most two days apart, their tf-idf cosine reaches 0.16, and they share a rare name, a figure or three rare
words. They also are when they share three rare statements and two rare names, also where one has no day; when one is
half made of the other's five-word runs, or links to it; when they have one title on one day; or when they quote seven
words in a row alike. Titles tell another step of the matter, such as a preview of it, from the event. Two editions of
one outlet never are: articles with one title or address but for digits and dates, or with one part of the title in
common. docs/across.md has the figures measured.

Articles on one matter and not one event, such as the next step of it, share less, or are up to 14 days apart.
"""

import math
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Literal

from briefreader.analysis.across.relatedness import count_words
from briefreader.analysis.across.steps import step_between

LEAD = 2_000
"""Characters of a text that say what it is about."""
Kinship = Literal["same", "related"]
"""Whether two articles tell of one event, or of one matter."""

DAYS, DAYS_OF_MATTER = 2, 14
LONGEST_COPY = 12_000
"""Characters of a text that are held against another's for copies."""
LEAST_CLOSE, LEAST_COPIED, LEAST_LINKED = 0.16, 0.5, 0.1
_STATED_OF_ONE_MATTER, _OF_ONE_MATTER, _SURELY_OF_ONE_MATTER = 0.08, 0.14, 0.3
MARKS, SKETCH = 24, 8
_RUN = 5
_FEWEST_WORDS = 3
_STATED, _NAMES, _TITLED = 3, 2, 3
_TOLD = 4
_RARE_WORD = 0.6
"""A word is rare that has this share of the most that a word can weigh."""
_FIGURE = re.compile(
    r"[$€£¥]\s?\d[\d.,]*(?:\s?(?:billion|million|trillion|bn|mn|m|k)\b)?|\b\d[\d.,]*\s?%|\b\d+(?:[.,]\d+)+\b|\b\d{3,}\b",
    re.IGNORECASE,
)
_FULL_FIGURE = re.compile(r"(?:\d\D?){3}|[a-z]", re.IGNORECASE)
"""Of figures with fewer digits, and no scale, others are alike by chance: 5%, $12."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_COPIED, _LINKED, _QUOTED_ALIKE = "the same text", "one links to the other", "both quote"
_QUOTATION = re.compile(r"[“\"]([^“”\"\n]{24,400})[”\"]")
_QUOTED = 7
"""So many words in a row in quotation marks are nobody's by chance."""
_PARTS = re.compile(r"[:|·—–]|\s-\s")
_SHORTEST_PART = 4


@dataclass(frozen=True)  # no slots: what it quotes is kept
class Telling:
    """What of an article says which event it tells of."""

    title: str
    """Empty where it has none."""
    text: str
    """How its text begins."""
    outlet: str | None
    """Its publisher, else its host; None where neither is known."""
    day: date | None
    names: frozenset[str] = frozenset()
    """Those that few articles have."""
    stated: frozenset[str] = frozenset()
    """The keys of what it states that few articles state: who did what to whom, or has which figure of what."""
    address: str | None = None

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """The words that it quotes, so many in a row as tell a quotation, from each place in a quotation."""
        return tuple(
            " ".join(words[place : place + _QUOTED])
            for quotation in _QUOTATION.findall(self.text)
            for words in [re.findall(r"[\w’']+", quotation.casefold().replace("’", "'"))]
            for place in range(len(words) - _QUOTED + 1)
        )

    @property
    def lead(self) -> str:
        """Its title and the first of its text."""
        return f"{self.title}\n{self.text[:LEAD]}"


def is_edition(one: Telling, other: Telling) -> bool:
    """Tell whether two articles are two editions of one outlet, such as two days' newsletters.

    An outlet that is not known may be the other's.
    """
    if one.outlet and other.outlet and one.outlet.casefold() != other.outlet.casefold():
        return False
    if one.title and one.title == other.title:
        return bool(one.day and other.day and one.day != other.day)
    if (
        one.address
        and other.address
        and one.address != other.address
        and _masked(one.address) == _masked(other.address)
    ):
        return True
    return bool(_parts(one.title) & _parts(other.title))


def _masked(text: str) -> str:
    """Return a text without digits and the names of months and days."""
    return re.sub(r"\d+", "#", _MONTH.sub("#", text.casefold()))


@lru_cache(maxsize=1_024)
def _parts(title: str) -> frozenset[str]:
    """Return a title and its parts, as between colons, without digits and dates."""
    masked = _masked(title)
    found = {re.sub(r"[^\w#]+", " ", part).strip() for part in (masked, *_PARTS.split(masked))}
    return frozenset(part for part in found if len(part) >= _SHORTEST_PART)


def weights_of(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Return what each word weighs."""
    return {word: (1 + math.log(times)) * rarity[word] for word, times in counts.items()}


def norm_of(weights: Mapping[str, float]) -> float:
    """Return the length of a text as a vector."""
    return math.sqrt(sum(weight * weight for weight in weights.values()))


def marks_of(telling: Telling, weights: Mapping[str, float]) -> list[str]:
    """Return the words that an article is found by: those of its title and of its lead that set it apart most."""
    titled = set(count_words(telling.title))
    ordered = sorted(weights, key=lambda word: (-weights[word], word))
    return [*dict.fromkeys([*(word for word in ordered if word in titled), *ordered])][:MARKS]


@lru_cache(maxsize=256)
def runs_of(text: str) -> frozenset[int]:
    """Return what stands for each five words in a row."""
    words = [word.encode("utf-8", "replace") for word in re.findall(r"\w+", text[:LONGEST_COPY].casefold())]
    joined = b" ".join(words)
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    return frozenset(zlib.crc32(joined[start : end - 1]) for start, end in zip(starts, starts[_RUN:], strict=False))


def sketch_of(runs: Iterable[int]) -> list[int]:
    """Return a few of the runs, so that texts with many in common share some."""
    return sorted(runs)[:SKETCH]


def copied(one: AbstractSet[int], other: AbstractSet[int]) -> float:
    """Return how much of the shorter of two texts is in the other, 0 to 1."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 0.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """The words of an article that another is held against."""

    weights: Mapping[str, float]
    norm: float
    rarity: Mapping[str, float]
    figures: frozenset[str]


def weigh(telling: Telling, rarity: Mapping[str, float]) -> Weighed:
    """Return an article's words with what they weigh; ``rarity`` has the idf of each."""
    weights = weights_of(count_words(telling.lead), rarity)
    return Weighed(weights, norm_of(weights), rarity, figures_in(telling.lead))


@lru_cache(maxsize=1_024)
def figures_in(text: str) -> frozenset[str]:
    """Return the amounts, shares and large numbers in a text, years left out."""
    found = (re.sub(r"\s+", " ", match[0]).rstrip(".,") for match in _FIGURE.finditer(text))
    return frozenset(one for one in found if not _YEAR.fullmatch(one))


def kinship(
    one: Telling, weighed: Weighed, other: Telling, norm: float, copy: float, *, is_linked: bool
) -> tuple[Kinship, tuple[str, ...]] | None:
    """Return what two articles are to one another, and why, in words, the strongest first; None for nothing.

    ``norm``: the length of the other's lead as a vector.
    """
    counts = count_words(other.lead)
    shared = {
        word: weight * (1 + math.log(counts[word])) * weighed.rarity[word]
        for word, weight in weighed.weights.items()
        if word in counts
    }
    close = sum(shared.values()) / (weighed.norm * norm) if weighed.norm and norm else 0.0
    stated, names = sorted(one.stated & other.stated), sorted(one.names & other.names)
    is_near = _are_near(one, other, DAYS)
    why = _of_one_text(one, other, copy, is_linked=is_linked and close >= LEAST_LINKED)
    if is_near and (quoted := _quoted_by_both(one, other)):
        why.append(f"{_QUOTED_ALIKE} “{quoted}”")
    if len(names) >= _NAMES and len(stated) >= _STATED and (is_near or _may_be_near(one, other)):
        why.append(f"both state {_listed(stated)}, and name {_listed(names)}")
    elif is_near and close >= LEAST_CLOSE:
        why += _told_by_both(weighed, other, shared, names, is_of_one_outlet=_are_of_one_outlet(one, other))
    if is_edition(one, other):
        return ("related", (f"{_COPIED} in two versions: {copy:.0%}",)) if copy >= LEAST_COPIED else None
    if why and copy < LEAST_COPIED and (step := other_event(one, other)):
        return "related", (step, *why)
    return ("same", tuple(why)) if why else _of_one_matter(one, other, close, stated, names, shared)


def _of_one_text(one: Telling, other: Telling, copy: float, *, is_linked: bool) -> list[str]:
    """Return the evidence that one article is made from the other."""
    why = [f"{_COPIED}: {copy:.0%} of the shorter one"] if copy >= LEAST_COPIED else []
    if one.day and one.day == other.day and one.title == other.title and len(count_words(one.title)) >= _TITLED:
        why.append("the same title on the same day")
    if is_linked:
        why.append(_LINKED)
    return why


def other_event(one: Telling, other: Telling) -> str | None:
    """Return why articles that tell much alike, and are no copies, tell of different events; None where they do not.

    An outlet tells an event once a day: what it has besides is of the next product, order or step.
    """
    is_titled = one.title and other.title and one.title != other.title
    if _are_of_one_outlet(one, other) and is_titled and one.day and one.day == other.day:
        return "one outlet has both on one day"
    return step_between(one.title, other.title)


def retold_in(why: Sequence[str]) -> str | None:
    """Return the evidence that one of two articles has it from the other, or both from one origin; None for none."""
    return next((reason for reason in why if reason.startswith((_COPIED, _LINKED, _QUOTED_ALIKE))), None)


def is_copied(why: Sequence[str]) -> bool:
    """Tell whether the evidence is that one article has the text of the other."""
    return any(reason.startswith(_COPIED) for reason in why)


def _of_one_matter(
    one: Telling,
    other: Telling,
    close: float,
    stated: Sequence[str],
    names: Sequence[str],
    shared: Mapping[str, float],
) -> tuple[Kinship, tuple[str, ...]] | None:
    """Return why articles that tell of different events are on one matter; None where they are not."""
    words = f"both have the words {_listed(sorted(shared, key=lambda word: (-shared[word], word)))}"
    is_undated = not (one.day and other.day)
    if len(stated) >= _STATED and (is_undated or _are_near(one, other, 2 * DAYS_OF_MATTER)):
        return "related", (f"both state {_listed(stated)}", words)
    if is_undated or _are_near(one, other, DAYS_OF_MATTER):
        if stated and close >= _STATED_OF_ONE_MATTER:
            return "related", (f"both state {_listed(stated)}", words)
        if names and close >= _OF_ONE_MATTER:
            return "related", (f"both name {_listed(names)}", words)
    return ("related", (words,)) if close >= _SURELY_OF_ONE_MATTER else None


def _are_near(one: Telling, other: Telling, days: int) -> bool:
    return bool(one.day and other.day and abs((one.day - other.day).days) <= days)


def _may_be_near(one: Telling, other: Telling) -> bool:
    """Tell whether articles may be of the same days for all that is known; one outlet tells nothing twice."""
    return not (one.day and other.day) and not _are_of_one_outlet(one, other)


def _are_of_one_outlet(one: Telling, other: Telling) -> bool:
    return bool(one.outlet and other.outlet and one.outlet.casefold() == other.outlet.casefold())


def _told_by_both(
    weighed: Weighed, other: Telling, shared: Mapping[str, float], names: Sequence[str], *, is_of_one_outlet: bool
) -> list[str]:
    """Return what two articles have in common that is rare; of one outlet, which has a template, names alone tell."""
    if is_of_one_outlet and len(names) < _NAMES:
        return []
    figures = sorted(figure for figure in weighed.figures & figures_in(other.lead) if _FULL_FIGURE.search(figure))
    most = max(weighed.rarity.values(), default=0.0)
    rare = [word for word in shared if weighed.rarity[word] >= _RARE_WORD * most]
    if not names and not figures and len(rare) < _FEWEST_WORDS:
        return []
    words = sorted(rare, key=lambda word: (-shared[word], word))
    named = [f"both name {_listed(names)}"] if names else []
    counted = [f"both say {_listed(figures)}"] if figures else []
    return [*named, *counted, *([f"both have the words {_listed(words)}"] if words else [])]


def _quoted_by_both(one: Telling, other: Telling) -> str | None:
    """Return the first words that two outlets quote alike; None for none that are long enough to be no chance.

    What one outlet quotes twice may be its template.
    """
    if _are_of_one_outlet(one, other):
        return None
    theirs = set(other.quoted)
    return next((words for words in one.quoted if words in theirs), None)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:_TOLD])
