"""What the screens have in common that hold the whole archive against itself."""

from dataclasses import replace
from typing import ClassVar, Generic, Literal, TypeVar

from textual.app import ComposeResult
from textual.message import Message

from briefreader.model.errors import BriefreaderError
from briefreader.ui.hints import view_tabs
from briefreader.ui.screens.ledger import LedgerList, LedgerScreen
from briefreader.ui.widgets.entry_list import Entry, Subject
from briefreader.views.aside import Aside
from briefreader.views.store_file import store_file
from briefreader.workspace import Workspace

Counted = TypeVar("Counted")


class Done(Message):
    """All is counted."""

    def __init__(self, counted: object) -> None:
        super().__init__()
        self.counted = counted


class Failed(Message):
    """It could not be counted."""

    def __init__(self, error: BriefreaderError) -> None:
        super().__init__()
        self.error = error


class CountedScreen(LedgerScreen, Generic[Counted, Subject]):
    """Shows one list, counted beside the keys; what was counted before stays until then."""

    PLACE: ClassVar[Literal["claims", "digest", "statistics"]]
    WAITING: ClassVar[str] = "Reading the archive …  q goes back"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.list = LedgerList[Subject]()
        self._aside: Aside[Counted] | None = None
        self._has_shown = False

    def count(self, workspace: Workspace) -> Counted:
        """Return what is shown; in another thread, with a store that is that thread's own."""
        raise NotImplementedError

    def show_counted(self, counted: Counted) -> None:
        """Show it."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self.title_bar
        yield self.list
        yield self.key_bar

    def on_mount(self) -> None:
        """Name the keys."""
        self.name_keys(self.PLACE)
        self.set_focus(self.list)

    def on_unmount(self) -> None:
        """Count no more."""
        self._stop()

    def show(self) -> None:
        """Count anew."""
        self._stop()
        file = store_file(self.workspace.store)
        if file is None:
            self._take(self.count(self.workspace))
            return
        if not self._has_shown:
            self.title_bar.left = view_tabs(self.PLACE, None, self.workspace.settings.keys)
            self.list.show_entries([Entry((("hint", self.WAITING),))])
        aside = self._aside = Aside(file, lambda store: self.count(replace(self.workspace, store=store)))

        def ask() -> None:
            try:
                counted = aside.answer()
            except BriefreaderError as error:
                self.post_message(Failed(error))
                return
            if counted is not None:
                self.post_message(Done(counted))

        self.run_worker(ask, thread=True, group="count")

    def on_done(self, message: Done) -> None:
        """Show what is counted."""
        self._take(message.counted)  # type: ignore[arg-type]  # only ``show`` posts it, with what ``count`` returns

    def on_failed(self, message: Failed) -> None:
        """Say why it could not be counted."""
        self.say(str(message.error))

    def _take(self, counted: Counted) -> None:
        self._has_shown = True
        self.show_counted(counted)

    def _stop(self) -> None:
        if self._aside:
            self._aside.stop()
