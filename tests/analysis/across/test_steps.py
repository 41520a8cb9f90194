import pytest

from briefreader.analysis.across.steps import step_between

BID = "Tolliver bids $97 billion for Ostrava"


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Tolliver's bid for Ostrava: what to expect", "one is a preview"),
        ("Tolliver is set to bid for Ostrava", "one is a preview"),
        ("Post mortem: the bid for Ostrava", "one is a look back"),
        ("The Ostrava bid explained", "one is a look back"),
        ("Review: the wagons that Tolliver bids for", "one is a review"),
        ("Tolliver withdraws from the Ostrava deal", "the next step: bids, then withdraws"),
        ("Ostrava gets an offer", None),
    ],
)
def test_the_titles_tell_another_step_of_a_matter(title: str, reason: str | None) -> None:
    assert step_between(BID, title) == step_between(title, BID) == reason


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Harbour clerk charged with fraud", "Harbour clerk sentenced to nine years"),
        ("Otter mission launches from Ashby", "Otter mission splashes down off Skerry"),
        ("Tolliver files for a share sale", "Tolliver share sale priced at $14"),
        ("Ostrava sues the port", "Judge blocks the port's order"),
        ("Tolliver in talks over Ostrava", "Tolliver confirms Ostrava deal"),
    ],
)
def test_each_chain_has_an_earlier_and_a_later_step(earlier: str, later: str) -> None:
    assert step_between(earlier, later)
    assert step_between(earlier, earlier) is None
    assert step_between(later, later) is None


def test_a_title_that_names_both_steps_is_of_either() -> None:
    assert step_between("Ostrava sues the port", "Ostrava, which sued the port, settles") is None
