import re

from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.patterns import one_of

WORDS = st.lists(st.text(alphabet="ab.-|(", min_size=1, max_size=5), min_size=1, max_size=8)


@given(WORDS, st.text(alphabet="ab.-|(", max_size=6))
def test_a_pattern_matches_its_words_and_no_others(words: list[str], other: str) -> None:
    pattern = re.compile(one_of(words))

    assert all(pattern.fullmatch(word) for word in words)
    assert bool(pattern.fullmatch(other)) == (other in words)
