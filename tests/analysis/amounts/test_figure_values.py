import pytest
from analysis_said import said

from briefreader.analysis.amounts.figure_values import are_equal, differ
from briefreader.model.crosscheck import Said


def figure(article: str, low: float | None, high: float | None, family: str = "killed") -> Said:
    return said(article, family=family, parties=(), low=low, high=high)


@pytest.mark.parametrize(
    ("first", "second", "equal", "apart"),
    [
        ((40, 40), (40, 40), True, False),
        ((39.2, 40.8), (40, 40), True, False),
        ((40, None), (42, 42), True, False),
        ((40, None), (79, 79), False, False),
        ((83, None), (100, None), False, True),
        ((None, 83), (100, None), False, True),
        ((1880, 2000), (1900, 1900), True, False),
        ((30, 30), (61, 61), False, False),
    ],
)
def test_values_are_held_against_one_another(
    first: tuple[float | None, float | None], second: tuple[float | None, float | None], *, equal: bool, apart: bool
) -> None:
    one, other = figure("a", *first), figure("b", *second)

    assert (are_equal(one, other), differ(one, other)) == (equal, apart)
    assert (are_equal(other, one), differ(other, one)) == (equal, apart)


def test_few_things_of_no_known_class_do_not_contradict() -> None:
    assert not differ(figure("a", 12, 12, "crane"), figure("b", 14, 14, "crane"))
    assert differ(figure("a", 120, 120, "crane"), figure("b", 140, 140, "crane"))
    assert differ(figure("a", 12, 12), figure("b", 14, 14))


def test_a_size_of_anything_contradicts_nothing() -> None:
    assert not differ(figure("a", 12, 12, "size in MB"), figure("b", 14, 14, "size in MB"))
