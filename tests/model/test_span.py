import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from factories import VECTORS
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefreader.model.span import Span, TextQuote

OURS = Path(__file__).parent / "quotes"
"""Cases in the form of Apache Annotator's, whose own are compared with where they are there."""


@given(st.text(alphabet="ab ", min_size=1, max_size=200), st.data())
def test_a_quote_is_found_where_it_was_taken(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))

    quote = TextQuote.at(text, span)

    assert quote.exact == span.of(text)
    assert start in quote.starts(text)
    assert all(TextQuote.at(text, Span(at, at + len(quote.exact))).exact == quote.exact for at in quote.starts(text))


@pytest.mark.parametrize(
    ("text", "quote", "starts"),
    [
        ("the quay, the quay", TextQuote("quay", "", ""), [4, 14]),
        ("the quay, the quay", TextQuote("quay", ", the ", ""), [14]),
        ("the quay, the quay", TextQuote("quay", "", ","), [4]),
        ("\U0001f6a2 quay", TextQuote("quay", "", ""), [2]),
        ("the quay", TextQuote("mill", "", ""), []),
    ],
)
def test_a_quote_is_found_by_its_words_and_what_is_around_them(text: str, quote: TextQuote, starts: list[int]) -> None:
    assert list(quote.starts(text)) == starts


def test_quotes_are_found_as_apache_annotator_finds_them() -> None:
    for name, case in vectors("quote_match.json").items():
        selector = {"prefix": "", "suffix": "", **case["selector"]}
        quote = TextQuote(selector["exact"], selector["prefix"], selector["suffix"])
        text, expected = read(case["html"], case["expected"])

        assert [(at, at + len(quote.exact)) for at in quote.starts(text)] == expected, name


def test_positions_count_code_points_as_apache_annotator_does() -> None:
    for name, case in vectors("position_match.json").items():
        _, expected = read(case["html"], case["expected"])
        start, end = case["selector"]["start"], case["selector"]["end"]

        if start == end:
            with pytest.raises(ValueError, match="not a span"):
                Span(start, end)
        else:
            span = Span(start, end)
            assert [(span.start, span.end)] == expected, name


def test_quotes_say_at_least_what_apache_annotator_says_and_are_found_in_one_place() -> None:
    groups = vectors("quote_describe.json")
    for name, case in [item for cases in groups.values() for item in cases.items()]:
        text, [(start, end)] = read(case["html"], [case["range"]])
        if start == end:
            continue
        quote, expected = TextQuote.at(text, Span(start, end)), case["expected"]

        assert quote.exact == expected["exact"], name
        assert quote.prefix.endswith(expected["prefix"]), name
        assert quote.suffix.startswith(expected["suffix"]), name
        assert list(quote.starts(text)) == [start], name


def vectors(name: str) -> dict[str, Any]:
    found = [json.loads(file.read_text("utf-8")) for file in (OURS / name, VECTORS / name) if file.exists()]
    return {f"{number} {case}": value for number, cases in enumerate(found) for case, value in cases.items()}


def read(page: str, ranges: list[dict[str, Any]]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of a page, and ranges of its nodes, which count units of UTF-16, as code points of that text."""
    root = lxml.html.document_fromstring(page)
    pieces = list(text_nodes(root))
    ends = [
        tuple(offset(root, pieces, one[f"{side}ContainerXPath"], one[f"{side}Offset"]) for side in ("start", "end"))
        for one in ranges
    ]
    return "".join(text for _, text in pieces), [(start, end) for start, end in ends]


def offset(root: Any, pieces: list[tuple[tuple[Any, str], str]], path: str, units: int) -> int:  # noqa: ANN401 - lxml
    node = root.xpath(path)[0]
    key = (node.getparent(), "tail" if node.is_tail else "text")
    before = 0
    for place, text in pieces:
        if place == key:
            return before + len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le"))
        before += len(text)
    raise AssertionError(path)


def text_nodes(element: etree._Element) -> Iterator[tuple[tuple[etree._Element, str], str]]:
    if element.text:
        yield (element, "text"), element.text
    for child in element:
        yield from text_nodes(child)
        if child.tail:
            yield (child, "tail"), child.tail
