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

View = Literal["read", "theses", "watch", "claims", "digest", "review", "feeds", "statistics", "views"]

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
    action: str
    """What Textual runs."""
    title: str
    group: Group

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
    Action("view.read", "app", "1", "view('read')", "Reading", "Go to"),
    Action("view.theses", "app", "2", "view('theses')", "Theses", "Go to"),
    Action("view.watch", "app", "3", "view('watch')", "Watchlist", "Go to"),
    Action("view.claims", "app", "4", "view('claims')", "Claims", "Go to"),
    Action("view.digest", "app", "5", "view('digest')", "Digest of the last seven days", "Go to"),
    Action("view.feeds", "app", "6", "view('feeds')", "Feeds", "Go to"),
    Action("view.statistics", "app", "7", "view('statistics')", "Reading statistics", "Go to"),
    Action("view.views", "app", "8", "view('views')", "Saved searches and rules", "Go to"),
    Action("view.review", "app", "R", "view('review')", "Review notes on changed articles", "Go to"),
    Action("list.down", "list", "j,down", "move(1)", "Next item", "Navigate"),
    Action("list.up", "list", "k,up", "move(-1)", "Previous item", "Navigate"),
    Action("list.page-down", "list", "space,pagedown", "page(1)", "Page down", "Navigate"),
    Action("list.page-up", "list", "pageup", "page(-1)", "Page up", "Navigate"),
    Action("list.half-down", "list", "ctrl+d", "page(0.5)", "Half page down", "Navigate"),
    Action("list.half-up", "list", "ctrl+u", "page(-0.5)", "Half page up", "Navigate"),
    Action("list.go", "list", "enter", "screen.go", "Open", "Navigate"),
    Action("feed.down", "feed", "j,down", "move(1)", "Next article", "Navigate"),
    Action("feed.up", "feed", "k,up", "move(-1)", "Previous article", "Navigate"),
    Action("feed.page-down", "feed", "space,pagedown", "page(1)", "Page down", "Navigate"),
    Action("feed.page-up", "feed", "pageup", "page(-1)", "Page up", "Navigate"),
    Action("feed.half-down", "feed", "ctrl+d", "page(0.5)", "Half page down", "Navigate"),
    Action("feed.half-up", "feed", "ctrl+u", "page(-0.5)", "Half page up", "Navigate"),
    Action("feed.first", "feed", "g,home", "first", "First article", "Navigate"),
    Action("feed.last", "feed", "G,end", "last", "Last article", "Navigate"),
    Action("feed.open", "feed", "enter", "screen.open", "Open article", "Navigate"),
    Action("article.down", "article", "j,down", "scroll(1)", "Line down", "Navigate"),
    Action("article.up", "article", "k,up", "scroll(-1)", "Line up", "Navigate"),
    Action("article.page-down", "article", "space,pagedown", "page(1)", "Page down", "Navigate"),
    Action("article.page-up", "article", "pageup", "page(-1)", "Page up", "Navigate"),
    Action("article.half-down", "article", "ctrl+d", "page(0.5)", "Half page down", "Navigate"),
    Action("article.half-up", "article", "ctrl+u", "page(-0.5)", "Half page up", "Navigate"),
    Action("article.first", "article", "g,home", "top", "Top of the article", "Navigate"),
    Action("article.last", "article", "G,end", "bottom", "Bottom of the article", "Navigate"),
    Action("notes.down", "notes", "j,down", "move(1)", "Next note", "Navigate"),
    Action("notes.up", "notes", "k,up", "move(-1)", "Previous note", "Navigate"),
    Action("notes.page-down", "notes", "space,pagedown", "page(1)", "Page down", "Navigate"),
    Action("notes.page-up", "notes", "pageup", "page(-1)", "Page up", "Navigate"),
    Action("notes.half-down", "notes", "ctrl+d", "page(0.5)", "Half page down", "Navigate"),
    Action("notes.half-up", "notes", "ctrl+u", "page(-0.5)", "Half page up", "Navigate"),
    Action("pane.next", "read", "tab", "pane(1)", "Next pane", "Navigate"),
    Action("pane.left", "read", "h,left", "side(-1)", "Left pane", "Navigate"),
    Action("pane.right", "read", "l,right", "side(1)", "Right pane", "Navigate"),
    Action("next", "read", "J", "step(1)", "Next article (any pane)", "Navigate"),
    Action("previous", "read", "K", "step(-1)", "Previous article (any pane)", "Navigate"),
    Action("unread.next", "read", "f3", "step_unread(1)", "Next unread article", "Navigate"),
    Action("unread.previous", "read", "f4", "step_unread(-1)", "Previous unread article", "Navigate"),
    Action("zen", "read", "z", "zen", "Toggle focus mode", "Navigate"),
    Action("lists", "read", "F", "lists", "Go to list, saved search or feed…", "Search"),
    Action("search", "read", "/", "search(False)", "Search all articles", "Search"),
    Action("filter", "read", "f", "search(True)", "Filter this list", "Search"),
    Action("reload", "read", "ctrl+l", "reload", "Reload", "Navigate"),
    Action("claim.next", "read", "]", "jump('claim', 1)", "Next claim", "Article"),
    Action("claim.previous", "read", "[", "jump('claim', -1)", "Previous claim", "Article"),
    Action("citation.next", "read", "}", "jump('citation', 1)", "Next citation", "Article"),
    Action("citation.previous", "read", "{", "jump('citation', -1)", "Previous citation", "Article"),
    Action("order", "read", "O", "order", "Sort by…", "Search"),
    Action("score", "read", "W", "explain_score", "Explain score", "Search"),
    Action("match.next", "read", ";", "jump('match', 1)", "Next match", "Search"),
    Action("match.previous", "read", "comma", "jump('match', -1)", "Previous match", "Search"),
    Action("sentence.next", "read", ")", "jump('sentence', 1)", "Next sentence", "Article"),
    Action("sentence.previous", "read", "(", "jump('sentence', -1)", "Previous sentence", "Article"),
    Action("annotation.next", "read", ">", "jump('annotation', 1)", "Next note", "Article"),
    Action("annotation.previous", "read", "<", "jump('annotation', -1)", "Previous note", "Article"),
    Action("follow", "article", "enter", "screen.follow", "Follow citation or link", "Article"),
    Action("furniture", "read", "Z", "furniture", "Show or hide boilerplate", "Article"),
    Action("visual", "read", "v", "visual", "Select text", "Article"),
    Action("visual.word", "visual", "w", "extend('word', 1)", "Extend by a word", "Article"),
    Action("visual.word-back", "visual", "b", "extend('word', -1)", "Shrink by a word", "Article"),
    Action("visual.sentence", "visual", ")", "extend('sentence', 1)", "Extend by a sentence", "Article"),
    Action("visual.sentence-back", "visual", "(", "extend('sentence', -1)", "Shrink by a sentence", "Article"),
    Action("visual.other-end", "visual", "o", "other_end", "Switch selection end", "Article"),
    Action("details", "read", "i", "details", "Edit details…", "Article"),
    Action("archive", "read", "e", "move_to('archive')", "Archive", "Triage"),
    Action("later", "read", "L", "move_to('later')", "Move to Later", "Triage"),
    Action("shortlist", "read", "s", "move_to('shortlist')", "Move to Shortlist", "Triage"),
    Action("inbox", "read", "I", "move_to('inbox')", "Move to Inbox", "Triage"),
    Action("trash", "read", "d", "move_to('trash')", "Move to Trash", "Triage"),
    Action("snooze", "read", "S", "snooze", "Snooze…", "Triage"),
    Action("archive-below", "read", "E", "archive_below", "Archive everything below…", "Triage"),
    Action("select", "feed", "x", "select", "Select and move down", "Triage"),
    Action("select-range", "feed", "ctrl+x", "select_range", "Select range", "Triage"),
    Action("read", "read", "m", "toggle_read", "Mark as read or unread", "Triage"),
    Action("story.open", "read", "b", "open_story", "Show or hide other articles of the story", "Triage"),
    Action("bull", "read", "+,=", "tag('bull')", "Tag as bull evidence", "Annotate"),
    Action("bear", "read", "-", "tag('bear')", "Tag as bear evidence", "Annotate"),
    Action("neutral", "read", "0", "tag('neutral')", "Tag as neutral evidence", "Annotate"),
    Action("highlight", "read", "H", "highlight", "Highlight selection", "Annotate"),
    Action("note", "read", "n", "note", "Add note", "Annotate"),
    Action("tags", "read", "t", "tags", "Add tags", "Annotate"),
    Action("texts", "read", "V", "texts", "Earlier versions", "Article"),
    Action("watch", "read", "w", "watch", "Add to watchlist…", "Annotate"),
    Action("repeat", "read", ".", "repeat", "Repeat last annotation", "Annotate"),
    Action("notes.go", "notes", "enter", "screen.entry('go')", "Go to passage or explain finding", "Annotate"),
    Action("notes.edit", "notes", "n,+,=,-,0,t", "screen.entry('edit')", "Edit note", "Annotate"),
    Action(
        "notes.delete",
        "notes",
        "d,delete",
        "screen.entry('delete')",
        "Delete note, dismiss finding or reject suggestion",
        "Annotate",
    ),
    Action("notes.accept", "notes", "a", "screen.suggestion(False)", "Accept suggestion", "Annotate"),
    Action("notes.flip", "notes", "~", "screen.suggestion(True)", "Accept with opposite stance", "Annotate"),
    Action("notes.thesis", "notes", "p", "screen.thesis", "Assign to thesis…", "Annotate"),
    Action("notes.silence", "notes", "D", "screen.silence(True)", "Turn off this rule everywhere", "Findings"),
    Action("across.claim", "read", "C", "across('claim')", "Find this claim in other articles", "Compare"),
    Action("across.matter", "read", "A", "across('matter')", "Related articles", "Compare"),
    Action("across.story", "read", "B", "across('story')", "Other coverage of this story", "Compare"),
    Action("across.term", "read", "*", "across('term')", "Find this name everywhere", "Compare"),
    Action("claims.verdict", "claims", "v", "verdict", "Record verdict…", "Compare"),
    Action("claims.join", "claims", "g", "join", "Merge with another claim…", "Compare"),
    Action("claims.part", "claims", "d,delete", "part", "Remove article from claim", "Compare"),
    Action("claims.conflicts", "claims", "f", "conflicts", "Show conflicts only or all", "Compare"),
    Action("hear-again", "read", "U", "hear_again", "Restore dismissed findings", "Findings"),
    Action("correct.claim", "read", "!", "correct_claim", "Mark or unmark as claim", "Findings"),
    Action("correct.citation", "read", "@", "correct_citation", "Add or correct citation…", "Findings"),
    Action("evidence.save", "evidence", "enter", "screen.save_remark", "Save", "Evidence"),
    Action("evidence.strength-1", "evidence", "1", "strength(1)", "Strength 1 (weak)", "Evidence"),
    Action("evidence.strength-2", "evidence", "2", "strength(2)", "Strength 2", "Evidence"),
    Action("evidence.strength-3", "evidence", "3", "strength(3)", "Strength 3", "Evidence"),
    Action("evidence.strength-4", "evidence", "4", "strength(4)", "Strength 4", "Evidence"),
    Action("evidence.strength-5", "evidence", "5", "strength(5)", "Strength 5 (strong)", "Evidence"),
    Action("evidence.confidence", "evidence", "c", "confidence", "Next confidence level", "Evidence"),
    Action("evidence.thesis", "evidence", "p", "screen.thesis", "Choose thesis…", "Evidence"),
    Action("evidence.flip", "evidence", "~", "flip", "Flip stance", "Evidence"),
    Action("evidence.bull", "evidence", "+,=", "stance('bull')", "Bull", "Evidence"),
    Action("evidence.bear", "evidence", "-", "stance('bear')", "Bear", "Evidence"),
    Action("evidence.neutral", "evidence", "0", "stance('neutral')", "Neutral", "Evidence"),
    Action("evidence.note", "evidence", "n", "write('note')", "Edit note", "Evidence"),
    Action("evidence.tags", "evidence", "t", "write('tags')", "Edit tags", "Evidence"),
    Action("evidence.cancel", "evidence", "escape,q", "screen.cancel_remark", "Cancel", "Evidence"),
    Action("board.other", "board", "tab,h,l,left,right", "other_side", "Switch side", "Theses"),
    Action("board.next", "board", "J", "step(1)", "Next thesis", "Theses"),
    Action("board.previous", "board", "K", "step(-1)", "Previous thesis", "Theses"),
    Action("board.add", "board", "a", "write(False)", "New thesis…", "Theses"),
    Action("board.change", "board", "E", "write(True)", "Edit thesis…", "Theses"),
    Action("board.delete", "board", "D", "delete_thesis", "Delete thesis (keeps evidence)", "Theses"),
    Action("board.reviewed", "board", "r", "reviewed", "Mark as reviewed…", "Theses"),
    Action("board.edit", "board", "n,+,=,-,0,t", "edit", "Edit evidence", "Theses"),
    Action("board.thesis", "board", "p", "thesis", "Move evidence to another thesis…", "Theses"),
    Action("board.origin", "board", "o", "origin", "Set origin…", "Theses"),
    Action("board.remove", "board", "d,delete", "remove", "Delete evidence", "Theses"),
    Action("board.premortem", "board", "w", "watch_premortem", "Watch for a failure reason…", "Theses"),
    Action("board.as-of", "board", "A", "as_of", "Show as of a date…", "Theses"),
    Action("board.all", "board", "i", "all", "Show full details", "Theses"),
    Action("board.moved", "board", "M", "moved", "Show changes since a date…", "Theses"),
    Action("board.without", "board", "W", "without", "Result without each origin", "Theses"),
    Action("board.matrix", "board", "m", "matrix", "Evidence matrix", "Theses"),
    Action("watch.add", "watch", "a", "write(False)", "New watch item…", "Watchlist"),
    Action("watch.change", "watch", "n,E", "write(True)", "Edit…", "Watchlist"),
    Action("watch.happened", "watch", "y", "resolve('happened')", "Mark as happened", "Watchlist"),
    Action("watch.did-not", "watch", "x", "resolve('did not')", "Mark as did not happen", "Watchlist"),
    Action("watch.void", "watch", "v", "resolve('void')", "Mark as void", "Watchlist"),
    Action("watch.reopen", "watch", "o", "reopen", "Reopen", "Watchlist"),
    Action("watch.side", "watch", "s", "side", "Change which side a yes supports", "Watchlist"),
    Action("watch.thesis", "watch", "p", "thesis", "Assign to thesis…", "Watchlist"),
    Action("watch.delete", "watch", "d,delete", "remove", "Delete", "Watchlist"),
    Action("watch.foresight", "watch", "c", "foresight", "Show forecast record", "Watchlist"),
    Action("watch.calendar", "watch", "X", "calendar", "Export calendar (.ics)", "Watchlist"),
    Action("review.accept", "review", "a", "accept", "Accept new position", "Review"),
    Action("review.aside", "review", "o", "aside", "Detach note (passage is gone)", "Review"),
    Action("review.place", "review", "e", "place", "Choose position…", "Review"),
    Action("review.delete", "review", "d,delete", "remove", "Delete note", "Review"),
    Action("refresh", "read", "r", "refresh", "Refresh feeds (again to stop)", "Feeds"),
    Action("fetch", "read", "P", "fetch", "Fetch full text", "Feeds"),
    Action("views.down", "views", "J", "move(1)", "Move down", "Saved searches"),
    Action("views.up", "views", "K", "move(-1)", "Move up", "Saved searches"),
    Action("views.rename", "views", "n,E", "rename", "Rename…", "Saved searches"),
    Action("views.rule", "views", "t", "rule", "Turn rule on or off…", "Saved searches"),
    Action("views.forget", "views", "d,delete", "forget", "Delete saved search (keeps articles)", "Saved searches"),
    Action("feeds.add", "feeds", "a", "add", "Add feed…", "Feeds"),
    Action("feeds.rename", "feeds", "n,E", "rename", "Rename or move to folder…", "Feeds"),
    Action("feeds.whole", "feeds", "t", "whole", "Toggle full-text fetching", "Feeds"),
    Action("feeds.move", "feeds", "m", "follow_move", "Use the feed's new address", "Feeds"),
    Action("feeds.remove", "feeds", "d,delete", "remove", "Unsubscribe (keeps articles)", "Feeds"),
    Action("browse", "read", "o", "browse", "Open in browser", "Share"),
    Action("copy-quote", "read", "y", "copy('quote')", "Copy quote with citation", "Share"),
    Action("copy-link", "read", "Y", "copy('link')", "Copy link", "Share"),
    Action("add", "read", "a", "app.command('add ')", "Add articles…", "Share"),
    Action("export", "read", "X", "export", "Export notes", "Share"),
    Action("ledger.undo", "ledger", "u", "undo", "Undo", "General"),
    Action("ledger.redo", "ledger", "ctrl+r", "redo", "Redo", "General"),
    Action("ledger.back", "ledger", "q,escape", "back", "Back", "General"),
    Action("undo", "read", "u", "undo", "Undo", "General"),
    Action("redo", "read", "ctrl+r", "redo", "Redo", "General"),
    Action("command", "app", ":", "command", "Run command…", "General"),
    Action("palette", "app", "ctrl+p", "command_palette", "Command palette", "General"),
    Action("theme", "app", "T", "change_theme", "Change theme…", "General"),
    Action("settings", "app", "f2", "settings", "Settings", "General"),
    Action("help", "app", "?,f1", "help", "Help", "General"),
    Action("back", "read", "q", "back(True)", "Back or quit", "General"),
    Action("cancel", "read", "escape", "back(False)", "Cancel", "General"),
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
