import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.cells import cell, text_in


@given(st.text(st.sampled_from("'=+-@|\t\r\n \u00a0\uff1da1"), max_size=6) | st.text())
def test_what_goes_into_a_cell_comes_out_of_it(text: str) -> None:
    assert text_in(cell(text)) == text


@given(st.text(st.sampled_from("'=+-@|\t\r\n \u00a0\uff1d\uff20\uff5ca1"), max_size=6))
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    assert cell(text).lstrip(" \u00a0\u3000")[:1] not in tuple("=+-@|\uff1d\uff0b\uff0d\uff20\uff5c")


@pytest.mark.parametrize("text", ["'Tis so", "plain", "", "1 - 2"])
def test_a_cell_that_another_program_wrote_is_read_as_it_stands(text: str) -> None:
    assert text_in(text) == text


@pytest.mark.parametrize("text", ["|=cmd|' /C calc'!A1", " |=1+1", "\uff5c=1+1", "||=1+1"])
def test_a_bar_before_a_formula_is_defused(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("sign", ["\ufe62", "\ufe63", "\ufe66", "\ufe6b", "\u207a", "\u207b", "\u207c", "\u2212"])
@pytest.mark.parametrize("before", ["", "\u2003", "\u200b", "\ufeff", "\u202e", "\x0b", "\x1b"])
def test_signs_in_other_forms_and_behind_what_is_not_seen_are_defused(sign: str, before: str) -> None:
    assert cell(f"{before}{sign}1") == f"'{before}{sign}1"
    assert cell(f"{before}=1") == f"'{before}=1"
    assert cell(f"{before}a{sign}1") == f"{before}a{sign}1"
