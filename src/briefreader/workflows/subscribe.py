"""Which feeds are read: by address, from a page, from another reader's list."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from briefreader.export.opml import render_opml
from briefreader.ingest.clean import clean_line
from briefreader.ingest.discovery import FoundFeed, find_feeds
from briefreader.ingest.feeds import LARGEST_FEED, parse_feed
from briefreader.ingest.fetch import Fetched, FetchError, fetch
from briefreader.ingest.files import data_of
from briefreader.ingest.opml import LARGEST_LIST, Outline, parse_opml
from briefreader.ingest.sandbox import Sandbox
from briefreader.model.addresses import address_key, is_same_host, safe_address
from briefreader.model.errors import NotFoundError, UnreadableError
from briefreader.model.feed import Feed, FeedState
from briefreader.model.ids import FeedId
from briefreader.workspace import Workspace

_MOST_TRIED = 3
"""So many of the feeds that a page names are asked for, until one can be read."""


@dataclass(frozen=True, slots=True)
class Subscribed:
    """What became of an address."""

    feed: Feed
    is_new: bool
    others: tuple[FoundFeed, ...] = ()
    """More feeds of the same page."""


def subscribe(
    workspace: Workspace, url: str, *, title: str = "", folder: str = "", full_text: bool = False
) -> Subscribed:
    """Subscribe to the feed at an address, or to the first that the page there names; its entries come with a refresh.

    Raises:
        UnreadableError: nothing answers there, or it is neither a feed nor a page that links to one.

    """
    address = safe_address(url if "://" in url else f"https://{url}")
    if address is None:
        raise UnreadableError(url, "not a web address. It must begin with http:// or https://.")
    found, own_title, others = _look(workspace.sandbox, address)
    if known := _known(workspace, found):
        if is_same_host(known.url, address):
            workspace.store.feeds.trust(known.url)
            known = replace(known, typed=True)
        return Subscribed(known, is_new=False, others=others)
    name = clean_line(title) or own_title or urlsplit(found).hostname or found
    outline = Outline(found, name, _folder(folder))
    feed = replace(_new_feed(workspace, outline, typed=is_same_host(found, address)), full_text=full_text)
    with workspace.store.journal.batch(f"subscribed to {feed.title}", workspace.clock()) as batch:
        workspace.store.feeds.add(batch, feed)
    return Subscribed(feed, is_new=True, others=others)


def unsubscribe(workspace: Workspace, feed: Feed) -> None:
    """Ask a feed no more; its articles stay."""
    with workspace.store.journal.batch(f"unsubscribed from {feed.title}", workspace.clock()) as batch:
        workspace.store.feeds.delete(batch, feed.id)


def change_feed(workspace: Workspace, feed: Feed, **changes: str | bool) -> Feed:
    """Rename a feed, put it in a folder, or say whether the page of each entry is fetched."""
    changed = replace(feed, **changes)  # type: ignore[arg-type]
    changed = replace(changed, title=clean_line(changed.title) or feed.title, folder=_folder(changed.folder))
    with workspace.store.journal.batch(f"edited the feed {feed.title}", workspace.clock()) as batch:
        workspace.store.feeds.replace(batch, changed)
    return changed


def follow_move(workspace: Workspace, feed: Feed) -> Feed:
    """Ask a feed from now on where it says that it has moved; its entries stay known.

    Raises:
        UnreadableError: it has not said so often enough, or another feed has that address.

    """
    state = next((state for known, state in workspace.store.feeds.all() if known.id == feed.id), FeedState())
    if not state.has_moved(workspace.clock()) or state.moved_to is None:
        raise UnreadableError(feed.url, "has not announced a new address three times over at least a day")
    if (other := _known(workspace, state.moved_to)) and other.id != feed.id:
        raise UnreadableError(feed.url, f"has moved to {state.moved_to}, but you already subscribe to that feed")
    if feed.typed and is_same_host(feed.url, state.moved_to):
        workspace.store.feeds.trust(state.moved_to)
    moved = change_feed(workspace, feed, url=state.moved_to)
    state = replace(state, moved_to=None, moved_seen=0, moved_since=None, earlier=(*state.earlier, feed.url))
    workspace.store.feeds.set_state(feed.id, state)
    return moved


def find_feed(workspace: Workspace, words: str) -> Feed:
    """Return the feed with this address, or the only one whose title or address holds these words.

    Raises:
        NotFoundError: there is none, or more than one.

    """
    feeds = [feed for feed, _ in workspace.store.feeds.all()]
    if exact := [feed for feed in feeds if words in (feed.url, feed.title)]:
        return exact[0]
    found = [feed for feed in feeds if words.casefold() in f"{feed.title}\n{feed.url}".casefold()]
    if len(found) != 1 or not words:
        raise NotFoundError("single feed" if found else "feed", words)
    return found[0]


def import_opml(workspace: Workspace, path: Path) -> tuple[list[Feed], list[UnreadableError]]:
    """Subscribe to the feeds of another reader's list, as one batch; return the new ones, and what is refused.

    Raises:
        UnreadableError: the file cannot be read, or is no OPML.

    """
    data = data_of(path, LARGEST_LIST)
    outlines, refused = workspace.sandbox.run(str(path), _listed, data, str(path))
    return subscribe_all(workspace, outlines), [UnreadableError(str(path), words) for words in refused]


def subscribe_all(workspace: Workspace, outlines: Iterable[Outline]) -> list[Feed]:
    """Subscribe to the feeds of a list that are not there yet, as one batch; return these."""
    known = {address_key(address) for address, _ in _addresses(workspace)}
    new = [_new_feed(workspace, one, typed=False) for one in outlines if address_key(one.url) not in known]
    if new:
        with workspace.store.journal.batch(f"subscribed to {len(new)} feeds", workspace.clock()) as batch:
            for feed in new:
                workspace.store.feeds.add(batch, feed)
    return new


def opml(workspace: Workspace) -> str:
    """Return all feeds as a list for other readers."""
    return render_opml(feed for feed, _ in workspace.store.feeds.all())


def _listed(data: bytes, place: str) -> tuple[list[Outline], list[str]]:
    outlines, refused = parse_opml(data, place)
    return outlines, [problem.problem for problem in refused]


def _look(sandbox: Sandbox, address: str) -> tuple[str, str | None, tuple[FoundFeed, ...]]:
    """Return the feed at an address, or the first of those that the page there names: address, title, the others."""
    fetched = _fetched(address, typed=True)
    try:
        return fetched.moved_to or address, _title(sandbox, fetched), ()
    except UnreadableError as problem:
        found = sandbox.run(address, find_feeds, fetched.data, fetched.url, dict(fetched.headers))
        if not found:
            raise UnreadableError(address, "is neither a feed nor a page that links to one") from problem
    for one in found[:_MOST_TRIED]:
        with suppress(UnreadableError):
            there = _fetched(one.url, typed=is_same_host(one.url, address))
            title = _title(sandbox, there) or one.title or None
            return there.moved_to or one.url, title, tuple(other for other in found if other is not one)
    raise UnreadableError(address, f"links to the feed {found[0].url}, which cannot be read")


def _fetched(address: str, *, typed: bool) -> Fetched:
    try:
        fetched = fetch(address, largest=LARGEST_FEED, typed=typed)
    except FetchError as error:
        raise UnreadableError(address, str(error)) from error
    if fetched.status >= HTTPStatus.BAD_REQUEST:
        raise UnreadableError(address, f"the server returned an error ({fetched.status})")
    return fetched


def _title(sandbox: Sandbox, fetched: Fetched) -> str | None:
    """Return what a feed calls itself.

    Raises:
        UnreadableError: it is none.

    """
    kind = fetched.headers.get("content-type", "")
    return sandbox.run(fetched.url, parse_feed, fetched.data, fetched.url, content_type=kind).title


def _known(workspace: Workspace, url: str) -> Feed | None:
    """Return the feed that is asked at an address, or was before it moved."""
    key = address_key(url)
    return next((feed for address, feed in _addresses(workspace) if address_key(address) == key), None)


def _addresses(workspace: Workspace) -> Iterator[tuple[str, Feed]]:
    """Yield the addresses at which feeds are asked, or were before they moved."""
    for feed, state in workspace.store.feeds.all():
        yield from ((address, feed) for address in (feed.url, *state.earlier))


def _new_feed(workspace: Workspace, outline: Outline, *, typed: bool) -> Feed:
    return Feed(
        id=FeedId(workspace.new_id()),
        url=outline.url,
        title=outline.title,
        folder=outline.folder,
        typed=typed,
        added_at=workspace.clock(),
    )


def _folder(words: str) -> str:
    return "/".join(filter(None, (clean_line(part) for part in words.split("/"))))
