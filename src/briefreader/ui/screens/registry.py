"""The screens beside the one that reads."""

from collections.abc import Callable

from briefreader.ui.keys.actions import ScreenName
from briefreader.ui.screens.base import LedgerScreen
from briefreader.ui.screens.claims.screen import ClaimsScreen
from briefreader.ui.screens.digest import DigestScreen
from briefreader.ui.screens.feeds import FeedsScreen
from briefreader.ui.screens.review import ReviewScreen
from briefreader.ui.screens.statistics import StatisticsScreen
from briefreader.ui.screens.theses.screen import BoardScreen
from briefreader.ui.screens.views import ViewsScreen
from briefreader.ui.screens.watchlist.screen import WatchScreen
from briefreader.workspace import Workspace


def screen_of(name: ScreenName, workspace: Workspace) -> LedgerScreen:
    """Return a new screen for a view other than reading."""
    screens: dict[ScreenName, Callable[[Workspace], LedgerScreen]] = {
        "claims": ClaimsScreen,
        "digest": DigestScreen,
        "theses": BoardScreen,
        "watch": WatchScreen,
        "review": ReviewScreen,
        "feeds": FeedsScreen,
        "statistics": StatisticsScreen,
        "views": ViewsScreen,
    }
    return screens[name](workspace)
