"""Ask for a watch item on a passage."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.app import App

from briefreader.model.span import Span
from briefreader.ui.dialogs.form import FormScreen
from briefreader.ui.screens.watchlist.screen import WATCH_LABELS
from briefreader.views.reading import Reading
from briefreader.views.theses import last_thesis
from briefreader.workflows.watch import WatchWords, propose, watch
from briefreader.workflows.written import Unclear, due_text, parse_watch, understood_in
from briefreader.workspace import Workspace


def ask_watch(app: App[Any], workspace: Workspace, passage: tuple[Reading, Span], say: Callable[[str], None]) -> None:
    """Ask for the question that a passage raises and for its day, and keep it."""
    question, due = propose(workspace, *passage)

    def take(written: Mapping[str, str]) -> WatchWords | Unclear:
        return parse_watch(written, workspace.today(), thesis_id=last_thesis(workspace.store))

    def keep(words: WatchWords) -> None:
        watch(workspace, words, *passage)
        say(f"Added to the watchlist, due {words.due.last:%d %b %Y} (u to undo)")

    def understood(name: str, written: str) -> str:
        return understood_in(name, written, workspace.today())

    before = {"question": question, "due": due_text(due) if due else ""}
    app.push_screen(FormScreen(WATCH_LABELS, before, take, keep, understood))
