import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.export.lines import render_lines
from briefreader.ingest.clean import clean_body
from briefreader.ingest.lines import parse_lines
from briefreader.model.errors import UnreadableError
from briefreader.model.store_row import TABLES, StoreRow

VALUES = st.none() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False) | st.text().map(clean_body)
ROWS = st.builds(StoreRow, st.sampled_from(TABLES), st.dictionaries(st.sampled_from("abcdefgh"), VALUES))


@given(st.lists(ROWS, max_size=5))
def test_what_goes_out_comes_back(rows: list[StoreRow]) -> None:
    assert list(parse_lines(list(render_lines(rows)), "test")) == rows


@pytest.mark.parametrize("value", ['"\\u001b[2J"', '"{\\"a\\": \\"\\\\u001b\\"}"', "[1]", "true", '"\\ud800"'])
def test_what_acts_on_a_terminal_or_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(UnreadableError, match="line 1"):
        list(parse_lines([f'{{"table": "theses", "v": 1, "title": {value}}}'], "test"))
