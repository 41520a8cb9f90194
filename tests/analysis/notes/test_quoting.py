import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.notes.quoting import Effort, Passages, place_of
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


def in_words(text: str, quote: str) -> list[Span]:
    """Return where a quotation stands by the plainest means there are."""
    words = r"\s+".join(re.escape(word) for word in quote.split())
    return [Span(found.start(1), found.end(1)) for found in re.finditer(f"(?=({words}))", text)] if words else []


TEXTS = st.text(st.sampled_from("ab \n"), max_size=40)


@given(TEXTS, TEXTS)
def test_a_place_is_where_the_words_stand_and_nowhere_else(text: str, quote: str) -> None:
    places = in_words(text, quote)

    assert place_of(text, TextQuote(quote, "", "")) == (places[0] if len(places) == 1 else None)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Rates rise by 5% in May and fall. " * 2_000, TextQuote("Rates rise by 5% in May and fall. " * 5, "", "")),
        ("a " * 30_000, TextQuote("a " * 3_000 + "b", "", "")),
        ("a " * 30_000, TextQuote("a " * 3_000, "something else stands here", "")),
        ("ab " * 20_000, TextQuote("ab", "x", "y")),
        ("a" * 60_000, TextQuote("a" * 300 + " b", "", "")),
    ],
    ids=["sentences", "nearly there", "neighbours", "one word", "letters"],
)
def test_passages_that_stand_in_many_places_cost_no_more_than_their_effort(text: str, quote: TextQuote) -> None:
    effort = Effort()
    passages = Passages(text, effort)
    began = time.process_time()

    assert [passages.place_of(quote) for _ in range(60)] == [None] * 60

    assert time.process_time() - began < 16
    assert effort.left < Effort().left


def test_without_effort_no_place_is_told() -> None:
    text, quote = "Halden cut its bill by 60% in May.", TextQuote("bill by", "its", "60%")

    assert Passages(text, Effort()).place_of(quote)
    assert Passages(text, Effort(left=0)).place_of(quote) is None
