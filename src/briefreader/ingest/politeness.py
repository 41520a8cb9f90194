"""When a feed may be asked again, by what its server and it say.

Sources: RFC 9110 and 9111 (validators, Retry-After, max-age, Expires), RFC 3229 (226), RSS 2.0 (ttl, skipHours).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from statistics import median

from briefreader.ingest.fetch import Fetched
from briefreader.model.feed import FeedDocument, FeedState

INTERVAL = timedelta(minutes=60)
_LONGEST = timedelta(days=31)
_FIRST_RETRY, _LAST_RETRY = timedelta(minutes=5), timedelta(hours=24)
_BELIEVED_GONE = timedelta(hours=24)
_BELIEVED_LOST = timedelta(days=7)
_FEWEST_NEW = 20
_REMEMBERED = 9


def request_headers(state: FeedState) -> Mapping[str, str]:
    """Return what to send, so that nothing comes when nothing is new."""
    headers = {"A-IM": "feed"}
    if state.etag:
        headers["If-None-Match"] = state.etag
    if state.last_modified:
        headers["If-Modified-Since"] = state.last_modified
    return headers


def after_answer(state: FeedState, fetched: Fetched, document: FeedDocument | None, now: datetime) -> FeedState:
    """Return the state after an answer; ``document`` is None when nothing new came."""
    if fetched.status == HTTPStatus.GONE:
        return _gone(state, now)
    waits = _asked_to_wait(state, fetched, now)
    if waits is not None:
        return replace(_failed(state, f"asks to wait ({fetched.status})", now, waits), must_wait=True)
    if fetched.status == HTTPStatus.NOT_FOUND:
        return _lost(state, now)
    if fetched.status >= HTTPStatus.BAD_REQUEST:
        return after_error(state, f"the server returned an error ({fetched.status})", now)
    is_same = fetched.status == HTTPStatus.NOT_MODIFIED
    if document:
        state = _with_wishes(state, document)
    rests = max(INTERVAL, _fresh_for(fetched.headers, now), timedelta(seconds=state.rests_s))
    return replace(
        _moved(state, fetched.moved_to, now),
        etag=fetched.headers.get("etag") or (state.etag if is_same else None),
        last_modified=fetched.headers.get("last-modified") or (state.last_modified if is_same else None),
        fetched_at=now,
        next_at=_awake(now + min(rests, _LONGEST), state),
        failures=0,
        failing_since=None,
        lost_since=None,
        error=None,
        must_wait=False,
        gone_at=None,
        is_gone=False,
    )


def _with_wishes(state: FeedState, document: FeedDocument) -> FeedState:
    """Remember what a feed says of itself, which holds until it says something else: a 304 says nothing."""
    return replace(
        state,
        title=document.title or state.title,
        rests_s=document.rests.total_seconds() if document.rests else 0.0,
        skip_hours=tuple(sorted(document.skip_hours)),
        skip_days=tuple(sorted(document.skip_days)),
        notes=document.notes,
    )


def after_error(state: FeedState, words: str, now: datetime) -> FeedState:
    """Return the state after nothing, or nothing of use, came; each failure doubles the wait."""
    return _failed(state, words, now, _back_off(state))


def most_new(state: FeedState) -> int | None:
    """Return how many new entries are believed of one fetch, since some feeds name all anew; None before any."""
    return max(_FEWEST_NEW, int(3 * median(state.new))) if state.new else None


def with_new(state: FeedState, count: int) -> FeedState:
    """Remember how many entries were new."""
    return replace(state, new=(*state.new, count)[-_REMEMBERED:]) if count else state


def _failed(state: FeedState, words: str, now: datetime, waits: timedelta) -> FeedState:
    return replace(
        state,
        must_wait=False,
        failures=state.failures + 1,
        failing_since=state.failing_since or now,
        lost_since=None,
        error=words,
        next_at=now + min(waits, _LONGEST),
    )


def _back_off(state: FeedState) -> timedelta:
    return min(_FIRST_RETRY * float(2 ** min(state.failures, 12)), _LAST_RETRY)


def _lost(state: FeedState, now: datetime) -> FeedState:
    first = state.lost_since or now
    believed = now - first >= _BELIEVED_LOST
    words = f"no such page for {(now - first).days} days" if believed else "the server returned an error (404)"
    return replace(after_error(state, words, now), lost_since=first)


def _gone(state: FeedState, now: datetime) -> FeedState:
    first = state.gone_at or now
    believed = state.gone_at is not None and now - first >= _BELIEVED_GONE
    words = "gone for good (410)" if believed else "says that it is gone (410)"
    failed = _failed(state, words, now, _BELIEVED_GONE)
    return replace(failed, gone_at=first, is_gone=believed)


def _moved(state: FeedState, target: str | None, now: datetime) -> FeedState:
    if target is None:
        return replace(state, moved_to=None, moved_seen=0, moved_since=None)
    if target != state.moved_to:
        return replace(state, moved_to=target, moved_seen=1, moved_since=now)
    return replace(state, moved_seen=state.moved_seen + 1)


def _asked_to_wait(state: FeedState, fetched: Fetched, now: datetime) -> timedelta | None:
    """Return how long a server asks to be left alone; None when it does not: a mere 503 is an error like others."""
    if fetched.status not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        return None
    said = _retry_after(fetched.headers.get("retry-after", ""), now)
    return _back_off(state) if said is None and fetched.status == HTTPStatus.TOO_MANY_REQUESTS else said


def _retry_after(value: str, now: datetime) -> timedelta | None:
    if re.fullmatch(r"\s*\d{1,9}\s*", value, re.ASCII):
        return timedelta(seconds=int(value))
    at = _date(value)
    return max(at - now, timedelta()) if at else None


def _fresh_for(headers: Mapping[str, str], now: datetime) -> timedelta:
    age = re.search(
        r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", headers.get("cache-control", ""), re.IGNORECASE | re.ASCII
    )
    if age:
        return timedelta(seconds=int(age[1]))
    expires = _date(headers.get("expires", ""))
    return max(expires - now, timedelta()) if expires else timedelta()


def _date(value: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _awake(at: datetime, state: FeedState) -> datetime:
    """Return the first hour from ``at`` on in which the feed may be asked; ``at`` itself when it forbids all."""
    if not (state.skip_hours or state.skip_days):
        return at
    hour = at
    for _ in range(24 * 8):
        if hour.hour not in state.skip_hours and hour.weekday() not in state.skip_days:
            return hour
        hour = (hour + timedelta(hours=1)).replace(minute=0, second=0)
    return at
