"""The reading screen: feed, article, notes."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from inspect import isawaitable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

from briefreader.model.article import LISTS
from briefreader.ui.keys.actions import Scope, bindings_for
from briefreader.ui.reading.actions.annotate import AnnotationActions
from briefreader.ui.reading.actions.base import ActionGroup
from briefreader.ui.reading.actions.findings import FindingActions
from briefreader.ui.reading.actions.history import HistoryActions
from briefreader.ui.reading.actions.move import MoveActions
from briefreader.ui.reading.actions.search import SearchActions
from briefreader.ui.reading.actions.stories import StoryActions
from briefreader.ui.reading.actions.triage import TriageActions
from briefreader.ui.reading.background_jobs import BackgroundJobs, JobProgress
from briefreader.ui.reading.panes import Panes
from briefreader.ui.reading.presenter import Presenter
from briefreader.ui.reading.session import Session
from briefreader.ui.reading.widgets.mouse_selection import offset_of_selection
from briefreader.workspace import Workspace

_BEGIN_AFTER_S = 0.02
_JOBS_AFTER_S = 0.5
_GROUPS = (
    AnnotationActions,
    FindingActions,
    HistoryActions,
    MoveActions,
    SearchActions,
    StoryActions,
    TriageActions,
)
LATE_GROUPS: Mapping[str, str] = {
    **dict.fromkeys(("across.claim", "across.matter", "across.term"), "related.RelatedActions"),
    **dict.fromkeys(("browse", "copy-link", "copy-quote", "export", "follow"), "share.ShareActions"),
    **dict.fromkeys(("lists", "order", "score", *(f"list.{name}" for name in LISTS)), "lists.ListActions"),
    "details": "details.DetailActions",
    "texts": "revisions.RevisionActions",
}
"""Groups that are loaded with the first key of theirs, by the ids of their actions; the first frame waits for none."""
_WHILE_ANNOTATING = frozenset({"evidence.save", "evidence.cancel", "evidence.thesis", "notes.thesis"})


class ReadScreen(Screen[None]):
    """Lays out the panes, and has the groups of actions do what keys ask for."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("read")]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it for instances
        (0, "-narrow"),
        (60, "-medium"),
        (110, "-wide"),
    ]

    def __init__(self, workspace: Workspace, width: int, row: int = 0) -> None:
        """Lay out for a terminal of ``width`` columns from the start, so that it is not styled twice.

        ``row``: where the cursor begins.
        """
        fitting = [name for least, name in self.HORIZONTAL_BREAKPOINTS or () if width >= least]
        super().__init__(classes=fitting[-1])
        self._first_row = row
        self.session = Session(workspace)
        self.panes = Panes(self.session)
        self.presenter = Presenter(self.session, self.panes)
        self.jobs = BackgroundJobs(self.presenter)
        self.say, self.hush = self.presenter.show_status, self.presenter.clear_status
        self.groups: list[ActionGroup] = [*(kind(self.presenter) for kind in _GROUPS), self.jobs]
        self._late: dict[str, ActionGroup] = {}

    def compose(self) -> ComposeResult:
        """Lay out the bars round the panes."""
        yield self.panes.title_bar
        yield self.panes
        yield self.panes.key_bar

    def on_mount(self) -> None:
        """List the top of the inbox; the rest once the first frame is on the screen."""
        self.set_focus(self.panes.feed)
        self.presenter.list_first_rows(self._first_row)
        self.set_timer(_BEGIN_AFTER_S, self.presenter.begin)
        self.set_timer(_JOBS_AFTER_S, self.jobs.begin)
        self.jobs.refresh_each(self.session.workspace.settings.refresh_minutes)

    def on_unmount(self) -> None:
        """Note how far was read, and stop what goes on in the background; the next start goes on with it."""
        self.presenter.save_progress()
        self.jobs.stop()

    @property
    def place(self) -> Scope:
        """Where keys work now."""
        return self.panes.place

    @property
    def is_writing(self) -> bool:
        """Whether a query or a remark is being written."""
        return self.panes.query_line is not None or self.panes.bar.display

    def take_settings(self) -> None:
        """Name the keys as they are set now, and ask feeds as often as is set now."""
        self.jobs.refresh_each(self.session.workspace.settings.refresh_minutes)
        self.presenter.show_position()
        self.presenter.show_keys()

    # Actions

    def late_group(self, name: str) -> ActionGroup:
        """Return a group of :data:`LATE_GROUPS`, made when it is first asked for."""
        if name not in self._late:
            module, kind = name.split(".")
            loaded = import_module(f"briefreader.ui.reading.actions.{module}")
            self._late[name] = getattr(loaded, kind)(self.presenter)
        return self._late[name]

    def _handlers_of(self, action_id: str) -> Iterator[Callable[[], object]]:
        """Yield what does an action now, the first first; nothing where it cannot be done."""
        for group in self.groups:
            handler = group.handlers.get(action_id)
            if handler and group.is_enabled(action_id):
                yield handler
        if action_id in LATE_GROUPS:
            yield self.late_group(LATE_GROUPS[action_id]).handlers[action_id]

    async def action_do(self, action_id: str) -> None:
        """Do an action of the table, by its id."""
        for handler in self._handlers_of(action_id):
            done = handler()
            if isawaitable(done):
                await done
            return

    async def action_end_line(self, keep: bool) -> None:  # noqa: FBT001 - Textual passes it by place
        """Take over what was written in the line, or leave what was."""
        if line := self.panes.query_line:
            line.end(keep=keep)
        else:
            await self.panes.bar.end_line(keep=keep)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Do nothing else while a query or a remark is being written; leave keys that do nothing here to others."""
        action_id = str(parameters[0]) if action == "do" else ""
        if self.panes.query_line and action != "end_line":
            return False
        if self.panes.bar.display and action != "end_line" and action_id not in _WHILE_ANNOTATING:
            return False
        return any(self._handlers_of(action_id)) if action == "do" else super().check_action(action, parameters)

    # What the panes and jobs tell

    def on_descendant_focus(self) -> None:
        """Show the keys of the pane that has them now."""
        self.presenter.show_keys()

    def on_feed_list_highlighted(self) -> None:
        """Preview the article under the cursor once the cursor rests."""
        self.presenter.show_position()
        self.presenter.preview_soon()

    def on_feed_list_selected(self) -> None:
        """Say how many are selected."""
        self.presenter.show_position()

    def on_article_view_moved(self) -> None:
        """Say what the active passage is."""
        self.presenter.show_keys()

    def on_app_focus(self) -> None:
        """Look for what another program has added while the reader was elsewhere."""
        self.presenter.reload_if_changed()

    def on_job_progress(self, message: JobProgress) -> None:
        """Say how far a job is, or show what it has brought."""
        self.jobs.hear(message)

    # Textual's selection, made exact for the article

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Say which character of the article is at a cell; a drag that began there stays there."""
        exact = offset_of_selection(self, self.panes.article, x, y)
        return exact or super().get_widget_and_offset_at(x, y)
