import io
from dataclasses import dataclass
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.wire import (
    LARGEST_MESSAGE,
    LENGTH_SIZE,
    Failure,
    decode_reply,
    decode_request,
    encode_failure,
    encode_request,
    encode_result,
    length_in,
)
from briefreader.model.span import Span


@dataclass(frozen=True, slots=True)
class Note:
    span: Span | None
    words: tuple[str, ...]
    on: date


def a_job(note: Note, *, twice: bool = False) -> list[Note]:
    """Stands for a parser."""
    return [note, note] if twice else [note]


def body(message: bytes) -> bytes:
    assert length_in(message[:LENGTH_SIZE]) == len(message) - LENGTH_SIZE
    return message[LENGTH_SIZE:]


notes = st.builds(
    Note,
    st.none() | st.builds(lambda at, size: Span(at, at + size), st.integers(0, 10**9), st.integers(1, 10**6)),
    st.lists(st.text()).map(tuple),
    st.dates(),
)


@given(notes, st.booleans())
def test_a_request_and_its_answer_arrive_as_they_were_sent(note: Note, twice: bool) -> None:  # noqa: FBT001 - generated
    job, arguments, named = decode_request(body(encode_request(a_job, (note,), {"twice": twice})))

    assert job is a_job
    assert (arguments, named) == ([note], {"twice": twice})
    assert decode_reply(body(encode_result(job(*arguments, **named))), a_job) == a_job(note, twice=twice)


def test_a_failure_arrives_as_one() -> None:
    failure = Failure("contains no text", is_beyond_limits=True)

    assert decode_reply(body(encode_failure(failure)), a_job) == failure


@pytest.mark.parametrize(
    "result",
    [
        "words",
        [{"span": None, "words": [], "on": "2026-13-01"}],
        [{"span": None, "words": [1], "on": "2026-01-01"}],
        [{"span": {"start": 5, "end": 3}, "words": [], "on": "2026-01-01"}],
        [{"span": {"start": -5, "end": 3}, "words": [], "on": "2026-01-01"}],
        [{"span": {"start": "0", "end": 3}, "words": [], "on": "2026-01-01"}],
        [{"words": []}],
        {"__reduce__": ["os.system", "true"]},
        None,
    ],
)
def test_an_answer_of_another_shape_is_refused(result: object) -> None:
    with pytest.raises(ValueError, match=r"Expected|missing|Invalid|not a span"):
        decode_reply(body(encode_result(result)), a_job)


@given(st.binary(max_size=200))
def test_no_bytes_are_taken_for_an_answer_that_makes_no_sense(data: bytes) -> None:
    try:
        answer = decode_reply(data, a_job)
    except ValueError:
        return
    assert isinstance(answer, Failure) or all(isinstance(one, Note) for one in answer)


def test_bytes_that_nest_without_end_are_refused() -> None:
    for data in (b"\x91" * 1_000_000, b"\x82\xa4type\xa5reply\xa6result" + b"\x91" * 1_000_000 + b"\xc0"):
        with pytest.raises(ValueError, match=r"deep|Expected"):
            decode_reply(data, a_job)


def test_a_message_that_is_too_long_is_refused_before_it_is_read() -> None:
    header = io.BytesIO((LARGEST_MESSAGE + 1).to_bytes(LENGTH_SIZE, "little")).read()

    with pytest.raises(ValueError, match="bytes"):
        length_in(header)


def test_what_is_packed_is_data_alone() -> None:
    assert msgspec.msgpack.decode(body(encode_result([Note(Span(0, 1), ("x",), date(2026, 1, 1))]))) == {
        "type": "reply",
        "result": [{"span": {"start": 0, "end": 1}, "words": ["x"], "on": "2026-01-01"}],
    }
