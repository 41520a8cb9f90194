from screens import read_screen

from briefreader.ui.app import BriefreaderApp
from briefreader.ui.dialogs.help import help_lines
from briefreader.ui.keys.actions import ACTIONS, actions_of, bindings_for, shown_key
from briefreader.ui.reading.screen import LATE_GROUPS, ReadScreen
from briefreader.ui.reading.widgets.article_view import ArticleView
from briefreader.ui.reading.widgets.feed_list import FeedList
from briefreader.ui.reading.widgets.notes_pane import NotesPane
from briefreader.ui.screens.base import LedgerList, LedgerScreen
from briefreader.ui.screens.claims.screen import ClaimsScreen
from briefreader.ui.screens.feeds import FeedsScreen
from briefreader.ui.screens.review import ReviewScreen
from briefreader.ui.screens.theses.screen import BoardScreen
from briefreader.ui.screens.views import ViewsScreen
from briefreader.ui.screens.watchlist.screen import WatchScreen
from briefreader.ui.widgets.evidence_bar import EvidenceBar

OWNERS = {
    "app": BriefreaderApp,
    "read": ReadScreen,
    "feed": FeedList,
    "article": ArticleView,
    "visual": ArticleView,
    "notes": NotesPane,
    "evidence": EvidenceBar,
    "ledger": LedgerScreen,
    "list": LedgerList,
    "board": BoardScreen,
    "watch": WatchScreen,
    "review": ReviewScreen,
    "feeds": FeedsScreen,
    "claims": ClaimsScreen,
    "views": ViewsScreen,
}
NEVER_THE_ONLY_KEY = {f"ctrl+{letter}" for letter in "sqbajmihz"}


def test_ids_are_unique() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_every_action_is_there_to_be_run() -> None:
    for action in ACTIONS:
        if not action.method:
            continue
        name = action.method.split("(")[0]
        screen: type = WatchScreen if action.scope == "list" else ReadScreen
        app = BriefreaderApp if name.startswith("app.") else None
        owner = app or (screen if name.startswith("screen.") else OWNERS[action.scope])
        assert hasattr(owner, f"action_{name.rpartition('.')[2]}"), action


async def test_every_action_without_a_method_is_done_by_a_group(app: BriefreaderApp) -> None:
    done_by_id = {action.id for action in ACTIONS if not action.method}

    async with app.run_test():
        screen = read_screen(app)
        early = {id_ for group in screen.groups for id_ in group.handlers}
        late = {id_ for name in set(LATE_GROUPS.values()) for id_ in screen.late_group(name).handlers}

    assert late == LATE_GROUPS.keys()
    assert {id_ for id_ in early | late if not id_.startswith("list.")} == done_by_id


def test_no_key_of_a_terminal_or_tmux_is_the_only_one() -> None:
    for action in ACTIONS:
        assert not set(action.keys.split(",")) <= NEVER_THE_ONLY_KEY, action


def test_bindings_carry_the_ids_that_settings_name() -> None:
    assert {binding.id for binding in bindings_for("read")} == {action.id for action in actions_of("read")}


def test_help_names_every_action_with_the_readers_own_keys() -> None:
    lines = [line.plain for line in help_lines({"archive": "a,A", "later": "space,f5,f6,ctrl+x"})]

    assert all(sum(line.endswith(f" {action.id}") for line in lines) == 1 for action in ACTIONS)
    assert "  a A          Archive" in "\n".join(lines)
    assert {line.rindex(action.id) for line in lines for action in ACTIONS if line.endswith(f" {action.id}")} == {58}


def test_keys_are_shown_as_people_write_them() -> None:
    assert [shown_key(key) for key in ("pagedown", "ctrl+r", "]", "question_mark", "space", "tab")] == [
        "PgDn",
        "ctrl+r",
        "]",
        "?",
        "space",
        "tab",
    ]
