"""The panes of the reading screen and the bars round them: which has the keys, and which are shown."""

from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from briefreader.ui.keys.actions import Scope
from briefreader.ui.reading.session import Session
from briefreader.ui.reading.widgets.article_view import ArticleView
from briefreader.ui.reading.widgets.feed_list import FeedList
from briefreader.ui.reading.widgets.notes_pane import Note, NotesPane
from briefreader.ui.reading.widgets.query_line import QueryLine
from briefreader.ui.widgets.evidence_bar import EvidenceBar
from briefreader.ui.widgets.line_bar import LineBar
from briefreader.views.inbox import list_rows

Pane = Literal["feed", "article", "notes"]
_PANES: tuple[Pane, ...] = ("feed", "article", "notes")


class Panes(Horizontal):
    """Holds the feed, the article and the notes; changes nothing in the store."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="panes", classes="on-feed")
        workspace = session.workspace
        self.feed = FeedList(lambda keys: list_rows(workspace.store, keys), workspace.today)
        self.feed.find_stories = lambda keys: session.listing.story_lines(workspace, keys)
        self.article = ArticleView()
        self.notes = NotesPane()
        self.title_bar = LineBar(id="title-bar")
        self.key_bar = LineBar(id="key-bar")
        self.bar = EvidenceBar(session.thesis_title, lambda: workspace.settings.keys)
        self.query_line: QueryLine | None = None
        """Where a query is being written; None for nowhere."""

    def compose(self) -> ComposeResult:
        """Lay out the panes; the bars round them are the screen's."""
        yield self.feed
        yield self.article
        yield self.notes

    # Which pane

    @property
    def pane(self) -> Pane:
        """The pane that keys go to."""
        return next(name for name in _PANES if self.has_class(f"on-{name}"))

    @property
    def place(self) -> Scope:
        """Where keys work now: in the bar, while choosing words, or in the pane."""
        if self.bar.display:
            return "evidence"
        return "visual" if self.article.visual and self.pane == "article" else self.pane

    def show_pane(self, name: str) -> None:
        """Put the keys in a pane, showing it where there is no room for all."""
        self._mark(name)
        # set_focus at once: Widget.focus() comes later, and keys typed ahead would go to the old pane
        self.screen.set_focus({"feed": self.feed, "article": self.article, "notes": self.notes}[name])

    def show_next_pane(self) -> None:
        """Go to the next pane, from the last to the first."""
        self.show_pane(_PANES[(_PANES.index(self.pane) + 1) % len(_PANES)])

    def show_pane_beside(self, direction: int) -> None:
        """Go to the pane at the left (-1) or the right (1), where there is one."""
        place = _PANES.index(self.pane) + direction
        self.show_pane(_PANES[max(0, min(place, len(_PANES) - 1))])

    def toggle_zen(self) -> None:
        """Show only the article, or all panes again."""
        self.toggle_class("zen")
        self.show_pane("article" if self.has_class("zen") else self.pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, also when the mouse moves it."""
        panes: dict[Widget, Pane] = {self.feed: "feed", self.article: "article", self.notes: "notes"}
        if name := panes.get(event.widget):
            self._mark(name)

    def _mark(self, name: str) -> None:
        for other in _PANES:
            self.set_class(other == name, f"on-{other}")

    @property
    def note(self) -> Note:
        """The note that is chosen; an empty one where none is."""
        return self.notes.note or Note()

    # The bars

    def open_bar(self) -> EvidenceBar:
        """Return the evidence bar; it comes on the screen when it is first needed, to start faster."""
        if not self.bar.is_attached:
            self.screen.mount(self.bar, before=self.key_bar)
        return self.bar

    async def open_query_line(self, line: QueryLine) -> None:
        """Show a line for a query; return when it takes keys, so that what is typed ahead is written in it."""
        self.query_line = line
        await self.screen.mount(line, before=self.key_bar)
        line.write()

    def close_query_line(self) -> None:
        """Take the line for a query away, if there is one."""
        if self.query_line:
            self.query_line.remove()
            self.query_line = None
