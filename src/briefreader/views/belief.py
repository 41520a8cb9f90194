"""How far evidence moves a belief: a model's number, shown as one.

Method: weights of evidence in log-odds (Good, 1950). An item's likelihood ratio is tempered by how sure the reader is
that it is reported rightly; items that depend on one another count by Kish's design effect, n / (1 + (n - 1) rho): a
claim told again by the same origin adds nothing (rho 1), other claims of one origin half (rho 0.5). In a simulation
with copied sources the Brier score is 0.152, and 0.192 for the plain sum (tests/views/test_belief.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, log, sqrt

from briefreader.model.annotation import Evidence

LIKELIHOOD_RATIOS: Mapping[int, float] = {1: 1.25, 2: 1.6, 3: 2.5, 4: 4.0, 5: 8.0}
"""From a strength to how many times likelier the item is if its side is right; a choice, not a finding."""

SAME_CLAIM = 1.0
SAME_ORIGIN = 0.5
_MOST = 0.97
"""No evidence moves an even prior further than this."""
_UNSURE_BY = 0.5
"""The share by which each weight may be wrong."""


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of evidence, as it is weighed."""

    weight: float
    """In log-odds, for the bull above 0."""
    origin: str
    claim: str
    """What it says; the same for two items that repeat each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """How likely the bull sentence is, given the evidence."""

    probability: float
    low: float
    high: float
    naive: float
    """As if every item were on its own."""
    bull: float
    """What the evidence for the bull weighs, in log-odds, after the discount."""
    bear: float
    """The same for the bear, 0 or less."""
    items: int
    origins: int
    effective: float
    """How many independent items the evidence is worth."""
    by_origin: Mapping[str, float]
    """What each origin weighs."""

    @property
    def net(self) -> float:
        """What all evidence weighs, in log-odds."""
        return fsum((self.bull, self.bear))


def weight_of(evidence: Evidence) -> float:
    """Return what evidence weighs alone, in log-odds: above 0 for the bull, 0 for neutral."""
    ratio = evidence.confidence * LIKELIHOOD_RATIOS[evidence.strength] + 1 - evidence.confidence
    return {"bull": log(ratio), "bear": -log(ratio), "neutral": 0.0}[evidence.stance]


def believe(items: Sequence[Item], prior: float) -> Belief:
    """Return the belief that items lead to, in whatever order they come."""
    by_origin: dict[str, float] = {}
    effective = []
    sides: list[float] = []
    for origin, claims in sorted(_grouped(items).items()):
        told_once = [_discounted(weights, SAME_CLAIM)[0] for _, weights in sorted(claims.items())]
        by_origin[origin], worth = _discounted(told_once, SAME_ORIGIN)
        effective.append(worth)
        sides += [weight * worth / len(told_once) for weight in told_once]
    total = max(-_logit(_MOST), min(_logit(_MOST), fsum(by_origin.values())))
    spread = _UNSURE_BY * sqrt(fsum(weight**2 for weight in by_origin.values()))
    start = _logit(prior)
    return Belief(
        probability=_probability(start + total),
        low=_probability(start + total - spread),
        high=_probability(start + total + spread),
        naive=_probability(start + fsum(item.weight for item in items)),
        bull=fsum(weight for weight in sides if weight > 0),
        bear=fsum(weight for weight in sides if weight < 0),
        items=len(items),
        origins=len(by_origin),
        effective=fsum(effective),
        by_origin=by_origin,
    )


def _grouped(items: Iterable[Item]) -> Mapping[str, Mapping[str, list[float]]]:
    groups: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        groups[item.origin][item.claim].append(item.weight)
    return groups


def _discounted(weights: Sequence[float], rho: float) -> tuple[float, float]:
    """Return what weights that depend on one another come to, and how many independent ones they are worth."""
    count = len(weights)
    worth = count / (1 + (count - 1) * rho)
    return fsum(weights) / count * worth, worth


def _logit(probability: float) -> float:
    return log(probability / (1 - probability))


def _probability(logit: float) -> float:
    return 1 / (1 + exp(-logit))
