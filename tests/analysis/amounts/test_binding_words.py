import pytest

from briefreader.analysis.amounts.binding_words import LIMIT, MEASURES, METRIC_CLASS, PEOPLE_CLASS


@pytest.mark.parametrize(
    ("words", "name"),
    [("death toll", "killed"), ("were wounded", "injured"), ("layoffs", "laid_off"), ("evacuated", "evacuated")],
)
def test_words_of_what_happens_to_people_are_one_class(words: str, name: str) -> None:
    match = PEOPLE_CLASS.search(words)

    assert match
    assert match.lastgroup == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a funding round", "funding"),
        ("its price target", "price_target"),
        ("valued at", "valuation"),
        ("a fine", "payment"),
    ],
)
def test_words_of_a_metric_are_one_class(words: str, name: str) -> None:
    match = METRIC_CLASS.search(words)

    assert match
    assert match.lastgroup == name


def test_the_month_of_may_limits_nothing() -> None:
    assert LIMIT.search("it may rise")
    assert not LIMIT.search("in May")


def test_measures_are_put_into_one_unit() -> None:
    assert MEASURES["miles"][2] == pytest.approx(1.609344)
    assert MEASURES["gb"][1] == MEASURES["mb"][1]
