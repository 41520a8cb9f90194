"""What the screens have in common that hold the whole archive against itself."""

from dataclasses import replace
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult

from briefreader.model.errors import BriefreaderError
from briefreader.ui.keys.actions import ScreenName
from briefreader.ui.keys.hints import view_tabs
from briefreader.ui.screens.base import LedgerList, LedgerScreen
from briefreader.ui.widgets.entry_list import Entry, Subject
from briefreader.views.aside import ask_aside
from briefreader.workspace import Workspace

Counted = TypeVar("Counted")


class CountedScreen(LedgerScreen, Generic[Counted, Subject]):
    """Shows one list, counted beside the keys; what was counted before stays until then."""

    PLACE: ClassVar[ScreenName]
    WAITING: ClassVar[str] = "Loading… (q to go back)"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.list = LedgerList[Subject]()
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

    def show(self) -> None:
        """Count anew."""
        if not self._has_shown:
            self.title_bar.left = view_tabs(self.PLACE, None, self.workspace.settings.keys)
            self.list.show_entries([Entry((("hint", self.WAITING),))])
        self.run_worker(self._count, exclusive=True, group="count")  # type: ignore[arg-type]  # Textual takes one

    async def _count(self) -> None:
        try:
            counted = await ask_aside(
                self.workspace.store, lambda store: self.count(replace(self.workspace, store=store))
            )
        except BriefreaderError as error:
            self.say(str(error))
            return
        if counted is not None:
            self._has_shown = True
            self.show_counted(counted)
