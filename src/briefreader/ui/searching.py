"""Finding articles as the reader types."""

from array import array
from typing import TYPE_CHECKING

from textual.message import Message

from briefreader.model.query import QueryProblem
from briefreader.ui.listing import Listing
from briefreader.ui.widgets.query_line import QueryLine
from briefreader.views.aside import Aside
from briefreader.views.querying import matching_keys, understood
from briefreader.views.store_file import store_file
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk
    from briefreader.ui.screens.read import ReadScreen


class Found(Message):
    """What was asked for has been found."""

    def __init__(self, listing: Listing, keys: "array[int]") -> None:
        super().__init__()
        self.listing = listing
        self.keys = keys


class Searching:
    """Asks anew with each key, and stops what was asked before; leaves everything as it was when it is given up."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace
        self._aside: Aside[array[int]] | None = None
        self._before = Listing()
        self._base = Listing()
        self._wanted: Listing | None = None
        self.line: QueryLine | None = None

    async def begin(self, *, in_list: bool) -> None:
        """Ask for a query: in the list that is shown, or anywhere.

        It returns when the line is there, so that what is typed ahead is written in it and does nothing else.
        """
        if self.line:
            return
        self._before = self._desk.listing
        self._base = Listing(self._before.name if in_list else None)
        again = self._before.text if self._before.text and (self._before.name is not None) == in_list else ""
        self.line = QueryLine(f"{self._base.title} >" if in_list else "Search", again)
        await self._screen.mount(self.line, before=self._screen.key_bar)
        self.line.write()

    def typed(self, text: str) -> None:
        """Look for what is typed so far; what cannot be understood is pointed at, and nothing changes."""
        query = understood(text, self._workspace.clock().date(), is_typing=True)
        if isinstance(query, QueryProblem):
            self._tell(query)
        elif text.strip():
            self._ask(Listing(self._base.name, text.strip(), query))
        else:
            self._ask(self._before if not self._before.text else Listing(self._before.name or "inbox"))

    def found(self, message: Found) -> None:
        """List what was found, unless something else has been asked for since."""
        if message.listing == self._wanted:
            self._desk.show_listing(message.listing, message.keys)
            self._tell(None)

    def keep(self) -> None:
        """Go on with what is found, once the whole query is understood."""
        text = self.line.value if self.line else ""
        query = understood(text, self._workspace.clock().date())
        if isinstance(query, QueryProblem):
            self._tell(query)
            return
        self._close()
        listing = Listing(self._base.name, text.strip(), query) if text.strip() else Listing(self._base.name or "inbox")
        self._desk.show_listing(listing, listing.keys(self._workspace))

    def give_up(self) -> None:
        """List again what was listed before."""
        self._close()
        self._desk.show_listing(self._before, self._before.keys(self._workspace))

    def _close(self) -> None:
        self._stop()
        if self.line:
            self.line.remove()
            self.line = None
        self._screen.show_pane("feed")

    def _tell(self, problem: QueryProblem | None) -> None:
        if self.line:
            self.line.tell(problem)

    def _stop(self) -> None:
        self._wanted = None
        if self._aside:
            self._aside.stop()

    def _ask(self, listing: Listing) -> None:
        self._stop()
        self._wanted = listing
        file = store_file(self._workspace.store)
        if file is None:
            self.found(Found(listing, listing.keys(self._workspace)))
            return
        today = self._workspace.clock().date()
        self._aside = aside = Aside(file, lambda store: matching_keys(store, listing.query, today, within=listing.name))

        def look() -> None:
            keys = aside.answer()
            if keys is not None:
                self._screen.post_message(Found(listing, keys))

        self._screen.run_worker(look, thread=True, group="search")
