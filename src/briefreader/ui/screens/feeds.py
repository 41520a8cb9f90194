"""The feeds: how they do, and which are asked."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from briefreader.model.feed import Feed, FeedState
from briefreader.ui.dialogs.form import FormScreen
from briefreader.ui.dialogs.prompt import AskScreen
from briefreader.ui.keys.actions import Scope, bindings_for
from briefreader.ui.keys.hints import view_tabs
from briefreader.ui.screens.base import LedgerList, LedgerScreen
from briefreader.ui.widgets.entry_list import Entry, Part
from briefreader.views.feeds import feed_list
from briefreader.views.store_file import store_file
from briefreader.workflows.subscribe import change_feed, follow_move, unsubscribe
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.jobs.process import ChildProcess

_NOTHING = (
    "No feeds yet. Press a to add a feed by its address, or by the address of a page that links to one. To import"
    " a feed list from another reader, run briefreader feeds import FILE.opml. Press r while reading to refresh."
)
_LABELS = {"title": "Name", "folder": "Folder (A/B for a subfolder, empty for none)"}


class FeedsScreen(LedgerScreen):
    """Lists the feeds by folder."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("feeds")]
    SCOPE: ClassVar[Scope] = "feeds"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._list = LedgerList[Feed]()
        self._looking: ChildProcess | None = None

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self.title_bar
        yield self._list
        yield self.key_bar

    def on_mount(self) -> None:
        """Name the keys."""
        self.name_keys("feeds")
        self.set_focus(self._list)

    def show(self) -> None:
        """List the feeds with how they do."""
        listed = feed_list(self.workspace.store)
        failing = sum(state.error is not None for _, state in listed)
        self.title_bar.left = view_tabs("feeds", len(listed), self.workspace.settings.keys)
        self.title_bar.right = f"{failing} failing" if failing else ""
        self._list.show_entries(_entries(listed, self.workspace.clock()))

    @property
    def _feed(self) -> Feed | None:
        return self._list.entry.subject if self._list.entry else None

    def action_go(self) -> None:
        """Do nothing: a feed has no passage."""

    def action_add(self) -> None:
        """Ask for an address, and subscribe to the feed there in another process."""
        if self.workspace.offline:
            self.say("Offline (--offline): nothing was fetched")
            return

        def go(address: str | None) -> None:
            file = store_file(self.workspace.store)
            if address and file:
                self.say(f"Checking {address}…")
                self._subscribe(file, address)

        self.app.push_screen(AskScreen("Address of the feed or page", "for example example.org/news"), go)

    @work(thread=True, group="subscribe")
    def _subscribe(self, file: str, address: str) -> None:
        from briefreader.ui.jobs.process import ChildProcess  # noqa: PLC0415 - on first use

        self._looking = ChildProcess(file, "feeds", "add", "--", address)
        lines = [line for line in self._looking.lines() if line]
        if self.is_attached:
            self.app.call_from_thread(self._told, lines[0] if lines else "No result")

    def on_unmount(self) -> None:
        """Look no more."""
        if self._looking:
            self._looking.stop()

    def _told(self, words: str) -> None:
        self.show()
        self.say(f"{words.removeprefix('briefreader: ')}  (1, then r to fetch it)")

    def action_rename(self) -> None:
        """Ask for another name and folder."""
        feed = self._feed
        if feed is None:
            return

        def keep(written: Mapping[str, str]) -> None:
            change_feed(self.workspace, feed, title=written["title"], folder=written["folder"])
            self.done("Feed saved")

        values = {"title": feed.title, "folder": feed.folder}
        self.app.push_screen(FormScreen(_LABELS, values, dict, keep))

    def action_whole(self) -> None:
        """Fetch whole pages of a feed from now on, or no more."""
        if feed := self._feed:
            changed = change_feed(self.workspace, feed, full_text=not feed.full_text)
            self.done("Full-text fetching on" if changed.full_text else "Full-text fetching off")

    def action_follow_move(self) -> None:
        """Ask a feed where it says that it has moved."""
        if feed := self._feed:
            self.done(f"Now fetched from {follow_move(self.workspace, feed).url}")

    def action_remove(self) -> None:
        """Ask a feed no more."""
        if feed := self._feed:
            unsubscribe(self.workspace, feed)
            self.done(f"Unsubscribed from {feed.title}. Its articles are kept.")


def _entries(listed: tuple[tuple[Feed, FeedState], ...], now: datetime) -> Iterator[Entry[Feed]]:
    if not listed:
        yield Entry((("hint", _NOTHING),))
    folder = ""
    for feed, state in listed:
        if feed.folder != folder:
            folder = feed.folder
            yield Entry((("text", ""), ("heading", folder)))
        how: Part = "bear" if state.error else "hint"
        whole = "  full text" if feed.full_text else ""
        yield Entry((("text", f"{feed.title}{whole}"), ("hint", feed.url), (how, state.in_words(now))), feed)
