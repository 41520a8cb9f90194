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
    "Views",
    "Move",
    "Find",
    "In an article",
    "Triage",
    "Annotate",
    "Findings",
    "Across",
    "Evidence",
    "Theses",
    "Watchlist",
    "Review",
    "Saved views",
    "Feeds",
    "Out",
    "App",
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
    Action("view.read", "app", "1", "view('read')", "Read", "Views"),
    Action("view.theses", "app", "2", "view('theses')", "Theses: bull against bear", "Views"),
    Action("view.watch", "app", "3", "view('watch')", "Watchlist: what is due", "Views"),
    Action("view.claims", "app", "4", "view('claims')", "Claims across articles", "Views"),
    Action("view.digest", "app", "5", "view('digest')", "Digest: what is new of seven days", "Views"),
    Action("view.feeds", "app", "6", "view('feeds')", "Feeds: how they do", "Views"),
    Action("view.statistics", "app", "7", "view('statistics')", "Statistics: how reading goes", "Views"),
    Action("view.views", "app", "8", "view('views')", "Your views: what they find, and rules", "Views"),
    Action("view.review", "app", "R", "view('review')", "Review notes after an article has changed", "Views"),
    Action("list.down", "list", "j,down", "move(1)", "Next", "Move"),
    Action("list.up", "list", "k,up", "move(-1)", "Previous", "Move"),
    Action("list.page-down", "list", "space,pagedown", "page(1)", "Page down", "Move"),
    Action("list.page-up", "list", "pageup", "page(-1)", "Page up", "Move"),
    Action("list.half-down", "list", "ctrl+d", "page(0.5)", "Half a page down", "Move"),
    Action("list.half-up", "list", "ctrl+u", "page(-0.5)", "Half a page up", "Move"),
    Action("list.go", "list", "enter", "screen.go", "Go to what it is about", "Move"),
    Action("feed.down", "feed", "j,down", "move(1)", "Next article", "Move"),
    Action("feed.up", "feed", "k,up", "move(-1)", "Previous article", "Move"),
    Action("feed.page-down", "feed", "space,pagedown", "page(1)", "Page down", "Move"),
    Action("feed.page-up", "feed", "pageup", "page(-1)", "Page up", "Move"),
    Action("feed.half-down", "feed", "ctrl+d", "page(0.5)", "Half a page down", "Move"),
    Action("feed.half-up", "feed", "ctrl+u", "page(-0.5)", "Half a page up", "Move"),
    Action("feed.first", "feed", "g,home", "first", "First article", "Move"),
    Action("feed.last", "feed", "G,end", "last", "Last article", "Move"),
    Action("feed.open", "feed", "enter", "screen.open", "Read the article", "Move"),
    Action("article.down", "article", "j,down", "scroll(1)", "Line down", "Move"),
    Action("article.up", "article", "k,up", "scroll(-1)", "Line up", "Move"),
    Action("article.page-down", "article", "space,pagedown", "page(1)", "Page down", "Move"),
    Action("article.page-up", "article", "pageup", "page(-1)", "Page up", "Move"),
    Action("article.half-down", "article", "ctrl+d", "page(0.5)", "Half a page down", "Move"),
    Action("article.half-up", "article", "ctrl+u", "page(-0.5)", "Half a page up", "Move"),
    Action("article.first", "article", "g,home", "top", "Top of the article", "Move"),
    Action("article.last", "article", "G,end", "bottom", "End of the article", "Move"),
    Action("notes.down", "notes", "j,down", "move(1)", "Next note", "Move"),
    Action("notes.up", "notes", "k,up", "move(-1)", "Previous note", "Move"),
    Action("notes.page-down", "notes", "space,pagedown", "page(1)", "Page down", "Move"),
    Action("notes.page-up", "notes", "pageup", "page(-1)", "Page up", "Move"),
    Action("notes.half-down", "notes", "ctrl+d", "page(0.5)", "Half a page down", "Move"),
    Action("notes.half-up", "notes", "ctrl+u", "page(-0.5)", "Half a page up", "Move"),
    Action("pane.next", "read", "tab", "pane(1)", "Next pane", "Move"),
    Action("pane.left", "read", "h,left", "side(-1)", "Pane to the left", "Move"),
    Action("pane.right", "read", "l,right", "side(1)", "Pane to the right", "Move"),
    Action("next", "read", "J", "step(1)", "Next article, from any pane", "Move"),
    Action("previous", "read", "K", "step(-1)", "Previous article, from any pane", "Move"),
    Action("unread.next", "read", "f3", "step_unread(1)", "Next unread article, from any pane", "Move"),
    Action("unread.previous", "read", "f4", "step_unread(-1)", "Previous unread article, from any pane", "Move"),
    Action("zen", "read", "z", "zen", "Only the article", "Move"),
    Action("lists", "read", "F", "lists", "Lists and saved views", "Find"),
    Action("search", "read", "/", "search(False)", "Search everywhere", "Find"),
    Action("filter", "read", "f", "search(True)", "Filter this list by a query", "Find"),
    Action("reload", "read", "ctrl+l", "reload", "Read the store again", "Move"),
    Action("claim.next", "read", "]", "jump('claim', 1)", "Next claim", "In an article"),
    Action("claim.previous", "read", "[", "jump('claim', -1)", "Previous claim", "In an article"),
    Action("citation.next", "read", "}", "jump('citation', 1)", "Next citation", "In an article"),
    Action(
        "citation.previous",
        "read",
        "{",
        "jump('citation', -1)",
        "Previous citation",
        "In an article",
    ),
    Action("order", "read", "O", "order", "Order: newest, shortest, best match, score", "Find"),
    Action("score", "read", "W", "explain_score", "What the article has its score for", "Find"),
    Action("match.next", "read", ";", "jump('match', 1)", "Next place of what you search", "Find"),
    Action("match.previous", "read", "comma", "jump('match', -1)", "Previous place of what you search", "Find"),
    Action("sentence.next", "read", ")", "jump('sentence', 1)", "Next sentence", "In an article"),
    Action(
        "sentence.previous",
        "read",
        "(",
        "jump('sentence', -1)",
        "Previous sentence",
        "In an article",
    ),
    Action(
        "annotation.next",
        "read",
        ">",
        "jump('annotation', 1)",
        "Next of your notes",
        "In an article",
    ),
    Action(
        "annotation.previous",
        "read",
        "<",
        "jump('annotation', -1)",
        "Previous of your notes",
        "In an article",
    ),
    Action(
        "follow",
        "article",
        "enter",
        "screen.follow",
        "What a citation or link points at",
        "In an article",
    ),
    Action("furniture", "read", "Z", "furniture", "Show or fold the page's furniture", "In an article"),
    Action("visual", "read", "v", "visual", "Choose words", "In an article"),
    Action("visual.word", "visual", "w", "extend('word', 1)", "One word more", "In an article"),
    Action("visual.word-back", "visual", "b", "extend('word', -1)", "One word less", "In an article"),
    Action(
        "visual.sentence",
        "visual",
        ")",
        "extend('sentence', 1)",
        "One sentence more",
        "In an article",
    ),
    Action(
        "visual.sentence-back",
        "visual",
        "(",
        "extend('sentence', -1)",
        "One sentence less",
        "In an article",
    ),
    Action("visual.other-end", "visual", "o", "other_end", "The other end", "In an article"),
    Action("details", "read", "i", "details", "Edit details: title, publisher, date…", "In an article"),
    Action("archive", "read", "e", "move_to('archive')", "Archive", "Triage"),
    Action("later", "read", "L", "move_to('later')", "Later", "Triage"),
    Action("shortlist", "read", "s", "move_to('shortlist')", "Shortlist", "Triage"),
    Action("inbox", "read", "I", "move_to('inbox')", "Back to the inbox", "Triage"),
    Action("trash", "read", "d", "move_to('trash')", "Trash", "Triage"),
    Action("snooze", "read", "S", "snooze", "Snooze until a day", "Triage"),
    Action("archive-below", "read", "E", "archive_below", "Archive all below the cursor", "Triage"),
    Action("select", "feed", "x", "select", "Select, and go on", "Triage"),
    Action("select-range", "feed", "ctrl+x", "select_range", "Select from the last selected to here", "Triage"),
    Action("read", "read", "m", "toggle_read", "Read or unread", "Triage"),
    Action("story.open", "read", "b", "open_story", "Show or hide the story's other articles here", "Triage"),
    Action("bull", "read", "+,=", "tag('bull')", "Bull evidence", "Annotate"),
    Action("bear", "read", "-", "tag('bear')", "Bear evidence", "Annotate"),
    Action("neutral", "read", "0", "tag('neutral')", "Neutral evidence", "Annotate"),
    Action("highlight", "read", "H", "highlight", "Highlight", "Annotate"),
    Action("note", "read", "n", "note", "Note", "Annotate"),
    Action("tags", "read", "t", "tags", "Tags", "Annotate"),
    Action("texts", "read", "V", "texts", "Earlier texts of the article", "In an article"),
    Action("watch", "read", "w", "watch", "Watch for what the passage says", "Annotate"),
    Action("repeat", "read", ".", "repeat", "Repeat the last annotation here", "Annotate"),
    Action("notes.go", "notes", "enter", "screen.entry('go')", "Go to the passage, explain the finding", "Annotate"),
    Action("notes.edit", "notes", "n,+,=,-,0,t", "screen.entry('edit')", "Change the note", "Annotate"),
    Action(
        "notes.delete",
        "notes",
        "d,delete",
        "screen.entry('delete')",
        "Delete the note, silence the finding, refuse the author's point",
        "Annotate",
    ),
    Action(
        "notes.accept", "notes", "a", "screen.suggestion(False)", "Accept the author's point as evidence", "Annotate"
    ),
    Action("notes.flip", "notes", "~", "screen.suggestion(True)", "Flip it: the author is wrong", "Annotate"),
    Action("notes.thesis", "notes", "p", "screen.thesis", "Put the evidence on a thesis", "Annotate"),
    Action("notes.silence", "notes", "D", "screen.silence(True)", "Silence the finding's rule for good", "Findings"),
    Action("across.claim", "read", "C", "across('claim')", "Who else says this", "Across"),
    Action("across.matter", "read", "A", "across('matter')", "Related articles", "Across"),
    Action("across.story", "read", "B", "across('story')", "The same event in other articles", "Across"),
    Action("across.term", "read", "*", "across('term')", "This name across the archive", "Across"),
    Action("claims.verdict", "claims", "v", "verdict", "Say who is right", "Across"),
    Action("claims.join", "claims", "g", "join", "The same claim as another", "Across"),
    Action("claims.part", "claims", "d,delete", "part", "Take the article out of the claim", "Across"),
    Action("claims.conflicts", "claims", "f", "conflicts", "Conflicts only, or all", "Across"),
    Action("hear-again", "read", "U", "hear_again", "Hear silenced findings again", "Findings"),
    Action("correct.claim", "read", "!", "correct_claim", "This is no claim; or: this is one", "Findings"),
    Action("correct.citation", "read", "@", "correct_citation", "Correct a source; or: cite one here", "Findings"),
    Action("evidence.save", "evidence", "enter", "screen.save_remark", "Save", "Evidence"),
    Action("evidence.strength-1", "evidence", "1", "strength(1)", "Strength 1, weak", "Evidence"),
    Action("evidence.strength-2", "evidence", "2", "strength(2)", "Strength 2", "Evidence"),
    Action("evidence.strength-3", "evidence", "3", "strength(3)", "Strength 3", "Evidence"),
    Action("evidence.strength-4", "evidence", "4", "strength(4)", "Strength 4", "Evidence"),
    Action("evidence.strength-5", "evidence", "5", "strength(5)", "Strength 5, strong", "Evidence"),
    Action("evidence.confidence", "evidence", "c", "confidence", "Confidence", "Evidence"),
    Action("evidence.thesis", "evidence", "p", "screen.thesis", "Choose the thesis", "Evidence"),
    Action("evidence.flip", "evidence", "~", "flip", "Flip the stance", "Evidence"),
    Action("evidence.bull", "evidence", "+,=", "stance('bull')", "Bull", "Evidence"),
    Action("evidence.bear", "evidence", "-", "stance('bear')", "Bear", "Evidence"),
    Action("evidence.neutral", "evidence", "0", "stance('neutral')", "Neutral", "Evidence"),
    Action("evidence.note", "evidence", "n", "write('note')", "Write a note", "Evidence"),
    Action("evidence.tags", "evidence", "t", "write('tags')", "Write tags", "Evidence"),
    Action("evidence.cancel", "evidence", "escape,q", "screen.cancel_remark", "Cancel", "Evidence"),
    Action("board.other", "board", "tab,h,l,left,right", "other_side", "The other side", "Theses"),
    Action("board.next", "board", "J", "step(1)", "Next thesis", "Theses"),
    Action("board.previous", "board", "K", "step(-1)", "Previous thesis", "Theses"),
    Action("board.add", "board", "a", "write(False)", "Write a thesis", "Theses"),
    Action("board.change", "board", "E", "write(True)", "Change the thesis", "Theses"),
    Action("board.delete", "board", "D", "delete_thesis", "Delete the thesis; its evidence stays", "Theses"),
    Action("board.reviewed", "board", "r", "reviewed", "Say that you have reviewed it", "Theses"),
    Action("board.edit", "board", "n,+,=,-,0,t", "edit", "Change the evidence", "Theses"),
    Action("board.thesis", "board", "p", "thesis", "Put the evidence on another thesis", "Theses"),
    Action("board.origin", "board", "o", "origin", "Say where the evidence comes from", "Theses"),
    Action("board.remove", "board", "d,delete", "remove", "Delete the evidence", "Theses"),
    Action("board.premortem", "board", "w", "watch_premortem", "Watch for a reason to fail", "Theses"),
    Action("board.as-of", "board", "A", "as_of", "The board as it stood on a day", "Theses"),
    Action("board.all", "board", "i", "all", "All that is said of the thesis, in full", "Theses"),
    Action("board.moved", "board", "M", "moved", "What moved since a day, or between two", "Theses"),
    Action("board.without", "board", "W", "without", "Without each origin", "Theses"),
    Action("board.matrix", "board", "m", "matrix", "Evidence by thesis", "Theses"),
    Action("watch.add", "watch", "a", "write(False)", "Write a watch item", "Watchlist"),
    Action("watch.change", "watch", "n,E", "write(True)", "Change it", "Watchlist"),
    Action("watch.happened", "watch", "y", "resolve('happened')", "It happened", "Watchlist"),
    Action("watch.did-not", "watch", "x", "resolve('did not')", "It did not", "Watchlist"),
    Action("watch.void", "watch", "v", "resolve('void')", "Void: it cannot be said", "Watchlist"),
    Action("watch.reopen", "watch", "o", "reopen", "Take the answer back", "Watchlist"),
    Action("watch.side", "watch", "s", "side", "Which side a yes and a no speak for", "Watchlist"),
    Action("watch.thesis", "watch", "p", "thesis", "Put it on a thesis", "Watchlist"),
    Action("watch.delete", "watch", "d,delete", "remove", "Delete it", "Watchlist"),
    Action("watch.foresight", "watch", "c", "foresight", "How well you foresaw it", "Watchlist"),
    Action("watch.calendar", "watch", "X", "calendar", "Write a calendar file (.ics)", "Watchlist"),
    Action("review.accept", "review", "a", "accept", "Accept it where it is shown", "Review"),
    Action("review.aside", "review", "o", "aside", "Set it aside: it has no place any more", "Review"),
    Action("review.place", "review", "e", "place", "Choose its place in the article", "Review"),
    Action("review.delete", "review", "d,delete", "remove", "Delete the note", "Review"),
    Action("refresh", "read", "r", "refresh", "Ask feeds for what is new; again: stop", "Feeds"),
    Action("fetch", "read", "P", "fetch", "Fetch the whole text from the article's page", "Feeds"),
    Action("views.down", "views", "J", "move(1)", "Put the view after the one below", "Saved views"),
    Action("views.up", "views", "K", "move(-1)", "Put the view before the one above", "Saved views"),
    Action("views.rename", "views", "n,E", "rename", "Give the view another name", "Saved views"),
    Action("views.rule", "views", "t", "rule", "Act on what arrives and fits, or no more", "Saved views"),
    Action("views.forget", "views", "d,delete", "forget", "Forget the view; what it finds stays", "Saved views"),
    Action("feeds.add", "feeds", "a", "add", "Subscribe to a feed, or to the one that a page names", "Feeds"),
    Action("feeds.rename", "feeds", "n,E", "rename", "Rename it, or put it in a folder", "Feeds"),
    Action("feeds.whole", "feeds", "t", "whole", "Whole pages, or as the feed has it", "Feeds"),
    Action("feeds.move", "feeds", "m", "follow_move", "Ask it where it says that it has moved", "Feeds"),
    Action("feeds.remove", "feeds", "d,delete", "remove", "Unsubscribe; its articles stay", "Feeds"),
    Action("browse", "read", "o", "browse", "Open in the browser", "Out"),
    Action("copy-quote", "read", "y", "copy('quote')", "Copy the quote with its citation", "Out"),
    Action("copy-link", "read", "Y", "copy('link')", "Copy the link", "Out"),
    Action("add", "read", "a", "app.command('add ')", "Add files, folders or pages", "Out"),
    Action("export", "read", "X", "export", "Export your notes on this article", "Out"),
    Action("ledger.undo", "ledger", "u", "undo", "Undo", "App"),
    Action("ledger.redo", "ledger", "ctrl+r", "redo", "Redo", "App"),
    Action("ledger.back", "ledger", "q,escape", "back", "Back", "App"),
    Action("undo", "read", "u", "undo", "Undo", "App"),
    Action("redo", "read", "ctrl+r", "redo", "Redo", "App"),
    Action("command", "app", ":", "command", "Give a command", "App"),
    Action("palette", "app", "ctrl+p", "command_palette", "Find anything by name", "App"),
    Action("theme", "app", "T", "change_theme", "Theme", "App"),
    Action("settings", "app", "f2", "settings", "Settings", "App"),
    Action("help", "app", "?,f1", "help", "Help", "App"),
    Action("back", "read", "q", "back(True)", "Back, then quit", "App"),
    Action("cancel", "read", "escape", "back(False)", "Back", "App"),
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
