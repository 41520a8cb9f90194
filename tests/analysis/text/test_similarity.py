import pytest
from growth import grows_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.text.similarity import LONGEST_PATTERN, find_nearly, likeness

WORDS = st.text(alphabet="abc", max_size=9)


def distance(one: str, other: str) -> int:
    """The textbook's table."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        following = [i]
        for j, right in enumerate(other, start=1):
            following.append(min(row[j] + 1, following[-1] + 1, row[j - 1] + (left != right)))
        row = following
    return row[-1]


@given(WORDS, WORDS)
def test_likeness_is_one_less_the_share_of_characters_to_change(one: str, other: str) -> None:
    longest = max(len(one), len(other))

    assert likeness(one, other) == pytest.approx(1 - distance(one, other) / longest if longest else 1)


def test_of_long_strings_equal_ends_count_in_full() -> None:
    same = "It rose again. " * LONGEST_PATTERN

    assert likeness(f"{same}five{same}", f"{same}six{same}") == pytest.approx(1 - 3 / (2 * len(same) + 4))


def test_long_strings_are_never_more_alike_than_they_are() -> None:
    one, other = "ab" * LONGEST_PATTERN, "bc" * LONGEST_PATTERN

    assert 0.3 < likeness(one, other) <= 0.5


def test_comparing_takes_no_more_than_the_length() -> None:
    assert grows_in_proportion(lambda size: likeness("ab" * size, "cb" * size), LONGEST_PATTERN)


@given(WORDS.filter(bool), WORDS, st.integers(0, 4))
def test_every_place_found_needs_as_few_changes_as_it_says(pattern: str, text: str, most: int) -> None:
    found = find_nearly(pattern, text, most)

    assert all(distance(pattern, text[match.start : match.end]) == match.errors <= most for match in found)
    fewest = min(distance(pattern, text[i:j]) for i in range(len(text) + 1) for j in range(i, len(text) + 1))
    best = found[0].errors if found else most + 1
    assert best == fewest or fewest in (most + 1, len(pattern)) or fewest > most


@pytest.mark.parametrize(
    ("text", "pattern", "most", "expected"),
    [
        ("the quay is open", "quay", 0, (4, 8, 0)),
        ("the harxour is open", "harbour", 2, (4, 11, 1)),
        ("the quy is open", "quay", 1, (4, 7, 1)),
        ("the harbbour is open", "harbour", 1, (4, 12, 1)),
        ("\u20ac quay", "quay", 1, (2, 6, 0)),
    ],
)
def test_the_nearest_place_is_found_with_its_errors(
    text: str, pattern: str, most: int, expected: tuple[int, int, int]
) -> None:
    best = find_nearly(pattern, text, most)[0]

    assert (best.start, best.end, best.errors) == expected
