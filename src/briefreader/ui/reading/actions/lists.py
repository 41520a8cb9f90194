"""Choosing what to list, and keeping queries as views."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from briefreader.model.article import LISTS, ListName
from briefreader.model.query import ORDERS
from briefreader.model.saved_view import RULE_ACTIONS, SavedView
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.reading.listing import LIST_NAMES, ORDER_NAMES, Listing
from briefreader.views.querying import asked
from briefreader.views.saved_views import counted_views
from briefreader.views.sources import counted_sources
from briefreader.workflows.saved_views import keep_view
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.reading.presenter import Desk
    from briefreader.ui.reading.screen import ReadScreen


class Viewing:
    """Offers the lists and the reader's views."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace

    def offer(self, counts: Mapping[ListName, int]) -> None:
        """Offer all that can be listed, with how much it holds."""
        lists = [Choice(f"{LIST_NAMES[name]}  {counts[name]:,}", partial(self.open_list, name)) for name in LISTS]
        today = self._workspace.today()
        views = [
            Choice(f"{view.name}  {'?' if count is None else f'{count:,}'}", partial(self.open, view), _told(view))
            for view, count in counted_views(self._workspace.store, today)
        ]
        text = self._desk.listing.text
        keep = [Choice("Save this search…", self._keep, f"/ {text}")] if text else []
        go = partial(self._screen.call_next, self._screen.app.run_action, "app.view('views')")
        change = [Choice("Edit saved searches…", go)] if views else []
        choose(self._screen.app, [*keep, *lists, *views, *self._sources(today), *change], "Go to…")

    def _sources(self, today: date) -> Iterator[Choice]:
        """Yield the feeds that brought what is in the inbox, and their folders."""
        for source in counted_sources(self._workspace.store, today):
            listing = partial(self.find, source.query, "inbox")
            where = "Folder" if source.folder is None else f"Feed in {source.folder}" if source.folder else "Feed"
            yield Choice(f"{source.name}  {source.articles:,}", listing, f"{where} · in the inbox")

    def find(self, text: str, name: ListName | None, view: str = "") -> None:
        """List what a query finds, in a list or anywhere; ``view`` is the name that it has."""
        listing = Listing(name, text, asked(text, self._workspace.today()), view=view)
        self._desk.show_listing(listing, listing.keys(self._workspace))
        self._screen.show_pane("feed")

    def offer_orders(self) -> None:
        """Offer the orders in which what is listed can stand."""
        choices = [
            Choice(ORDER_NAMES[order], partial(self._desk.order, order))
            for order in ORDERS
            if (order != "relevance" or self._desk.listing.text)
            and (order != "score" or self._workspace.settings.scores)
        ]
        choose(self._screen.app, choices, "Sort by")

    def explain_score(self) -> None:
        """Say what the article has points for."""
        from briefreader.views.scoring import explained, total  # noqa: PLC0415 - it brings the gazetteer

        key = self._screen.feed.key
        if not self._workspace.settings.scores:
            self._desk.say("Scores are turned off (f2 for settings)")
        elif key is not None:
            points = explained(self._workspace.store, key, self._workspace.today())
            lines = [f"{one.points:.1f}  {one.reason}" for one in points] or ["no points"]
            self._screen.app.notify("\n".join(lines), title=f"Score {total(points):.1f}", markup=False)

    def open(self, view: SavedView) -> None:
        """List what a view finds, under its name."""
        self.find(view.query, None, view.name)

    def open_list(self, name: ListName) -> None:
        """List the articles of a list."""
        self._desk.open_list(name)
        self._screen.show_pane("feed")

    def _keep(self) -> None:
        listing = self._desk.listing
        text = f"({listing.text}) is:{listing.name}" if listing.name else listing.text
        self._ask(
            "Name of the saved search", listing.text.rstrip("*"), lambda name: keep_view(self._workspace, name, text)
        )

    def _ask(self, question: str, value: str, act: Callable[[str], object]) -> None:
        from briefreader.ui.dialogs.prompt import AskScreen  # noqa: PLC0415 - on first use

        def take(answer: str | None) -> None:
            if answer:
                act(answer)
                self._desk.say(f"Saved “{answer}” (F to open, u to undo)")

        self._screen.app.push_screen(AskScreen(question, "any name", value), take)


def _told(view: SavedView) -> str:
    return f"/ {view.query}" + (f"\nnew articles: {RULE_ACTIONS[view.on_arrival]}" if view.on_arrival else "")
