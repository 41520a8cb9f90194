from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.across.relatedness import closeness, count_words, profile_of, shared_weights

COUNTS = st.dictionaries(st.sampled_from(["lease", "halls", "power", "chips", "rent"]), st.integers(1, 9), max_size=5)


def test_words_are_counted_whatever_their_case_without_numbers_and_the_shortest() -> None:
    assert count_words("Lease the LEASE of 2026 at it") == {"lease": 2, "the": 1}


def test_what_few_texts_have_counts_more() -> None:
    mine = {"the": 9, "lease": 2}
    profile = profile_of(mine, {"the": 100, "lease": 2}, 100)

    assert profile.strongest == ["lease", "the"]
    assert closeness(profile, mine, {"lease": 1}) > closeness(profile, mine, {"the": 9})
    assert list(shared_weights(profile, mine, {"lease": 1, "rent": 1})) == ["lease"]


@given(COUNTS, COUNTS)
def test_closeness_is_between_nothing_and_about_one_and_most_for_the_same_text(
    mine: dict[str, int], theirs: dict[str, int]
) -> None:
    profile = profile_of(mine, dict.fromkeys(mine, 2), 9)

    assert 0 <= closeness(profile, mine, theirs) <= 1.0001
    assert closeness(profile, mine, mine) >= closeness(profile, mine, theirs) - 1e-9
