"""The texts that an article had before: kept for ever, to be read."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import App

from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.dialogs.pager import TableScreen
from briefreader.ui.text.wrapping import wrap
from briefreader.views.earlier import EarlierText, earlier_texts
from briefreader.views.reading import Reading
from briefreader.workspace import Workspace

_MARGIN = 8
_WIDEST = 80


def show_earlier(app: App[Any], workspace: Workspace, reading: Reading, say: Callable[[str], None]) -> None:
    """Offer the article's other texts, the newest first, and show the chosen one with the notes made on it."""

    def show(text: EarlierText) -> None:
        width = min(_WIDEST, app.size.width - _MARGIN)
        lines = [line for words in text.lines for line in _wrapped(words, width)]
        app.push_screen(TableScreen(f"Version {text.number}, added {text.taken_in_at:%d %b %Y %H:%M}", lines))

    earlier = earlier_texts(workspace.store, reading)
    if not earlier:
        say("This article has no earlier versions")
        return
    choices = [
        Choice(f"Version {one.number}, {one.taken_in_at:%d %b %Y %H:%M}  {one.notes} notes", partial(show, one))
        for one in earlier
    ]
    choose(app, choices, "Open version")


def _wrapped(words: str, width: int) -> list[str]:
    return [words[start:end] for start, end in wrap(words, 0, len(words), width)] or [""]
