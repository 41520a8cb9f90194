import re
from collections.abc import Mapping

import pytest
from factories import SAMPLES
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.across.statement_words import EVENT, EVENTS, METRIC, METRICS, OF_MANY, OF_TWO, OPPOSED
from briefreader.analysis.amounts.binding_words import (
    LIMIT,
    LIMITS,
    METRIC_CLASS,
    METRIC_CLASSES,
    PEOPLE_CLASS,
    PEOPLE_CLASSES,
)


def test_what_is_said_of_two_or_against_another_is_among_what_happens() -> None:
    assert OF_TWO | OF_MANY | {*OPPOSED, *OPPOSED.values()} <= EVENTS.keys()


@pytest.mark.parametrize(
    ("words", "family"), [("was rented out", "lease"), ("revoked access", "cut_off"), ("wound up", "dissolve")]
)
def test_ways_to_say_it_are_known(words: str, family: str) -> None:
    match = EVENT.search(words)
    assert match
    assert match.lastgroup == family


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_finds_itself(name: str) -> None:
    assert METRIC.search({"departures": "exodus"}.get(name, name))


def one_by_one(words: Mapping[str, str]) -> re.Pattern[str]:
    """Return the pattern as it is meant, with a look for a word's edges in each of its names."""
    named = (rf"(?P<{name.replace(' ', '_')}>\b(?:{pattern})\b)" for name, pattern in words.items())
    return re.compile("|".join(named), re.IGNORECASE)


NAMED = {
    EVENT: EVENTS,
    METRIC: METRICS,
    PEOPLE_CLASS: PEOPLE_CLASSES,
    METRIC_CLASS: METRIC_CLASSES,
    LIMIT: LIMITS,
}
SLOW_AND_QUICK = [(one_by_one(words), quick) for quick, words in NAMED.items()]


def matches(pattern: re.Pattern[str], text: str) -> list[tuple[str | None, tuple[int, int]]]:
    return [(match.lastgroup, match.span()) for match in pattern.finditer(text)]


@given(
    st.lists(
        st.one_of(
            *(st.from_regex(slow, fullmatch=True) for slow, _ in SLOW_AND_QUICK),
            st.sampled_from([" ", "\N{LATIN SMALL LETTER LONG S}", "\N{KELVIN SIGN}", "x", "-", "over "]),
        )
    ).map("".join)
)
def test_the_quick_patterns_match_what_the_slow_ones_do(text: str) -> None:
    for slow, quick in SLOW_AND_QUICK:
        assert matches(quick, text) == matches(slow, text)


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_no_first_letter_is_left_out(letter: str) -> None:
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    words = " ".join(
        re.findall(
            rf"(?i)\b{letter}[\w-]* \w+",
            " ".join([*texts, *(one for words in NAMED.values() for one in words.values())]),
        )
    )

    for slow, quick in SLOW_AND_QUICK:
        assert matches(quick, words) == matches(slow, words)
