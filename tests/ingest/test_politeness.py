from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.fetch import Fetched
from briefreader.ingest.politeness import after_answer, after_error, most_new, request_headers, with_new
from briefreader.model.feed import FeedDocument, FeedState

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
EMPTY = FeedDocument(title="F", url=None, entries=())


def answer(status: int = 200, **headers: str) -> Fetched:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fetched(url="https://a.example/", status=status, data=b"", headers=named)


def test_without_validators_none_are_sent_and_old_ones_are_forgotten() -> None:
    state = after_answer(FeedState(etag='"1"', last_modified="then"), answer(), EMPTY, NOW)

    assert request_headers(state) == {"A-IM": "feed"}


def test_a_page_that_is_missing_for_a_week_is_told_as_missing() -> None:
    first = after_answer(FeedState(), answer(404), None, NOW)
    later = after_answer(first, answer(404), None, NOW + timedelta(days=8))

    assert (first.error, later.error) == ("the server returned an error (404)", "no such page for 8 days")


def test_errors_of_other_kinds_are_never_told_as_a_missing_page() -> None:
    state = after_answer(FeedState(), answer(404), None, NOW - timedelta(days=30))
    state = after_answer(state, answer(500), None, NOW - timedelta(days=20))

    assert state.error == "the server returned an error (500)"
    assert after_answer(state, answer(500), None, NOW).error == "the server returned an error (500)"
    assert after_answer(state, answer(404), None, NOW).error == "the server returned an error (404)"


@given(
    st.sampled_from([200, 226, 304, 404, 410, 429, 500, 503]),
    st.text(max_size=12),
    st.sampled_from(["retry_after", "cache_control", "expires"]),
    st.integers(0, 50),
)
def test_whatever_a_server_says_it_is_asked_again_between_now_and_a_month(
    status: int, value: str, name: str, failures: int
) -> None:
    for told in (value, f"max-age={value}", "9" * 9, "-5", "Thu, 32 Foo 2026 99:00:00 GMT"):
        after = after_answer(FeedState(failures=failures), answer(status, **{name: told}), EMPTY, NOW)

        assert after.next_at is not None
        assert NOW <= after.next_at <= NOW + timedelta(days=31)


def test_a_feed_that_forbids_every_hour_is_asked_all_the_same() -> None:
    never = FeedDocument(title="F", url=None, entries=(), skip_hours=frozenset(range(24)))

    assert after_answer(FeedState(), answer(), never, NOW).next_at == NOW + timedelta(hours=1)


def test_how_many_new_entries_are_believed_follows_what_came_before() -> None:
    assert most_new(FeedState()) is None
    assert most_new(with_new(FeedState(), 3)) == 20
    assert most_new(FeedState(new=(30, 10, 40))) == 90
    assert with_new(FeedState(new=(1,)), 0).new == (1,)


@pytest.mark.parametrize("failures", [0, 3, 10_000])
def test_waits_never_grow_beyond_a_day(failures: int) -> None:
    after = after_error(FeedState(failures=failures), "x", NOW)

    assert after.next_at is not None
    assert after.next_at <= NOW + timedelta(days=1)
