from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.sentences import find_sentences


@cases("sentences")
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_sentences(text, 0, len(text))] == expected


@given(st.text(alphabet="aA.!? \n”)R&D。", max_size=60))
def test_sentences_hold_all_that_is_not_space(text: str) -> None:
    spans = find_sentences(text, 0, len(text))

    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
