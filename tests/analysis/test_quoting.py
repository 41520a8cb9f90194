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
