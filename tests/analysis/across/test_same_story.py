from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.across.relatedness import count_words
from briefreader.analysis.across.same_story import (
    SKETCH,
    Telling,
    copied,
    figures_in,
    is_edition,
    kinship,
    marks_of,
    runs_of,
    sketch_of,
    weigh,
)

DAY = date(2026, 6, 15)
BID = "Tolliver Freight made a bid of $97.4 billion for Ostrava Rail, whose wagons carry lignite through Moravia."
RETOLD = "Ostrava Rail has an offer: Tolliver Freight would pay $97.4 billion for wagons and lignite in Moravia."


def telling(title: str, text: str, day: date | None = DAY, outlet: str | None = None, **more: Any) -> Telling:  # noqa: ANN401 - its fields
    return Telling(title, text, outlet, day, **more)


def why(
    one: Telling, other: Telling, copy: float = 0.0, *, is_linked: bool = False, kind: str = "same"
) -> tuple[str, ...]:
    words = {*count_words(one.lead), *count_words(other.lead)}
    common = {"has", "the", "and", "for", "would"}
    rarity = {word: 0.3 if word in common else 4.0 for word in words}
    found = kinship(one, weigh(one, rarity), other, weigh(other, rarity).norm, copy, is_linked=is_linked)
    return found[1] if found and found[0] == kind else ()


def test_what_two_articles_share_is_named() -> None:
    names = frozenset({"Ostrava Rail", "Tolliver Freight"})
    found = why(telling("A bid", BID, names=names), telling("An offer", RETOLD, names=names))

    assert found[:2] == ("both name Ostrava Rail, Tolliver Freight", "both say $97.4 billion")
    assert found[2].startswith("both have the words ")


def test_what_is_more_than_two_days_apart_is_another_event() -> None:
    assert why(telling("A bid", BID), telling("An offer", RETOLD, DAY + timedelta(days=2)))
    assert not why(telling("A bid", BID), telling("An offer", RETOLD, DAY + timedelta(days=3)))
    assert not why(telling("A bid", BID), telling("An offer", RETOLD, None))


def test_the_next_step_of_a_matter_is_related_and_not_the_same() -> None:
    names = frozenset({"Ostrava Rail"})
    later = telling("An offer", RETOLD, DAY + timedelta(days=14), names=names)

    assert why(telling("A bid", BID, names=names), later, kind="related")[0] == "both name Ostrava Rail"
    assert not why(telling("A bid", BID, names=names), later)
    assert not why(telling("Pears", "Growers in Ashby say that pears ripen.", names=names), later, kind="related")


def test_few_things_stated_alike_are_of_one_matter_for_a_month() -> None:
    stated = frozenset("abc")
    one, other = telling("A bid", BID, stated=stated), "Growers in Ashby say that pears ripen."

    assert why(one, telling("Pears", other, DAY + timedelta(days=28), stated=stated), kind="related")
    assert not why(one, telling("Pears", other, DAY + timedelta(days=29), stated=stated), kind="related")
    assert not why(one, telling("Pears", other, stated=frozenset("ab")), kind="related")


def test_a_copy_or_a_link_joins_on_whatever_day() -> None:
    late = telling("An offer", RETOLD, DAY + timedelta(days=300))

    assert why(telling("A bid", BID), late, 0.5) == ("the same text: 50% of the shorter one",)
    assert why(telling("A bid", BID), late, is_linked=True) == ("one links to the other",)
    assert not why(telling("A bid", BID), late, 0.49)
    assert not why(telling("A bid", BID), telling("Pears", "Growers in Ashby say that pears ripen."), is_linked=True)


def test_three_things_stated_alike_join_what_has_no_day_unless_one_outlet_states_them() -> None:
    stated, names = frozenset("abc"), frozenset({"Ostrava Rail", "Tolliver Freight"})
    one = telling("A bid", BID, None, "Harbour", stated=stated, names=names)

    assert why(one, telling("Pears", "Growers say.", DAY, "Tide", stated=stated, names=names))
    assert not why(one, telling("Pears", "Growers say.", DAY, "Harbour", stated=stated, names=names))
    assert not why(one, telling("Pears", "Growers say.", DAY, "Tide", stated=frozenset("ab"), names=names))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Harbour Notes #364", "Harbour Notes #365", True),
        ("Week of 3 June", "Week of 10 July", True),
        ("Tech slips: Markets Wrap", "Bonds climb: Markets Wrap", True),
        ("Veto stands — Harbour Daily, April 15", "Van crash — Harbour Daily, April 17", True),
        ("Tolliver bids for Ostrava", "Ostrava weighs an offer", False),
    ],
)
def test_editions_are_known_by_their_titles(one: str, other: str, *, expected: bool) -> None:
    later = DAY + timedelta(days=1)
    assert is_edition(telling(one, ""), telling(other, "", later)) is expected
    assert is_edition(telling(one, "", DAY, "A"), telling(other, "", later, "a")) is expected
    assert not is_edition(telling(one, "", DAY, "A"), telling(other, "", later, "B"))


def test_texts_without_titles_are_no_editions_of_one_another() -> None:
    first, second = telling("", BID), telling("", BID.replace("97.4", "99.1"))

    assert not is_edition(first, second)
    assert why(first, second)


def test_an_outlet_tells_an_event_once_a_day() -> None:
    names = frozenset({"Ostrava Rail", "Tolliver Freight"})
    one = telling("A bid for Ostrava", BID, outlet="Bay", names=names)
    other = telling("Offer on the table", RETOLD, outlet="bay", names=names)

    assert why(one, other) == ()
    assert why(one, other, kind="related")[0] == "one outlet has both on one day"
    assert why(one, other, 0.6)
    assert why(one, replace(other, outlet="Tide"))


def test_of_one_outlet_figures_and_words_are_its_template() -> None:
    later = telling("Offer on the table", RETOLD, DAY + timedelta(days=1), "Bay")
    names = frozenset({"Ostrava Rail", "Tolliver Freight"})

    assert why(telling("A bid for Ostrava", BID, outlet="Bay"), later) == ()
    assert why(telling("A bid for Ostrava", BID, outlet="Tide"), later)
    assert why(telling("A bid for Ostrava", BID, outlet="Bay", names=names), replace(later, names=names))


@pytest.mark.parametrize(
    ("figure", "is_told"), [("$97.4 billion", True), ("$599", True), ("$12", False), ("5%", False)]
)
def test_short_figures_are_alike_by_chance(figure: str, *, is_told: bool) -> None:
    one, other = (telling("A bid", words.replace("$97.4 billion", figure)) for words in (BID, RETOLD))

    assert (f"both say {figure}" in why(one, other)) is is_told


def test_another_step_of_the_matter_is_related() -> None:
    preview = telling("What to expect from the Ostrava offer", RETOLD)

    assert why(telling("A bid", BID), preview) == ()
    assert why(telling("A bid", BID), preview, kind="related")[0] == "one is a preview"


def test_the_same_quotation_is_evidence_within_two_days() -> None:
    words = "we will carry every last wagon of it across Moravia by rail"
    one = telling("A bid", f"Tolliver speaks. “{words.capitalize()},” it said.")
    other = telling("Pears", f'Growers in Ashby. The firm: "And {words}."')

    assert why(one, other)[0] == "both quote “we will carry every last wagon of”"
    assert not any("quote" in reason for reason in why(replace(one, outlet="Bay"), replace(other, outlet="bay")))
    assert why(one, replace(other, day=DAY + timedelta(days=3))) == ()


def test_one_title_is_an_edition_only_on_another_day() -> None:
    assert is_edition(telling("Markets today", ""), telling("Markets today", "", DAY + timedelta(days=1)))
    assert not is_edition(telling("Markets today", ""), telling("Markets today", ""))
    found = why(telling("Bonds slip again", BID), telling("Bonds slip again", "Growers say that."))
    assert found[0] == "the same title on the same day"


def test_editions_are_known_by_their_addresses() -> None:
    first = telling("Veto stands", "", address="https://a.example/posts/2026-04-15.html")
    second = telling("Van crash", "", address="https://a.example/posts/2026-04-17.html")

    assert is_edition(first, second)
    assert not is_edition(first, telling("Van crash", "", address="https://a.example/van"))


def test_figures_are_amounts_shares_and_large_numbers_but_no_years() -> None:
    assert figures_in("$97.4 billion in 2026, 4 wagons, 12.5% of 1,900 and 48000") == {
        "$97.4 billion",
        "12.5%",
        "1,900",
        "48000",
    }


def test_an_article_is_found_by_its_title_first() -> None:
    one = telling("Wagons", BID)
    rarity = {word: float(number) for number, word in enumerate(sorted(count_words(one.lead)), 1)}

    assert marks_of(one, weigh(one, rarity).weights)[0] == "wagons"


@given(st.text(), st.text())
def test_a_text_is_all_copied_by_itself_and_by_what_holds_it(text: str, more: str) -> None:
    runs = runs_of(text)

    assert copied(runs, runs) == (1.0 if runs else 0.0)
    assert 0.0 <= copied(runs, runs_of(more)) <= 1.0
    assert len(sketch_of(runs)) <= SKETCH


def test_two_versions_of_one_text_under_titles_that_differ_in_a_digit_are_of_one_matter() -> None:
    first, second = (telling(f"Otter rises to No. {rank} in the App Store", BID, outlet="Bay") for rank in (2, 1))

    assert why(first, second, 0.6, kind="related") == ("the same text in two versions: 60%",)
    assert why(first, second, 0.6) == ()
    assert why(first, second, 0.2, kind="related") == ()
