"""The offer to save elsewhere what is open, when the store's file is gone."""

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.screen import ModalScreen

from briefreader.model.errors import StoreLostError
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.workflows.rescue import Unsaved, rescue
from briefreader.workspace import Workspace

_LONG_S = 60.0
"""Long enough to write the name of a file down."""


def offer_rescue(
    app: App[Any],
    workspace: Workspace,
    lost: StoreLostError,
    unsaved: Unsaved | None = None,
    when_saved: Callable[[], object] = lambda: None,
) -> None:
    """Offer to save all that is open, with what could not be saved; where the store is damaged, only the latter."""
    app.notify(str(lost), severity="error", markup=False)
    if isinstance(app.screen, ModalScreen) or not (lost.is_whole or unsaved):
        return

    def save() -> None:
        path = rescue(workspace, lost, unsaved)
        how = (
            f"to open it, quit and run briefreader --store {path}"
            if lost.is_whole
            else "to get the rest back, run briefreader restore"
        )
        app.notify(f"Saved to {path} ({how})", timeout=_LONG_S, markup=False)
        when_saved()

    what = "all articles and notes" if lost.is_whole else "the text of this note"
    too = ", with this note" if lost.is_whole and unsaved else ""
    choices = [Choice(f"Save {what}{too}, in a new file", save), Choice("Do not save", lambda: None)]
    choose(app, choices, "This store can no longer be written. Save a copy?")
