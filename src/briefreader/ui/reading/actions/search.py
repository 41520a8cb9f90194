"""Finding articles as the reader types."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefreader.model.query import EVERYTHING, Both, Either, Query, QueryProblem, words_in
from briefreader.model.query_syntax import open_ended
from briefreader.ui.reading.listing import Listing, Whereabouts, cut
from briefreader.ui.reading.widgets.feed_list import Spot
from briefreader.ui.reading.widgets.query_line import QueryLine
from briefreader.views.aside import ask_aside
from briefreader.views.matches import match_spans
from briefreader.views.querying import understood
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.reading.presenter import Desk
    from briefreader.ui.reading.screen import ReadScreen

_GROUP = "search"


class Searching:
    """Asks anew with each key, and stops what was asked before; leaves everything as it was when it is given up."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace
        self._before = Whereabouts(Listing(), Spot())
        self._base = Listing()
        self.line: QueryLine | None = None

    async def begin(self, *, in_list: bool) -> None:
        """Ask for a query: in the list that is shown or in what is found there, or anywhere.

        It returns when the line is there, so that what is typed ahead is written in it and does nothing else.
        """
        if self.line:
            return
        self._before = self._desk.whereabouts
        before = self._before.listing
        narrows = in_list and before.name is None
        if narrows:
            self._base = before
        else:
            self._base = replace(before, text="", query=EVERYTHING) if in_list else Listing(None)
        again = "" if narrows or (not in_list and before.name) else before.text
        self.line = QueryLine(f"{cut(self._base.title)} >" if in_list else "Search", again)
        await self._screen.mount(self.line, before=self._screen.key_bar)
        self.line.write()

    def typed(self, text: str) -> None:
        """Look for what is typed so far; what cannot be understood is pointed at, and nothing changes."""
        query = understood(open_ended(text), self._workspace.today())
        if isinstance(query, QueryProblem):
            self._stop()
            self._tell(query)
        elif text.strip():
            self._ask(self._narrowed(text.strip(), query))
        else:
            self._ask(self._blank)

    def _narrowed(self, text: str, query: Query) -> Listing:
        """Return what a query finds in what is searched."""
        base = self._base
        if not base.text:
            return replace(base, text=text, query=query)
        both = f"{_part(base.text, base.query)} {_part(text, query)}"
        return replace(base, text=both, query=Both((base.query, query)), view="")

    @property
    def _blank(self) -> Listing:
        """What is listed while nothing is written."""
        before = self._before.listing
        if self._base.name or self._base.text:
            return self._base
        return before if not before.text else Listing(before.name or "inbox")

    def keep(self) -> None:
        """Go on with what is found, once it is understood: with what was shown while it was typed."""
        typed = self.line.value if self.line else ""
        if typed.strip() and typed.strip() == self._before.listing.text:
            self.give_up()
            return
        text = open_ended(typed).strip()
        query = understood(text, self._workspace.today())
        if isinstance(query, QueryProblem):
            self._stop()
            self._tell(query)
            return
        self._close()
        listing = self._narrowed(text, query) if text else self._blank
        self._desk.show_listing(listing, listing.keys(self._workspace), self._spot_in(listing))

    def give_up(self) -> None:
        """List again what was listed before, with the cursor where it was."""
        self._close()
        self._desk.go_back(self._before)

    def why_none(self) -> str:
        """Return that what is searched does not stand in the text that is open, and whether it does in a note."""
        reading, words = self._desk.reading, words_in(self._desk.listing.query)
        notes = [" ; ".join((one.note, *one.tags)) for one in reading.annotations] if reading else []
        if any(match_spans(note, words) for note in notes):
            return "The match is in your notes on this article, not in its text"
        return "No match in this article (/ to search)"

    def _stop(self) -> None:
        """Wait for nothing that was asked before."""
        self._screen.workers.cancel_group(self._screen, _GROUP)

    def _close(self) -> None:
        self._stop()
        if self.line:
            self.line.remove()
            self.line = None
        self._screen.show_pane("feed")

    def _tell(self, problem: QueryProblem | None) -> None:
        if self.line:
            self.line.tell(problem)

    def _ask(self, listing: Listing) -> None:
        find = partial(self._find, listing)  # a coroutine that is cancelled before it begins would warn
        self._screen.run_worker(find, exclusive=True, group=_GROUP)  # type: ignore[arg-type]  # Textual takes one

    async def _find(self, listing: Listing) -> None:
        workspace = self._workspace
        keys = await ask_aside(workspace.store, lambda store: listing.keys(replace(workspace, store=store)))
        if keys is not None:
            self._desk.show_listing(listing, keys, self._spot_in(listing))
            self._tell(None)

    def _spot_in(self, listing: Listing) -> Spot | None:
        return self._before.spot if listing == self._before.listing else None


def _part(text: str, query: Query) -> str:
    """Return a query to stand beside another, which binds more than ``or``."""
    return f"({text})" if isinstance(query, Either) else text
