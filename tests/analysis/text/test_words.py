import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.text.words import WORD, Words, counted, words_in

TEXTS = st.text(alphabet="abzAé²1٣_’'\u2010- \n\u00a0.,日本")


def test_words_are_read_in_small_letters_with_hyphens_and_apostrophes() -> None:
    read = Words.of("The bank’s well-known CEO left; the CFO stays.")

    assert read.found == {"the", "bank’s", "well-known", "ceo", "left", "cfo", "stays"}
    assert read.number == 8
    assert read.any_of(frozenset({"left", "right"}))
    assert not read.any_of(frozenset({"right"}))


@given(st.one_of(TEXTS, st.text(st.characters(codec="ascii"))))
def test_a_text_of_ascii_is_read_as_any_other(text: str) -> None:
    assert words_in(text) == WORD.findall(text)


@given(TEXTS)
@pytest.mark.parametrize("word", [re.compile(r"\w+"), re.compile(r"[^\W\d_]+")])
def test_words_between_spaces_are_counted_as_the_pattern_finds_them(word: re.Pattern[str], text: str) -> None:
    assert counted(text, word) == Counter(word.findall(text))
