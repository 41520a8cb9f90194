"""What a passage stands under is named, and what it says itself is not named twice."""

import pytest
from factories import a_document
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.claims.subjects import subject_of
from briefreader.model.span import Span

TABLE = """# Fuel on Friday

| Fuel | Price | Change |
|---|---|---|
| Peat | 31 kroner a tonne | down a little |
| Coke | 44 kroner a tonne | up a little |
"""
PROSE = """# Friday

## Veldora

Why it matters: The yards are idle. Nobody buys cables.

- Brenik: two offers came in
    - Gained on news of a sale.
"""


def _subject(markdown: str, words: str) -> tuple[str, ...]:
    document = a_document(markdown, ".md")
    start = document.text.index(words)
    return subject_of(document, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        (TABLE, "44 kroner a tonne", ("Coke", "Price")),
        (TABLE, "down a little", ("Peat", "Change")),
        (TABLE, "Peat", ("Fuel",)),
        (PROSE, "Nobody buys cables.", ("Veldora", "Why it matters")),
        (PROSE, "Why it matters: The yards are idle.", ("Veldora",)),
        (PROSE, "Gained on news of a sale.", ("Veldora", "Brenik")),
        ("# Veldora\n\nSales fell.\n", "Sales fell.", ()),
        ("# Friday\n\n## Veldora\n\nVeldora sold a yard.\n", "Veldora sold a yard.", ()),
    ],
)
def test_a_passage_is_named_by_what_it_stands_under(text: str, words: str, subject: tuple[str, ...]) -> None:
    assert _subject(text, words) == subject


@given(st.integers(0, 200), st.integers(1, 40))
def test_every_name_is_in_the_text_and_not_in_the_passage(start: int, length: int) -> None:
    for markdown in (TABLE, PROSE):
        document = a_document(markdown, ".md")
        start = min(start, len(document.text) - 1)
        span = Span(start, min(len(document.text), start + length))
        for name in subject_of(document, span):
            assert name in " ".join(document.text.split())
            assert name.casefold() not in span.of(document.text).casefold()
