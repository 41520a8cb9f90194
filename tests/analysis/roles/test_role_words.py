"""The words that roles are told by."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.analysis.roles import role_words as words


@pytest.mark.parametrize(
    "line", ["Source: A", "**Sources:** A", "Quelle: A", "Fuentes: A", "情報源：A", "来源：A", "h/t: A"]
)
def test_a_source_line_begins_with_its_label(line: str) -> None:
    assert words.SOURCE_LINE.match(line)


@given(st.from_regex(re.compile(words.SOURCE_LABEL, re.IGNORECASE), fullmatch=True))
def test_no_label_is_passed_over_by_the_quick_looks(label: str) -> None:
    match = words.SOURCE_LINE.match(f"**{label}: Orrin")

    assert match
    assert match["label"] == label
    assert words.may_label(label)


@pytest.mark.parametrize(
    "heading", ["Sources", "References:", "8. Sources and Methodology", "Quellenverzeichnis", "参考文献"]
)
def test_a_list_has_its_heading(heading: str) -> None:
    assert words.LIST_HEADING.fullmatch(heading)


@pytest.mark.parametrize("heading", ["Sources of growth", "Why sources matter", "Evidence"])
def test_another_heading_is_none(heading: str) -> None:
    assert not words.LIST_HEADING.fullmatch(heading)
