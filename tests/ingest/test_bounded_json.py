import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.bounded_json import DEEPEST, MOST_VALUES, load_json
from briefreader.model.errors import UnreadableError

pytestmark = pytest.mark.slow

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.sampled_from('[]{},"\\a')),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.sampled_from('[{,"\\')), inner),
)


@given(VALUES)
def test_what_json_reads_is_read(value: object) -> None:
    assert load_json(json.dumps(value), "test") == value


def test_the_deepest_is_read_and_one_deeper_is_not() -> None:
    assert load_json("[" * DEEPEST + "]" * DEEPEST, "test")
    with pytest.raises(UnreadableError, match="levels deep"):
        load_json("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "test")


def test_brackets_and_commas_in_texts_are_not_counted() -> None:
    assert load_json(json.dumps(["[" * 1000, ',"' * 6_000_000]), "test")


@pytest.mark.parametrize("unit", ["0,", "[],", "{},", '"",', '{"a":[0]},'])
def test_too_many_values_are_refused_before_they_are_made(unit: str) -> None:
    text = f"[{unit * (MOST_VALUES + 1)}0]"
    began = time.process_time()
    with pytest.raises(UnreadableError, match="values"):
        load_json(text, "test")
    assert time.process_time() - began < 5


@pytest.mark.parametrize("text", ["", "{", '"\\', '"\\"' * 200_000, "[1,]", '{"a":1}x'])
def test_what_is_no_json_is_said_to_be_none(text: str) -> None:
    began = time.process_time()
    with pytest.raises(UnreadableError, match="not JSON"):
        load_json(text, "test")
    assert time.process_time() - began < 1
