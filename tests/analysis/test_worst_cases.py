"""Time grows with the length of a text, whatever its words: see tests/worst_cases.py."""

import pytest
from growth import grows_in_proportion
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from soak import IS_SOAKING, examples
from worst_cases import PAIRS, UNITS, nested, patterns, read, repeated, units

from briefreader.analysis.across.statement_words import EVENT, METRIC
from briefreader.analysis.dates.date_forms import ANCHORS

SUFFIXES = (".txt", ".md")


def is_linear(unit: str, suffix: str, *, after: str = "") -> bool:
    def work(size: int) -> object:
        return read(nested(unit, after, size) if after else repeated(unit, size), suffix)

    if IS_SOAKING:  # else what is seen at once: a square over short texts
        return grows_in_proportion(work, 30_000, times_longer=2, slack=1.15)
    return grows_in_proportion(work, 3_000)


def test_the_patterns_of_every_module_are_among_those_tried() -> None:
    assert {EVENT, METRIC, ANCHORS[0].words, ANCHORS[-1].forms} <= set(patterns())


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_repeated_takes_no_more_than_its_length(unit: str, suffix: str) -> None:
    assert is_linear(unit, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_units_in_one_another_take_no_more_than_their_length(before: str, after: str, suffix: str) -> None:
    assert is_linear(before, suffix, after=after)


@settings(examples(30), suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(units(), units() | st.just(""), st.booleans(), st.sampled_from(SUFFIXES))
def test_what_patterns_match_takes_no_more_than_its_length(one: str, other: str, nests: bool, suffix: str) -> None:  # noqa: FBT001 - drawn
    assert is_linear(one, suffix, after=other) if nests and other else is_linear(one + other, suffix)
