"""Every key of the app, in one table.

Bindings, the help screen, the command palette, the ``[keys]`` settings and the key tables of the documentation are
all made from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding
from textual.keys import key_to_character

Scope = Literal[
    "app",
    "read",
    "feed",
    "article",
    "visual",
    "notes",
    "evidence",
    "ledger",
    "list",
    "board",
    "watch",
    "review",
    "feeds",
    "claims",
    "views",
]
"""Where a key works: everywhere, on the reading screen, in one of its panes, while choosing words, in the bar; on the
screens of the ledger, in their lists, on one of them."""

ScreenName = Literal["read", "theses", "watch", "claims", "digest", "review", "feeds", "statistics", "views"]

Group = Literal[
    "Go to",
    "Navigate",
    "Search",
    "Article",
    "Triage",
    "Annotate",
    "Findings",
    "Compare",
    "Evidence",
    "Theses",
    "Watchlist",
    "Review",
    "Saved searches",
    "Feeds",
    "Share",
    "General",
]


@dataclass(frozen=True, slots=True)
class Action:
    """Something that keys do; ``id`` is its name in ``[keys]``."""

    id: str
    scope: Scope
    keys: str
    """With commas between them."""
    title: str
    group: Group
    method: str = ""
    """What Textual runs on the scope's widget or screen; empty where a screen does the action by its id."""

    @property
    def action(self) -> str:
        """What Textual runs where the key works."""
        return self.method or f"screen.do({self.id!r})"

    @property
    def call(self) -> str:
        """What Textual runs from anywhere: the action with whose it is."""
        if "." in self.action.partition("(")[0]:
            return self.action
        return f"{_OWNERS.get(self.scope, 'screen')}.{self.action}"


_OWNERS: dict[Scope, str] = {
    "app": "app",
    "feed": "focused",
    "article": "focused",
    "visual": "focused",
    "notes": "focused",
    "evidence": "focused",
    "list": "focused",
}
"""Whose the actions of a scope are; the screen's when not told."""

LIVE: dict[Scope, tuple[Scope, ...]] = {
    "feed": ("feed", "read", "app"),
    "article": ("article", "read", "app"),
    "visual": ("visual", "article", "read", "app"),
    "notes": ("notes", "read", "app"),
    "evidence": ("evidence", "app"),
    "ledger": ("list", "ledger", "app"),
    "board": ("list", "board", "ledger", "app"),
    "watch": ("list", "watch", "ledger", "app"),
    "review": ("list", "review", "ledger", "app"),
    "feeds": ("list", "feeds", "ledger", "app"),
    "claims": ("list", "claims", "ledger", "app"),
    "views": ("list", "views", "ledger", "app"),
}
"""From a place to the scopes whose keys work there together, the innermost first."""

ACTIONS = (
    Action("view.read", "app", "1", "Reading", "Go to", "view('read')"),
    Action("view.theses", "app", "2", "Theses", "Go to", "view('theses')"),
    Action("view.watch", "app", "3", "Watchlist", "Go to", "view('watch')"),
    Action("view.claims", "app", "4", "Claims", "Go to", "view('claims')"),
    Action("view.digest", "app", "5", "Digest of the last seven days", "Go to", "view('digest')"),
    Action("view.feeds", "app", "6", "Feeds", "Go to", "view('feeds')"),
    Action("view.statistics", "app", "7", "Reading statistics", "Go to", "view('statistics')"),
    Action("view.views", "app", "8", "Saved searches and rules", "Go to", "view('views')"),
    Action("view.review", "app", "R", "Review notes on changed articles", "Go to", "view('review')"),
    Action("list.down", "list", "j,down", "Next item", "Navigate", "move(1)"),
    Action("list.up", "list", "k,up", "Previous item", "Navigate", "move(-1)"),
    Action("list.page-down", "list", "space,pagedown", "Page down", "Navigate", "page(1)"),
    Action("list.page-up", "list", "pageup", "Page up", "Navigate", "page(-1)"),
    Action("list.half-down", "list", "ctrl+d", "Half page down", "Navigate", "page(0.5)"),
    Action("list.half-up", "list", "ctrl+u", "Half page up", "Navigate", "page(-0.5)"),
    Action("list.go", "list", "enter", "Open", "Navigate", "screen.go"),
    Action("feed.down", "feed", "j,down", "Next article", "Navigate", "move(1)"),
    Action("feed.up", "feed", "k,up", "Previous article", "Navigate", "move(-1)"),
    Action("feed.page-down", "feed", "space,pagedown", "Page down", "Navigate", "page(1)"),
    Action("feed.page-up", "feed", "pageup", "Page up", "Navigate", "page(-1)"),
    Action("feed.half-down", "feed", "ctrl+d", "Half page down", "Navigate", "page(0.5)"),
    Action("feed.half-up", "feed", "ctrl+u", "Half page up", "Navigate", "page(-0.5)"),
    Action("feed.first", "feed", "g,home", "First article", "Navigate", "first"),
    Action("feed.last", "feed", "G,end", "Last article", "Navigate", "last"),
    Action("feed.open", "feed", "enter", "Open article", "Navigate"),
    Action("article.down", "article", "j,down", "Line down", "Navigate", "scroll(1)"),
    Action("article.up", "article", "k,up", "Line up", "Navigate", "scroll(-1)"),
    Action("article.page-down", "article", "space,pagedown", "Page down", "Navigate", "page(1)"),
    Action("article.page-up", "article", "pageup", "Page up", "Navigate", "page(-1)"),
    Action("article.half-down", "article", "ctrl+d", "Half page down", "Navigate", "page(0.5)"),
    Action("article.half-up", "article", "ctrl+u", "Half page up", "Navigate", "page(-0.5)"),
    Action("article.first", "article", "g,home", "Top of the article", "Navigate", "top"),
    Action("article.last", "article", "G,end", "Bottom of the article", "Navigate", "bottom"),
    Action("notes.down", "notes", "j,down", "Next note", "Navigate", "move(1)"),
    Action("notes.up", "notes", "k,up", "Previous note", "Navigate", "move(-1)"),
    Action("notes.page-down", "notes", "space,pagedown", "Page down", "Navigate", "page(1)"),
    Action("notes.page-up", "notes", "pageup", "Page up", "Navigate", "page(-1)"),
    Action("notes.half-down", "notes", "ctrl+d", "Half page down", "Navigate", "page(0.5)"),
    Action("notes.half-up", "notes", "ctrl+u", "Half page up", "Navigate", "page(-0.5)"),
    Action("pane.next", "read", "tab", "Next pane", "Navigate"),
    Action("pane.left", "read", "h,left", "Left pane", "Navigate"),
    Action("pane.right", "read", "l,right", "Right pane", "Navigate"),
    Action("next", "read", "J", "Next article (any pane)", "Navigate"),
    Action("previous", "read", "K", "Previous article (any pane)", "Navigate"),
    Action("unread.next", "read", "f3", "Next unread article", "Navigate"),
    Action("unread.previous", "read", "f4", "Previous unread article", "Navigate"),
    Action("zen", "read", "z", "Toggle focus mode", "Navigate"),
    Action("lists", "read", "F", "Go to list, saved search or feed…", "Search"),
    Action("search", "read", "/", "Search all articles", "Search"),
    Action("filter", "read", "f", "Filter this list", "Search"),
    Action("reload", "read", "ctrl+l", "Reload", "Navigate"),
    Action("claim.next", "read", "]", "Next claim", "Article"),
    Action("claim.previous", "read", "[", "Previous claim", "Article"),
    Action("citation.next", "read", "}", "Next citation", "Article"),
    Action("citation.previous", "read", "{", "Previous citation", "Article"),
    Action("order", "read", "O", "Sort by…", "Search"),
    Action("score", "read", "W", "Explain score", "Search"),
    Action("match.next", "read", ";", "Next match", "Search"),
    Action("match.previous", "read", "comma", "Previous match", "Search"),
    Action("sentence.next", "read", ")", "Next sentence", "Article"),
    Action("sentence.previous", "read", "(", "Previous sentence", "Article"),
    Action("annotation.next", "read", ">", "Next note", "Article"),
    Action("annotation.previous", "read", "<", "Previous note", "Article"),
    Action("follow", "article", "enter", "Follow citation or link", "Article"),
    Action("furniture", "read", "Z", "Show or hide boilerplate", "Article"),
    Action("visual", "read", "v", "Select text", "Article"),
    Action("visual.word", "visual", "w", "Extend by a word", "Article", "extend('word', 1)"),
    Action("visual.word-back", "visual", "b", "Shrink by a word", "Article", "extend('word', -1)"),
    Action("visual.sentence", "visual", ")", "Extend by a sentence", "Article", "extend('sentence', 1)"),
    Action("visual.sentence-back", "visual", "(", "Shrink by a sentence", "Article", "extend('sentence', -1)"),
    Action("visual.other-end", "visual", "o", "Switch selection end", "Article", "other_end"),
    Action("details", "read", "i", "Edit details…", "Article"),
    Action("archive", "read", "e", "Archive", "Triage"),
    Action("later", "read", "L", "Move to Later", "Triage"),
    Action("shortlist", "read", "s", "Move to Shortlist", "Triage"),
    Action("inbox", "read", "I", "Move to Inbox", "Triage"),
    Action("trash", "read", "d", "Move to Trash", "Triage"),
    Action("snooze", "read", "S", "Snooze…", "Triage"),
    Action("archive-below", "read", "E", "Archive everything below…", "Triage"),
    Action("select", "feed", "x", "Select and move down", "Triage", "select"),
    Action("select-range", "feed", "ctrl+x", "Select range", "Triage", "select_range"),
    Action("read", "read", "m", "Mark as read or unread", "Triage"),
    Action("story.open", "read", "b", "Show or hide other articles of the story", "Triage"),
    Action("bull", "read", "+,=", "Tag as bull evidence", "Annotate"),
    Action("bear", "read", "-", "Tag as bear evidence", "Annotate"),
    Action("neutral", "read", "0", "Tag as neutral evidence", "Annotate"),
    Action("highlight", "read", "H", "Highlight selection", "Annotate"),
    Action("note", "read", "n", "Add note", "Annotate"),
    Action("tags", "read", "t", "Add tags", "Annotate"),
    Action("texts", "read", "V", "Earlier versions", "Article"),
    Action("watch", "read", "w", "Add to watchlist…", "Annotate"),
    Action("repeat", "read", ".", "Repeat last annotation", "Annotate"),
    Action("notes.go", "notes", "enter", "Go to passage or explain finding", "Annotate"),
    Action("notes.edit", "notes", "n,+,=,-,0,t", "Edit note", "Annotate"),
    Action("notes.delete", "notes", "d,delete", "Delete note, dismiss finding or reject suggestion", "Annotate"),
    Action("notes.accept", "notes", "a", "Accept suggestion", "Annotate"),
    Action("notes.flip", "notes", "~", "Accept with opposite stance", "Annotate"),
    Action("notes.thesis", "notes", "p", "Assign to thesis…", "Annotate"),
    Action("notes.silence", "notes", "D", "Turn off this rule everywhere", "Findings"),
    Action("across.claim", "read", "C", "Find this claim in other articles", "Compare"),
    Action("across.matter", "read", "A", "Related articles", "Compare"),
    Action("across.story", "read", "B", "Other coverage of this story", "Compare"),
    Action("across.term", "read", "*", "Find this name everywhere", "Compare"),
    Action("claims.verdict", "claims", "v", "Record verdict…", "Compare", "verdict"),
    Action("claims.join", "claims", "g", "Merge with another claim…", "Compare", "join"),
    Action("claims.part", "claims", "d,delete", "Remove article from claim", "Compare", "part"),
    Action("claims.conflicts", "claims", "f", "Show conflicts only or all", "Compare", "conflicts"),
    Action("hear-again", "read", "U", "Restore dismissed findings", "Findings"),
    Action("correct.claim", "read", "!", "Mark or unmark as claim", "Findings"),
    Action("correct.citation", "read", "@", "Add or correct citation…", "Findings"),
    Action("evidence.save", "evidence", "enter", "Save", "Evidence"),
    Action("evidence.strength-1", "evidence", "1", "Strength 1 (weak)", "Evidence", "strength(1)"),
    Action("evidence.strength-2", "evidence", "2", "Strength 2", "Evidence", "strength(2)"),
    Action("evidence.strength-3", "evidence", "3", "Strength 3", "Evidence", "strength(3)"),
    Action("evidence.strength-4", "evidence", "4", "Strength 4", "Evidence", "strength(4)"),
    Action("evidence.strength-5", "evidence", "5", "Strength 5 (strong)", "Evidence", "strength(5)"),
    Action("evidence.confidence", "evidence", "c", "Next confidence level", "Evidence", "confidence"),
    Action("evidence.thesis", "evidence", "p", "Choose thesis…", "Evidence"),
    Action("evidence.flip", "evidence", "~", "Flip stance", "Evidence", "flip"),
    Action("evidence.bull", "evidence", "+,=", "Bull", "Evidence", "stance('bull')"),
    Action("evidence.bear", "evidence", "-", "Bear", "Evidence", "stance('bear')"),
    Action("evidence.neutral", "evidence", "0", "Neutral", "Evidence", "stance('neutral')"),
    Action("evidence.note", "evidence", "n", "Edit note", "Evidence", "write('note')"),
    Action("evidence.tags", "evidence", "t", "Edit tags", "Evidence", "write('tags')"),
    Action("evidence.cancel", "evidence", "escape,q", "Cancel", "Evidence"),
    Action("board.other", "board", "tab,h,l,left,right", "Switch side", "Theses", "other_side"),
    Action("board.next", "board", "J", "Next thesis", "Theses", "step(1)"),
    Action("board.previous", "board", "K", "Previous thesis", "Theses", "step(-1)"),
    Action("board.add", "board", "a", "New thesis…", "Theses", "write(False)"),
    Action("board.change", "board", "E", "Edit thesis…", "Theses", "write(True)"),
    Action("board.delete", "board", "D", "Delete thesis (keeps evidence)", "Theses", "delete_thesis"),
    Action("board.reviewed", "board", "r", "Mark as reviewed…", "Theses", "reviewed"),
    Action("board.edit", "board", "n,+,=,-,0,t", "Edit evidence", "Theses", "edit"),
    Action("board.thesis", "board", "p", "Move evidence to another thesis…", "Theses", "thesis"),
    Action("board.origin", "board", "o", "Set origin…", "Theses", "origin"),
    Action("board.remove", "board", "d,delete", "Delete evidence", "Theses", "remove"),
    Action("board.premortem", "board", "w", "Watch for a failure reason…", "Theses", "watch_premortem"),
    Action("board.as-of", "board", "A", "Show as of a date…", "Theses", "as_of"),
    Action("board.all", "board", "i", "Show full details", "Theses", "all"),
    Action("board.moved", "board", "M", "Show changes since a date…", "Theses", "moved"),
    Action("board.without", "board", "W", "Result without each origin", "Theses", "without"),
    Action("board.matrix", "board", "m", "Evidence matrix", "Theses", "matrix"),
    Action("watch.add", "watch", "a", "New watch item…", "Watchlist", "write(False)"),
    Action("watch.change", "watch", "n,E", "Edit…", "Watchlist", "write(True)"),
    Action("watch.happened", "watch", "y", "Mark as happened", "Watchlist", "resolve('happened')"),
    Action("watch.did-not", "watch", "x", "Mark as did not happen", "Watchlist", "resolve('did not')"),
    Action("watch.void", "watch", "v", "Mark as void", "Watchlist", "resolve('void')"),
    Action("watch.reopen", "watch", "o", "Reopen", "Watchlist", "reopen"),
    Action("watch.side", "watch", "s", "Change which side a yes supports", "Watchlist", "side"),
    Action("watch.thesis", "watch", "p", "Assign to thesis…", "Watchlist", "thesis"),
    Action("watch.delete", "watch", "d,delete", "Delete", "Watchlist", "remove"),
    Action("watch.foresight", "watch", "c", "Show forecast record", "Watchlist", "foresight"),
    Action("watch.calendar", "watch", "X", "Export calendar (.ics)", "Watchlist", "calendar"),
    Action("review.accept", "review", "a", "Accept new position", "Review", "accept"),
    Action("review.aside", "review", "o", "Detach note (passage is gone)", "Review", "aside"),
    Action("review.place", "review", "e", "Choose position…", "Review", "place"),
    Action("review.delete", "review", "d,delete", "Delete note", "Review", "remove"),
    Action("refresh", "read", "r", "Refresh feeds (again to stop)", "Feeds"),
    Action("fetch", "read", "P", "Fetch full text", "Feeds"),
    Action("views.down", "views", "J", "Move down", "Saved searches", "move(1)"),
    Action("views.up", "views", "K", "Move up", "Saved searches", "move(-1)"),
    Action("views.rename", "views", "n,E", "Rename…", "Saved searches", "rename"),
    Action("views.rule", "views", "t", "Turn rule on or off…", "Saved searches", "rule"),
    Action("views.forget", "views", "d,delete", "Delete saved search (keeps articles)", "Saved searches", "forget"),
    Action("feeds.add", "feeds", "a", "Add feed…", "Feeds", "add"),
    Action("feeds.rename", "feeds", "n,E", "Rename or move to folder…", "Feeds", "rename"),
    Action("feeds.whole", "feeds", "t", "Toggle full-text fetching", "Feeds", "whole"),
    Action("feeds.move", "feeds", "m", "Use the feed's new address", "Feeds", "follow_move"),
    Action("feeds.remove", "feeds", "d,delete", "Unsubscribe (keeps articles)", "Feeds", "remove"),
    Action("browse", "read", "o", "Open in browser", "Share"),
    Action("copy-quote", "read", "y", "Copy quote with citation", "Share"),
    Action("copy-link", "read", "Y", "Copy link", "Share"),
    Action("add", "read", "a", "Add articles…", "Share", "app.command('add ')"),
    Action("export", "read", "X", "Export notes", "Share"),
    Action("ledger.undo", "ledger", "u", "Undo", "General", "undo"),
    Action("ledger.redo", "ledger", "ctrl+r", "Redo", "General", "redo"),
    Action("ledger.back", "ledger", "q,escape", "Back", "General", "back"),
    Action("undo", "read", "u", "Undo", "General"),
    Action("redo", "read", "ctrl+r", "Redo", "General"),
    Action("command", "app", ":", "Run command…", "General", "command"),
    Action("palette", "app", "ctrl+p", "Command palette", "General", "command_palette"),
    Action("theme", "app", "T", "Change theme…", "General", "change_theme"),
    Action("settings", "app", "f2", "Settings", "General", "settings"),
    Action("help", "app", "?,f1", "Help", "General", "help"),
    Action("back", "read", "q", "Back or quit", "General"),
    Action("cancel", "read", "escape", "Cancel", "General"),
)


def actions_of(scope: Scope) -> Iterator[Action]:
    """Yield the actions of one scope, in the table's order."""
    return (action for action in ACTIONS if action.scope == scope)


def bindings_for(scope: Scope) -> list[Binding]:
    """Return the ``BINDINGS`` of a scope's screen or widget."""
    return [Binding(action.keys, action.action, action.title, id=action.id, show=False) for action in actions_of(scope)]


def shown_key(key: str) -> str:
    """Return a key as people write it: ``space``, ``ctrl+r``, ``]``."""
    names = {
        "pagedown": "PgDn",
        "pageup": "PgUp",
        "down": "↓",
        "up": "↑",
        "left": "←",
        "right": "→",
        "escape": "esc",
    }
    character = key_to_character(key) or ""
    return names.get(key) or (character if character.strip() and character.isprintable() else key)


def shown_keys(action: Action, keys: Mapping[str, str]) -> list[str]:
    """Return an action's keys as people write them, the first first; ``keys`` are the reader's own, by id."""
    return [shown_key(key) for key in map(str.strip, keys.get(action.id, action.keys).split(",")) if key]
