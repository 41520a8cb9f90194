import re

from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.text.patterns import beginning, matches_of, one_of, spelled_out

WORDS = st.lists(st.text(alphabet="ab.-|(", min_size=1, max_size=5), min_size=1, max_size=8)


@given(WORDS, st.text(alphabet="ab.-|(", max_size=6))
def test_a_pattern_matches_its_words_and_no_others(words: list[str], other: str) -> None:
    pattern = re.compile(one_of(words))

    assert all(pattern.fullmatch(word) for word in words)
    assert bool(pattern.fullmatch(other)) == (other in words)


@given(st.text(alphabet="aSs\u017fkK\u212aiI\u0130\u0131 -", max_size=8))
def test_a_look_at_the_beginning_is_blind_to_capitals_as_patterns_that_ignore_case_are(text: str) -> None:
    looked = re.compile(rf"{beginning('si k')}\w")

    assert [match.span() for match in looked.finditer(text)] == [
        match.span() for match in re.compile(r"\b(?=si|k)\w", re.IGNORECASE).finditer(text)
    ]


def test_phrases_are_spelled_out_word_by_word() -> None:
    assert spelled_out("press/media reports; close to") == ["press reports", "media reports", "close to"]


def test_matches_of_several_patterns_come_in_order_of_the_text() -> None:
    found = matches_of((re.compile(" [a-z]"), re.compile("[A-Z]")), "Ab c De f")

    assert [match[0] for match in found] == ["A", " c", "D", " f"]
