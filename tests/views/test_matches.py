import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.query import Words
from briefreader.views.matches import match_spans

TEXT = "The naïve plan: Halden’s HALL, a hall; power bill. Powerful bills, Power-Bill."


def places(*words: Words) -> list[str]:
    return [span.of(TEXT) for span in match_spans(TEXT, words)]


def test_words_are_found_whatever_their_case_and_accents() -> None:
    assert places(Words("hall"), Words("NAIVE")) == ["naïve", "HALL", "hall"]
    assert places(Words("halden's")) == ["Halden’s"]


def test_a_phrase_is_one_place_and_a_prefix_goes_on() -> None:
    assert places(Words("power bill")) == ["power bill", "Power-Bill"]
    assert places(Words("power bil", is_prefix=True)) == ["power bill", "Power-Bill"]
    assert places(Words("powe", is_prefix=True)) == ["power", "Powerful", "Power"]


def test_words_of_signs_alone_are_nowhere() -> None:
    assert places(Words("--")) == []


@given(st.text("abÄé -'.", max_size=40), st.text("abÄé -'", min_size=1, max_size=4), st.booleans())
def test_a_match_is_shown_just_where_the_index_finds_one(text: str, words: str, is_prefix: bool) -> None:  # noqa: FBT001 - drawn
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2')")
    index.execute("INSERT INTO t VALUES (?)", [text])
    found = index.execute("SELECT 1 FROM t WHERE t MATCH ?", [f'"{words}"' + "*" * is_prefix]).fetchall()

    assert bool(match_spans(text, [Words(words, is_prefix)])) == bool(found)
