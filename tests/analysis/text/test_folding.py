from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.text.folding import fold
from briefreader.model.span import Span


def test_typography_case_and_white_space_make_no_difference() -> None:
    one = fold("He said “It’s 5 %” — now…")
    other = fold('he said  "it\'s\u00a05 %"\n- NOW...')

    assert one.text == other.text


def test_what_cannot_be_seen_is_left_out() -> None:
    assert fold("com\u00adpute\u200b rents").text == "compute rents"


@given(st.text(max_size=60))
def test_each_character_knows_where_it_comes_from(text: str) -> None:
    folded = fold(text)

    assert len(folded.places) == len(folded.text) + 1
    assert list(folded.places) == sorted(folded.places)
    for place in range(len(folded.text)):
        span = folded.span_of(place, place + 1)
        assert folded.text[place] in fold(span.of(text)).text + " "


@given(st.text(alphabet="abC ‘’—…\n", min_size=1, max_size=40), st.data())
def test_a_span_goes_to_folded_text_and_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    folded = fold(text)

    low, high = folded.range_of(Span(start, end))

    assert all(start <= folded.places[place] < end for place in range(low, high))
