"""Whether a sentence asserts something, and of what kind: a linear model over its features.

Method: multinomial logistic regression over hashed features (``unit_features``), with weights of 8 bits that
``tests/accuracy/training.py`` learns from labelled briefings. See docs/analysis.md for the accuracy on unseen texts.
"""

import base64
import json
from array import array
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import exp, sqrt
from zlib import crc32

from briefreader.analysis.claims.unit_clauses import MOST_KEPT
from briefreader.analysis.claims.unit_features import (
    FIRST,
    LAST,
    Unit,
    features_of,
    groups_of,
    pair_name,
    word_name,
)
from briefreader.model.claim import ClaimType

Kind = ClaimType | None
"""None for what asserts nothing."""
KINDS: tuple[Kind, ...] = (None, "opinion", "event", "number", "comparison", "forecast", "quote")
"""In the order of the weights."""
BUCKETS = 1 << 13
USUAL = 144
"""As many features has a usual sentence; those of a longer one count less each, by the root of how many it has."""
_MOST_DOUBT = 0.4
"""A sentence that asserts nothing with more probability than this is none."""
_OPINION = 1.6
"""A sentence is an opinion where that is more likely than a claim by this much."""
_FEW = 5
_SHIFT = 128
"""Makes every weight positive."""
_LANE = 24
"""Bits for the sum of one kind: more than all features together need."""
_MASK = (1 << _LANE) - 1


@dataclass(frozen=True, slots=True)
class Model:
    """A row of weights for each kind, what one step of them is worth, and the same weights side by side."""

    rows: Sequence[Sequence[int]]
    scale: float
    packed: Sequence[int]
    """For each feature one number that holds the weights of all kinds, so that one sum adds them all."""

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]], scale: float) -> "Model":
        """Return the model of these weights."""
        columns = zip(*rows, strict=True)
        packed = [sum((weight + _SHIFT) << (_LANE * kind) for kind, weight in enumerate(column)) for column in columns]
        return cls(rows, scale, packed)

    def kind_of(self, unit: Unit) -> Kind:
        """Return the kind of claim that a unit is; None where it asserts nothing."""
        none, opinion, *claims = self.probabilities(places_of(unit))
        if none > _MOST_DOUBT:
            return None
        if opinion > _OPINION * sum(claims):
            return "opinion"
        return KINDS[2 + claims.index(max(claims))]

    def probabilities(self, places: AbstractSet[int]) -> list[float]:
        """Return the probability of each of ``KINDS`` for a unit whose features have their weights at these places."""
        total, shift = sum(map(self.packed.__getitem__, places)), _SHIFT * len(places)
        sums = [(total >> lane & _MASK) - shift for lane in range(0, _LANE * len(KINDS), _LANE)]
        most, scale = max(sums), self.scale * weight_of(len(places))
        shares = [exp((one - most) * scale) for one in sums]
        whole = sum(shares)
        return [share / whole for share in shares]

    def reasons(self, unit: Unit) -> tuple[list[str], list[str]]:
        """Return what speaks most for a claim, and what most against it, the heaviest first; five together."""
        none, *others = self.rows
        heaviest = _heaviest(unit, lambda place: max(row[place] for row in others) - none[place])
        return [name for name, weight in heaviest if weight > 0], [name for name, weight in heaviest if weight < 0]

    def reasons_of_kind(self, unit: Unit, kind: Kind) -> list[str]:
        """Return what speaks most for this kind against the most probable other kind of claim; at most five."""
        chances = self.probabilities(places_of(unit))
        place = KINDS.index(kind)
        _, other = max((chance, n) for n, chance in enumerate(chances) if n not in (0, place))
        own, rival = self.rows[place], self.rows[other]
        return [name for name, weight in _heaviest(unit, lambda n: max(0, own[n] - rival[n])) if weight]


def _heaviest(unit: Unit, weight: Callable[[int], int]) -> list[tuple[str, int]]:
    """Return the five features of a unit that weigh most, either way; the same weight in the order of their names."""
    weighed = [(name, weight(bucket(name))) for name in features_of(unit) - {"always"}]
    return sorted(weighed, key=lambda one: (-abs(one[1]), one[0]))[:_FEW]


def weight_of(count: int) -> float:
    """Return how much each feature of a sentence counts that has so many."""
    return sqrt(USUAL / count)


def bucket(feature: str) -> int:
    """Return the place of a feature's weights."""
    return crc32(feature.encode()) % BUCKETS


def places_of(unit: Unit) -> set[int]:
    """Return the places of a unit's features.

    Those that units share are looked up by the group. A pair of tokens, most of which come once, is never named: the
    checksum of its name goes on from that of its first half. Half the time of naming each feature and looking it up.
    """
    places, firsts, seconds = zip(*map(_token, (FIRST, *unit.tokens, LAST)), strict=True)
    pairs = [pair % BUCKETS for pair in map(crc32, seconds[1:], firsts)]
    return {*places[1:-1], *pairs}.union(*map(_places_of_group, groups_of(unit)))


@lru_cache(MOST_KEPT)
def _token(token: str) -> tuple[int, int, bytes]:
    """Return its place, the checksum of how names of pairs begin in which it is first, and how the others end."""
    first, _, second = pair_name(token, token).partition(" ")
    return bucket(word_name(token)), crc32(f"{first} ".encode()), second.encode()


@lru_cache(MOST_KEPT)
def _places_of_group(names: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(map(bucket, names))


@cache
def shipped() -> Model:
    """Return the model that comes with the program."""
    stored = json.loads(resources.files("briefreader.analysis.claims").joinpath("unit_weights.json").read_text("utf-8"))
    weights = array("b", base64.b85decode("".join(stored["weights"])))
    rows = [weights[start : start + BUCKETS] for start in range(0, len(weights), BUCKETS)]
    return Model.of(rows, stored["scale"])
