import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.text.sentences import find_sentences


@cases("sentences")
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_sentences(text, 0, len(text))] == expected


@given(st.text(alphabet="aA.!? \n”)R&D。", max_size=60))
def test_sentences_hold_all_that_is_not_space(text: str) -> None:
    spans = find_sentences(text, 0, len(text))

    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@pytest.mark.parametrize(
    "sentences",
    [
        ["Am 3. Mai stieg die Miete.", "Er sagte: „Es reicht.“", "Dann ging er."],
        ["Halden a dit « Non. »", "Puis il est parti."],
        ["他说：“租金上涨了。”", "然后离开了。"],
        ["賃料が上がった。", "「もう十分だ。」", "と言った。"],
    ],
)
def test_closing_marks_and_days_of_other_languages(sentences: list[str]) -> None:
    text = ("" if sentences[-1].endswith("。") else " ").join(sentences)

    assert [span.of(text) for span in find_sentences(text, 0, len(text))] == sentences
