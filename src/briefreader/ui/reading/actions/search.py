"""Finding articles as the reader types."""

from dataclasses import replace
from functools import cached_property, partial

from briefreader.model.query import EVERYTHING, Both, Either, Query, QueryProblem, words_in
from briefreader.model.query_syntax import open_ended
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.reading.listing import Listing, ListPosition, Location, cut
from briefreader.ui.reading.presenter import Presenter
from briefreader.ui.reading.widgets.query_line import QueryLine
from briefreader.views.aside import ask_aside
from briefreader.views.matches import match_spans
from briefreader.views.querying import understood

_GROUP = "search"


class SearchActions(ActionGroup):
    """Asks anew with each key, and stops what was asked before; leaves everything as it was when it is given up."""

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._before = Location(Listing(), ListPosition())
        self._base = Listing()

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        return {
            "search": partial(self._begin, in_list=False),
            "filter": partial(self._begin, in_list=True),
            "match.next": partial(self._jump, 1),
            "match.previous": partial(self._jump, -1),
        }

    def _jump(self, direction: int) -> None:
        if not self._presenter.go_to_next("match", direction):
            self._presenter.show_status(self._why_none())

    async def _begin(self, *, in_list: bool) -> None:
        """Ask for a query: in the list that is shown or in what is found there, or anywhere.

        It returns when the line is there, so that what is typed ahead is written in it and does nothing else.
        """
        if self._panes.query_line:
            return
        self._before = self._presenter.location
        before = self._before.listing
        narrows = in_list and before.name is None
        if narrows:
            self._base = before
        else:
            self._base = replace(before, text="", query=EVERYTHING) if in_list else Listing(None)
        again = "" if narrows or (not in_list and before.name) else before.text
        label = f"{cut(self._base.title)} >" if in_list else "Search"
        await self._panes.open_query_line(QueryLine(label, again, self._typed, self._end))

    def _end(self, typed: str, *, keep: bool) -> None:
        if keep:
            self._keep(typed)
        else:
            self._give_up()

    def _typed(self, text: str) -> None:
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

    def _keep(self, typed: str) -> None:
        """Go on with what is found, once it is understood: with what was shown while it was typed."""
        if typed.strip() and typed.strip() == self._before.listing.text:
            self._give_up()
            return
        text = open_ended(typed).strip()
        query = understood(text, self._workspace.today())
        if isinstance(query, QueryProblem):
            self._stop()
            self._tell(query)
            return
        self._close()
        listing = self._narrowed(text, query) if text else self._blank
        self._presenter.show_listing(listing, position=self._position_in(listing))

    def _give_up(self) -> None:
        """List again what was listed before, with the cursor where it was."""
        self._close()
        self._presenter.go_back(self._before)

    def _why_none(self) -> str:
        """Return that what is searched does not stand in the text that is open, and whether it does in a note."""
        reading, words = self._session.reading, words_in(self._session.listing.query)
        notes = [" ; ".join((one.note, *one.tags)) for one in reading.annotations] if reading else []
        if any(match_spans(note, words) for note in notes):
            return "The match is in your notes on this article, not in its text"
        return "No match in this article (/ to search)"

    def _stop(self) -> None:
        """Wait for nothing that was asked before."""
        self._panes.workers.cancel_group(self._panes, _GROUP)

    def _close(self) -> None:
        self._stop()
        self._panes.close_query_line()
        self._panes.show_pane("feed")

    def _tell(self, problem: QueryProblem | None) -> None:
        if line := self._panes.query_line:
            line.show_problem(problem)

    def _ask(self, listing: Listing) -> None:
        find = partial(self._find, listing)  # a coroutine that is cancelled before it begins would warn
        self._panes.run_worker(find, exclusive=True, group=_GROUP)  # type: ignore[arg-type]  # Textual takes one

    async def _find(self, listing: Listing) -> None:
        workspace = self._workspace
        keys = await ask_aside(workspace.store, lambda store: listing.keys(replace(workspace, store=store)))
        if keys is not None:
            self._presenter.show_listing(listing, keys, self._position_in(listing))
            self._tell(None)

    def _position_in(self, listing: Listing) -> ListPosition | None:
        return self._before.position if listing == self._before.listing else None


def _part(text: str, query: Query) -> str:
    """Return a query to stand beside another, which binds more than ``or``."""
    return f"({text})" if isinstance(query, Either) else text
