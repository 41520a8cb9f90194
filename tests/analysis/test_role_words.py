"""The words that roles are told by."""

import pytest

from briefreader.analysis import role_words as words


@pytest.mark.parametrize(
    "line", ["Source: A", "**Sources:** A", "Quelle: A", "Fuentes: A", "情報源：A", "来源：A", "h/t: A"]
)
def test_a_source_line_begins_with_its_label(line: str) -> None:
    assert words.SOURCE_LINE.match(line)


@pytest.mark.parametrize(
    "heading", ["Sources", "References:", "8. Sources and Methodology", "Quellenverzeichnis", "参考文献"]
)
def test_a_list_has_its_heading(heading: str) -> None:
    assert words.LIST_HEADING.fullmatch(heading)


@pytest.mark.parametrize("heading", ["Sources of growth", "Why sources matter", "Evidence"])
def test_another_heading_is_none(heading: str) -> None:
    assert not words.LIST_HEADING.fullmatch(heading)
