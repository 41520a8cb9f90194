"""How reading goes, as sparklines and bars."""

from briefreader.export.scorecards import scorecard_lines
from briefreader.export.statistics import statistics_lines
from briefreader.ui.keys.hints import view_tabs
from briefreader.ui.screens.loading import CountedScreen
from briefreader.ui.widgets.entry_list import Entry
from briefreader.views.scorecards import Scorecard, scorecards
from briefreader.views.statistics import Statistics, statistics
from briefreader.workspace import Workspace

_Counts = tuple[Statistics, list[Scorecard]]


class StatisticsScreen(CountedScreen[_Counts, None]):
    """Shows the counts; changes nothing."""

    PLACE = "statistics"

    def count(self, workspace: Workspace) -> _Counts:
        """Count what was read and what is left, and how the sources did."""
        return statistics(workspace.store, workspace.today()), scorecards(workspace.store)

    def show_counted(self, counted: _Counts) -> None:
        """Show the counts."""
        counts, cards = counted
        self.title_bar.left = view_tabs("statistics", sum(counts.read_by_day.values()), self.workspace.settings.keys)
        lines = [*statistics_lines(counts), "", *(["SOURCES", *scorecard_lines(cards)] if cards else [])]
        self.list.show_entries(Entry((("heading" if line[:1].strip() else "text", line),)) for line in lines)

    def action_go(self) -> None:
        """Do nothing: a count has no passage."""
