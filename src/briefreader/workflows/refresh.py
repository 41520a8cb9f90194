"""Ask feeds for what is new, and then for the whole pages that their readers want."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from http import HTTPStatus
from itertools import islice
from pathlib import Path
from typing import Literal, TypeVar

from briefreader.ingest.entries import entry_digest, entry_key
from briefreader.ingest.feeds import LARGEST_FEED, parse_feed
from briefreader.ingest.fetch import Fetched, FetchError, fetch
from briefreader.ingest.politeness import after_answer, after_error, most_new, request_headers, with_new
from briefreader.model.errors import SandboxError, UnreadableError
from briefreader.model.feed import Entry, Feed, FeedDocument, FeedState
from briefreader.store.store import refresh_lock
from briefreader.workflows.ask import Answer, ask_all
from briefreader.workflows.pages import PageFetched, fetch_wanted
from briefreader.workflows.parsing import ReadEntry, read_entry
from briefreader.workflows.take_in import TakenIn, take_in
from briefreader.workspace import Workspace

Item = TypeVar("Item")

logger = logging.getLogger(__name__)

Outcome = Literal["new", "same", "failed", "rests", "waits"]
"""``rests``: not due, and not asked; ``waits``: not asked because its server has asked to wait."""

_AT_ONCE = 50
"""So many entries make a transaction."""
_AHEAD = 60
"""So many entries are given to the children ahead, so that both work while the last ones are kept."""

Keyed = tuple[str, str, Entry]
"""An entry with its key and digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What became of one feed."""

    feed: Feed
    outcome: Outcome
    new: int = 0
    changed: int = 0
    state: FeedState
    done: int = 0
    total: int = 0


def refresh(
    workspace: Workspace, *, only: Sequence[Feed] | None = None, at_once: bool = False, forced: bool = False
) -> Iterator[Refreshed | PageFetched]:
    """Ask the feeds that are due, or only some, and then for whole pages; yield each when it is done, and stays.

    ``at_once`` asks also those that are not due, except where a server has asked to wait; ``forced`` asks them all.

    Raises:
        StoreError: another refresh of the store is under way.

    """
    file = workspace.store.file()
    with refresh_lock(Path(file)) if file else nullcontext():
        feeds = [(feed, state) for feed, state in workspace.store.feeds.all() if only is None or feed in only]
        now = workspace.clock()
        due = [(feed, state) for feed, state in feeds if forced or _is_due(state, now, at_once=at_once)]
        yield from _refresh(workspace, feeds, due)


def _refresh(
    workspace: Workspace, feeds: Sequence[tuple[Feed, FeedState]], due: Sequence[tuple[Feed, FeedState]]
) -> Iterator[Refreshed | PageFetched]:
    done = len(feeds) - len(due)
    for number, (feed, state) in enumerate((one for one in feeds if one not in due), start=1):
        outcome: Outcome = "waits" if state.waits_until(workspace.clock()) else "rests"
        yield Refreshed(feed=feed, outcome=outcome, state=state, done=number, total=len(feeds))
    for (feed, state), answer in ask_all(due, lambda one: one[0].url, _ask, workspace.gap_s):
        done += 1
        yield replace(_keep(workspace, feed, state, answer), done=done, total=len(feeds))
    yield from fetch_wanted(workspace, [feed for feed, _ in feeds])


def _is_due(state: FeedState, now: datetime, *, at_once: bool) -> bool:
    if at_once:
        return state.waits_until(now) is None
    return not state.is_gone and (state.next_at is None or state.next_at <= now)


def _ask(one: tuple[Feed, FeedState]) -> Fetched:
    feed, state = one
    return fetch(feed.url, headers=request_headers(state), largest=LARGEST_FEED, typed=feed.typed)


def _document_in(workspace: Workspace, feed: Feed, state: FeedState, answer: Fetched) -> FeedDocument:
    kind = answer.headers.get("content-type", "")
    document = workspace.sandbox.run(feed.url, parse_feed, answer.data, answer.url, content_type=kind)
    return replace(document, title=document.title or state.title)


def _keep(workspace: Workspace, feed: Feed, state: FeedState, answer: Answer) -> Refreshed:
    """Take in what a feed answered, and note how it went."""
    taken = TakenIn()
    try:
        if isinstance(answer, FetchError):
            state = after_error(state, str(answer), workspace.clock())
        elif answer.status in (HTTPStatus.OK, HTTPStatus.IM_USED) and state.body != _digest(answer):
            state, taken = _take_in(workspace, feed, state, answer)
        else:
            state = after_answer(state, answer, None, workspace.clock())
    except UnreadableError as problem:
        state = after_error(state, problem.problem, workspace.clock())
    except SandboxError:
        raise
    except Exception as error:  # a bug on one feed's data must not keep the others away
        logger.exception("feed=%s", feed.url)
        state = after_error(state, f"could not be added ({type(error).__name__})", workspace.clock())
    workspace.store.feeds.set_state(feed.id, state)
    outcome: Outcome = "failed" if state.error else "new" if taken.new or taken.changed else "same"
    logger.info("feed=%s outcome=%s new=%d changed=%d", feed.id, outcome, taken.new, taken.changed)
    return Refreshed(feed=feed, outcome=outcome, new=taken.new, changed=taken.changed, state=state)


def _take_in(workspace: Workspace, feed: Feed, state: FeedState, answer: Fetched) -> tuple[FeedState, TakenIn]:
    document = _document_in(workspace, feed, state, answer)
    taken, left_out = _take_all(workspace, feed, document, most_new(state))
    document = replace(document, notes=(*document.notes, *left_out, *_restless(taken)))
    state = with_new(after_answer(state, answer, document, workspace.clock()), taken.new)
    if left_out:  # the next look must bring all of it again
        return replace(state, etag=None, last_modified=None, body=None), taken
    return replace(state, body=_digest(answer)), taken


def _digest(answer: Fetched) -> str:
    """Return the digest of what a feed answered, with what its reading depends on."""
    about = f"{answer.status} {answer.url} {answer.headers.get('content-type', '')}\n"
    return sha256(about.encode("utf-8", "replace") + answer.data).hexdigest()


def _take_all(workspace: Workspace, feed: Feed, document: FeedDocument, most: int | None) -> tuple[TakenIn, list[str]]:
    """Take in what is new; return how much, and what was left out, in words."""
    fresh = _fresh(workspace, feed, document.entries)
    left_out = (
        [f"{len(fresh) - most} more new entries follow at the next refresh"] if most and len(fresh) > most else []
    )
    taken, listed = TakenIn(), frozenset(map(entry_key, document.entries))
    for some in _batched(_read(workspace, feed, fresh[:most], document, left_out), _AT_ONCE):
        taken += take_in(workspace, feed, some, listed)
    return taken, left_out


def _restless(taken: TakenIn) -> list[str]:
    """Return, in words, how many entries change too often to follow."""
    if not taken.held:
        return []
    which = "1 entry has" if taken.held == 1 else f"{taken.held} entries have"
    return [f"{which} a different text at every refresh, so changes are no longer followed"]


def _read(
    workspace: Workspace, feed: Feed, entries: Sequence[Keyed], document: FeedDocument, left_out: list[str]
) -> Iterator[ReadEntry]:
    """Yield the entries as articles; add to ``left_out``, in words, those that cannot be read within the limits."""
    publisher, now = document.title or feed.title, workspace.clock()
    calls = ((entry.title or key, (key, digest, entry, publisher, document.url, now)) for key, digest, entry in entries)
    for read in workspace.sandbox.run_each(read_entry, calls, _AHEAD):
        if isinstance(read, UnreadableError):
            left_out.append(f"“{read.place}” was skipped: {read.problem}")
        else:
            yield read


def _fresh(workspace: Workspace, feed: Feed, entries: Sequence[Entry]) -> list[Keyed]:
    """Return the entries of which something is new, the oldest first, each key once."""
    keyed = {entry_key(entry): entry for entry in reversed(entries)}
    known = workspace.store.feeds.known(feed.id, keyed)
    digests = {key: entry_digest(entry) for key, entry in keyed.items()}
    return [
        (key, digests[key], entry)
        for key, entry in keyed.items()
        if key not in known or known[key].digest != digests[key]
    ]


def _batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Yield the items, so many at a time."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
