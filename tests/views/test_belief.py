from itertools import permutations
from math import exp, log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.annotation import Evidence
from briefreader.views.belief import LIKELIHOOD_RATIOS, Item, believe, weight_of

WEIGHTS = st.floats(-2, 2).map(lambda weight: round(weight, 3))
ITEMS = st.lists(st.builds(Item, WEIGHTS, st.sampled_from("abc"), st.sampled_from("xyz")), max_size=6)


def by_hand(items: list[Item], prior: float) -> tuple[float, float]:
    """Probability and number of independent items, the long way round."""
    total = worth = 0.0
    for origin in {item.origin for item in items}:
        claims = []
        for claim in {item.claim for item in items if item.origin == origin}:
            told = [item.weight for item in items if (item.origin, item.claim) == (origin, claim)]
            claims.append(sum(told) / len(told))
        effective = len(claims) / (1 + (len(claims) - 1) * 0.5)
        total += sum(claims) / len(claims) * effective
        worth += effective
    bound = log(0.97 / 0.03)
    odds = prior / (1 - prior) * exp(max(-bound, min(bound, total)))
    return odds / (1 + odds), worth


@pytest.mark.parametrize(("confidence", "weight"), [(0.3, 0.37), (0.6, 0.64), (0.9, 0.85)])
def test_a_strength_of_three_weighs_by_how_sure_the_reader_is(confidence: float, weight: float) -> None:
    assert weight_of(Evidence(stance="bull", strength=3, confidence=confidence)) == pytest.approx(weight, abs=0.005)
    assert weight_of(Evidence(stance="bear", strength=3, confidence=confidence)) == pytest.approx(-weight, abs=0.005)
    assert weight_of(Evidence(stance="neutral", strength=3, confidence=confidence)) == 0


def test_the_board_of_the_guide_comes_to_its_figures() -> None:
    def item(stance: str, strength: int, confidence: float, origin: str, claim: str) -> Item:
        evidence = Evidence(stance=stance, strength=strength, confidence=confidence)  # type: ignore[arg-type]
        return Item(weight_of(evidence), origin, claim)

    told_three_times = [item("bull", 3, 0.6, "Bloomberg", "saving")] * 3
    belief = believe(
        [
            *told_three_times,
            item("bull", 4, 0.8, "TechCrunch", "lease"),
            item("bull", 2, 0.5, "S&P Global", "modular"),
            item("bear", 4, 0.7, "LinkedIn", "talent"),
            item("bear", 3, 0.6, "the-decoder", "roadmap"),
        ],
        prior=0.5,
    )

    assert [belief.bull, belief.bear] == pytest.approx([2.13, -1.77], abs=0.01)
    assert belief.probability == pytest.approx(0.59, abs=0.005)
    assert [belief.low, belief.high] == pytest.approx([0.35, 0.79], abs=0.005)
    assert (belief.items, belief.origins, belief.effective) == (7, 5, 5)
    assert belief.naive > 0.8


@given(ITEMS, st.floats(0.05, 0.95))
def test_the_belief_is_what_counting_by_hand_gives(items: list[Item], prior: float) -> None:
    belief = believe(items, prior)
    probability, worth = by_hand(items, prior)

    assert belief.probability == pytest.approx(probability)
    assert belief.effective == pytest.approx(worth)
    assert belief.low <= belief.probability <= belief.high


@given(ITEMS.filter(lambda items: len(items) < 5))
def test_the_order_of_the_rows_changes_nothing(items: list[Item]) -> None:
    beliefs = [believe(order, 0.5) for order in permutations(items)]

    assert all(belief == beliefs[0] for belief in beliefs)


@given(ITEMS.filter(bool), WEIGHTS)
def test_another_copy_from_a_known_origin_never_raises_the_count(items: list[Item], weight: float) -> None:
    before = believe(items, 0.5)
    after = believe([*items, Item(weight, items[0].origin, items[0].claim)], 0.5)

    assert after.origins == before.origins
    assert after.effective == before.effective


def test_copied_sources_are_judged_better_with_the_discount() -> None:
    random = Random(1)  # noqa: S311 - a simulation
    discounted = naive = 0.0
    worlds = 20_000
    for _ in range(worlds):
        truth = random.random() < 0.5
        items = []
        for origin in range(random.randint(1, 5)):
            strength, confidence = random.randint(1, 5), random.choice([0.5, 0.7, 0.9])
            ratio = confidence * LIKELIHOOD_RATIOS[strength] + 1 - confidence
            says_truth = random.random() < ratio / (1 + ratio)
            weight = log(ratio) if says_truth == truth else -log(ratio)
            items += [Item(weight, str(origin), "x")] * random.randint(1, 6)
        belief = believe(items, 0.5)
        discounted += (belief.probability - truth) ** 2
        naive += (belief.naive - truth) ** 2

    assert discounted / worlds == pytest.approx(0.152, abs=0.003)
    assert naive / worlds == pytest.approx(0.192, abs=0.003)
