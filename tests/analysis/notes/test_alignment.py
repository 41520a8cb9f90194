import pytest
from growth import grows_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.notes.alignment import Alignment, Words
from briefreader.model.span import Span

SENTENCES = st.lists(
    st.sampled_from(["Halden rents its halls out. ", "Power is dear! ", "It cut costs by 70%. ", "a b c d e. ", "x\n"]),
    max_size=8,
).map("".join)


def test_words_keep_their_numbers_together() -> None:
    assert Words.of("It's 1,200.5% up.").words == ("it", "'", "s", "1,200.5%", "up", ".")


def test_a_span_touches_the_words_it_cuts() -> None:
    words = Words.of("alpha beta gamma")

    assert words.within(Span(2, 8)) == range(2)


def test_a_sentence_that_has_moved_is_still_itself() -> None:
    alignment = Alignment("One two three. Four five six. Seven eight nine.", "Seven eight nine. One two three.")

    assert {alignment.new.words[alignment.to_new[place]] for place in range(8, 12)} == {"seven", "eight", "nine", "."}
    assert all(place not in alignment.to_new for place in range(4, 7))


def test_a_lone_equal_word_far_from_others_is_chance() -> None:
    alignment = Alignment("alpha " + "x " * 9 + "the", "the " + "y " * 9 + "omega")

    assert alignment.to_new == {}


@given(SENTENCES, SENTENCES)
def test_every_word_has_at_most_one_counterpart_of_the_same_letters(old: str, new: str) -> None:
    alignment = Alignment(old, new)

    assert alignment.to_old == {place: word for word, place in alignment.to_new.items()}
    assert all(alignment.old.words[one] == alignment.new.words[other] for one, other in alignment.to_new.items())


@given(SENTENCES)
def test_a_text_is_aligned_with_itself_word_by_word(text: str) -> None:
    alignment = Alignment(text, text)

    assert alignment.to_new == {place: place for place in range(len(alignment.old.words))}


REPEATED = [
    ("Sales rose 5% again. ", "Sales rose 6% again. "),
    ("a ", "a "),
    ("x y ", "x z "),
    ("a b c. ", "b a c. "),
    (". ", "! "),
]


@pytest.mark.parametrize(("unit", "changed"), REPEATED)
def test_words_that_repeat_take_no_more_than_their_length(unit: str, changed: str) -> None:
    def aligned(size: int) -> Alignment:
        times = size // len(unit)
        return Alignment(unit * times, changed * (times // 2) + "new " + changed * (times // 2))

    assert grows_in_proportion(aligned, 8_000)


def test_of_words_that_repeat_the_beginning_and_the_end_still_stand() -> None:
    rows = "| 0 | 0 | 0 |\n" * 2_000
    alignment = Alignment(f"{rows}| 5 | 0 |\n{rows}", f"{rows}| 7 | 1 |\n{rows}")

    half = len(Words.of(rows).words)
    assert all(alignment.to_new[place] == place for place in range(half))
    assert alignment.to_new[half + 1 + 4] == half + 1 + 4


def test_of_words_that_repeat_the_pairs_that_stand_once_still_stand() -> None:
    rows = "| 0 | 0 | 0 |\n" * 1_000
    old = f"| 1 {rows}| Halden Compute | 0 {rows}| 2"
    new = f"| 3 {rows}{rows}| Halden Compute | 0 {rows}| 4"
    alignment = Alignment(old, new)

    assert alignment.to_new[alignment.old.words.index("halden")] == alignment.new.words.index("halden")
