"""The watchlist: what is overdue, due and resolved."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from briefreader.export.foresight import foresight_line, foresight_lines
from briefreader.model.thesis import Thesis
from briefreader.model.watch import OUTCOME_NAMES, Outcome, WatchItem
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.dialogs.form import FormScreen
from briefreader.ui.dialogs.pager import TableScreen
from briefreader.ui.dialogs.prompt import AskScreen
from briefreader.ui.keys.actions import Scope, bindings_for
from briefreader.ui.keys.hints import view_tabs
from briefreader.ui.screens.base import LedgerList, LedgerScreen, Place
from briefreader.ui.screens.watchlist.lines import calendar_lines, watch_entries
from briefreader.views.reading import reading_by_id
from briefreader.views.selection import Selection
from briefreader.views.theses import theses
from briefreader.views.watchlist import passage_now, watchlist
from briefreader.workflows.export import export
from briefreader.workflows.watch import (
    WatchWords,
    change_watch,
    delete_watch,
    put_watch_on_thesis,
    reopen,
    resolve,
    turn_side,
    watch,
)
from briefreader.workflows.written import Unclear, parse_watch, understood_in, watch_fields
from briefreader.workspace import Workspace

WATCH_LABELS = {
    "question": "Yes/no question",
    "due": "Due (2026-09-30, Q3 2026, late 2027, in 3 weeks)",
    "probability": "Probability of yes (for example 70%, or empty)",
}
_LEAST_ROWS_FOR_CALENDAR = 24


class WatchScreen(LedgerScreen):
    """Lists watch items by when they are due."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("watch")]
    SCOPE: ClassVar[Scope] = "watch"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._list = LedgerList[WatchItem]()
        self._foot = Static(markup=False, id="foot")

    def compose(self) -> ComposeResult:
        """Lay out the list over the calendar."""
        yield self.title_bar
        yield self._list
        yield self._foot
        yield self.key_bar

    def on_mount(self) -> None:
        """Name the keys."""
        self.name_keys("watch")
        self.set_focus(self._list)

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the calendar to the new width."""
        self.show()

    def show(self) -> None:
        """List what there is to come back to."""
        today = self.workspace.today()
        watched = watchlist(self.workspace.store, today)
        open_ = [*watched.overdue, *watched.this_month, *watched.later]
        self.title_bar.left = view_tabs("watch", len(open_), self.workspace.settings.keys)
        self.title_bar.right = f"{len(watched.overdue)} overdue   {today:%a %d %b %Y}"
        self._list.show_entries(watch_entries(watched, today))
        lines = [foresight_line(watched.foresight)]
        if self.app.size.height > _LEAST_ROWS_FOR_CALENDAR:
            lines += ["", *calendar_lines(open_, today, self.app.size.width - 2)]
        self._foot.update(Content("\n".join(lines)))

    @property
    def _item(self) -> WatchItem | None:
        return self._list.entry.subject if self._list.entry else None

    def action_go(self) -> None:
        """Go to the passage that it comes from."""
        item = self._item
        if item and item.passage:
            reading = reading_by_id(self.workspace.store, item.passage.article_id)
            self.dismiss(Place(item.passage.article_id, passage_now(reading, item.passage)))
        elif item:
            self.say("Not linked to a passage")

    def action_write(self, change: bool) -> None:  # noqa: FBT001 - Textual passes it by place
        """Write an item, or change the one chosen."""
        item = self._item if change else None
        if change and item is None:
            return

        def take(written: Mapping[str, str]) -> WatchWords | Unclear:
            today = self.workspace.today()
            return parse_watch(written, today, item.side, item.thesis_id) if item else parse_watch(written, today)

        def keep(words: WatchWords) -> None:
            if item:
                change_watch(self.workspace, item, words)
            else:
                watch(self.workspace, words)
            self.done("Watch item saved")

        def understood(name: str, written: str) -> str:
            return understood_in(name, written, self.workspace.today())

        fields = watch_fields(item) if item else {}
        self.app.push_screen(FormScreen(WATCH_LABELS, fields, take, keep, understood))

    def action_foresight(self) -> None:
        """Show how well the reader has foreseen what came."""
        watched = watchlist(self.workspace.store, self.workspace.today())
        self.app.push_screen(TableScreen("Forecast record", list(foresight_lines(watched.foresight))))

    def action_resolve(self, outcome: Outcome) -> None:
        """Say how it turned out, and why."""
        if item := self._item:

            def keep(note: str | None) -> None:
                if note is not None:
                    resolve(self.workspace, item, outcome, note)
                    self.done(f"Marked as {OUTCOME_NAMES[outcome]}")

            self.app.push_screen(
                AskScreen(f"Mark as {OUTCOME_NAMES[outcome]}. Note:", "what happened (optional)"), keep
            )

    def action_reopen(self) -> None:
        """Take the answer back."""
        if self._item and self._item.resolution:
            reopen(self.workspace, self._item)
            self.done("Reopened")

    def action_side(self) -> None:
        """Say which side a yes and a no speak for."""
        if self._item:
            self.done(f"Side: {turn_side(self.workspace, self._item)}")

    def action_thesis(self) -> None:
        """Offer the theses."""
        if item := self._item:

            def put(thesis: Thesis | None) -> None:
                put_watch_on_thesis(self.workspace, item, thesis)
                self.done(f"Assigned to {thesis.title}" if thesis else "Unassigned")

            choices = [Choice(one.title, partial(put, one), one.bull) for one in theses(self.workspace.store)]
            choices.append(Choice("No thesis", partial(put, None)))
            choose(self.app, choices, "Which thesis?")

    def action_remove(self) -> None:
        """Delete it."""
        if self._item:
            delete_watch(self.workspace, self._item)
            self.done("Watch item deleted")

    def action_calendar(self) -> None:
        """Write all items to a calendar file."""
        (exported,) = export(self.workspace, Selection(self.workspace.store), "ics")
        self.say(f"{exported.outcome.capitalize()}: {exported.path}")
