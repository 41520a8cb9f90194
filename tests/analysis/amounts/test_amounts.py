import pytest

from briefreader.analysis.amounts.amounts import currency_of, number_of, singular


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,250.5", 1250.5),
        (".5", 0.5),
        ("forty-two", 42),
        ("two hundred thousand", 200_000),
        ("half a billion", 5e8),
        ("a dozen", 12),
        ("twenty-five", 25),
        ("three million two hundred thousand", 3_200_000),
    ],
)
def test_numbers_in_digits_and_words(words: str, value: float) -> None:
    assert number_of(words) == value


@pytest.mark.parametrize(
    ("words", "code"),
    [("US$", "USD"), ("$US", "USD"), ("Australian dollars", "AUD"), ("euros", "EUR"), ("CHF ", "CHF"), ("Rs", "INR")],
)
def test_currencies_in_all_their_spellings(words: str, code: str) -> None:
    assert currency_of(words) == code


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("countries", "country"),
        ("engineers", "people"),
        ("gpus", "GPU"),
        ("watches", "watch"),
        ("aircraft", "aircraft"),
    ],
)
def test_units_are_one_of_what_is_counted(noun: str, unit: str) -> None:
    assert singular(noun) == unit
