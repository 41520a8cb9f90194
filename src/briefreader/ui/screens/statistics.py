"""How reading goes, as sparklines and bars."""

from typing import ClassVar

from textual.app import ComposeResult

from briefreader.export.scorecards import scorecard_lines
from briefreader.export.statistics import statistics_lines
from briefreader.ui.actions import Scope
from briefreader.ui.hints import view_tabs
from briefreader.ui.screens.ledger import LedgerList, LedgerScreen
from briefreader.ui.widgets.entry_list import Entry
from briefreader.views.scorecards import scorecards
from briefreader.views.statistics import statistics
from briefreader.workspace import Workspace


class StatisticsScreen(LedgerScreen):
    """Shows the counts; changes nothing."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("ledger",)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._list = LedgerList[None]()

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        yield self.title_bar
        yield self._list
        yield self.key_bar

    def on_mount(self) -> None:
        """Name the keys."""
        self.name_keys("statistics")
        self.set_focus(self._list)

    def show(self) -> None:
        """Count anew."""
        counted = statistics(self.workspace.store, self.workspace.clock().date())
        self.title_bar.left = view_tabs("statistics", sum(counted.read_by_day.values()), self.workspace.settings.keys)
        cards = scorecards(self.workspace.store)
        lines = [*statistics_lines(counted), "", *(["SOURCES", *scorecard_lines(cards)] if cards else [])]
        self._list.show_entries(Entry((("heading" if line[:1].strip() else "text", line),)) for line in lines)

    def action_go(self) -> None:
        """Do nothing: a count has no passage."""
