import pytest

from briefreader.analysis.quoting import place_of
from briefreader.model.span import Span, TextQuote


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("It cut its bill.", TextQuote("cut its bill", "", ""), Span(3, 15)),
        ("It cut\n its  bill.", TextQuote("cut its bill", "", ""), Span(3, 17)),
        ("It cut its bill.", TextQuote("cut\n\nits bill", "", ""), Span(3, 15)),
        ("a cut, b cut", TextQuote("cut", "", ""), None),
        ("a cut, b cut", TextQuote("cut", "b ", ""), Span(9, 12)),
        ("a cut, b cut", TextQuote("cut", "", ","), Span(2, 5)),
        ("a cut, a cut", TextQuote("cut", "a ", ""), None),
        ("nothing of it", TextQuote("cut", "", ""), None),
        ("cuts", TextQuote(" ", "", ""), None),
    ],
)
def test_words_have_one_place_or_none(text: str, quote: TextQuote, place: Span | None) -> None:
    assert place_of(text, quote) == place


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The results are notable.", TextQuote("not able", "", "")),
        ("Costs at the plant rose by 5%.", TextQuote("5%", "Sales outside Europe grew ", " last year")),
        ("Costs rose by 5% last year.", TextQuote("5%", "Sales grew ", "")),
    ],
)
def test_other_words_and_other_neighbours_are_no_place(text: str, quote: TextQuote) -> None:
    assert place_of(text, quote) is None


def test_many_words_have_their_place_whatever_another_program_says_stands_beside_them() -> None:
    text = "Menu Halden cut its bill by 60% in May."

    assert place_of(text, TextQuote("cut its bill by 60%", "Something else ", "")) == Span(12, 31)
