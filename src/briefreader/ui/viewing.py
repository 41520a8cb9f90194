"""Choosing what to list, and keeping queries as views."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefreader.model.article import LISTS, ListName
from briefreader.model.query import ORDERS, Order
from briefreader.model.saved_view import SavedView
from briefreader.ui.choosing import Choice, choose
from briefreader.ui.listing import LIST_NAMES, ORDER_NAMES, Listing
from briefreader.views.querying import asked
from briefreader.views.saved_views import counted_views, saved_views
from briefreader.workflows.saved_views import forget_view, keep_view, move_view, rename_view
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk
    from briefreader.ui.screens.read import ReadScreen


class Viewing:
    """Offers the lists and the reader's views."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace

    def offer(self, counts: Mapping[ListName, int]) -> None:
        """Offer all that can be listed, with how much it holds."""
        lists = [Choice(f"{LIST_NAMES[name]}  {counts[name]:,}", partial(self._list, name)) for name in LISTS]
        today = self._workspace.clock().date()
        views = [
            Choice(
                f"{view.name}  {'?' if count is None else f'{count:,}'}", partial(self.open, view), f"/ {view.query}"
            )
            for view, count in counted_views(self._workspace.store, today)
        ]
        text = self._desk.listing.text
        keep = [Choice("Keep this query as a view …", self._keep, f"/ {text}")] if text else []
        change = [Choice("Change the views …", self._change)] if views else []
        choose(self._screen.app, [*keep, *lists, *views, *change], "Which list or view?")

    def offer_orders(self) -> None:
        """Offer the orders in which what is listed can stand."""
        choices = [
            Choice(ORDER_NAMES[order], partial(self._order, order))
            for order in ORDERS
            if order != "relevance" or self._desk.listing.text
        ]
        choose(self._screen.app, choices, "In which order?")

    def _order(self, order: Order) -> None:
        listing = replace(self._desk.listing, order=order)
        self._desk.show_listing(listing, listing.keys(self._workspace))

    def open(self, view: SavedView) -> None:
        """List what a view finds."""
        listing = Listing(None, view.query, asked(view.query, self._workspace.clock().date()))
        self._desk.show_listing(listing, listing.keys(self._workspace))
        self._screen.show_pane("feed")

    def _list(self, name: ListName) -> None:
        self._desk.open_list(name)
        self._screen.show_pane("feed")

    def _keep(self) -> None:
        listing = self._desk.listing
        text = f"({listing.text}) is:{listing.name}" if listing.name else listing.text
        self._ask("What is the view called?", listing.text, lambda name: keep_view(self._workspace, name, text))

    def _ask(self, question: str, value: str, act: Callable[[str], object]) -> None:
        from briefreader.ui.screens.ask import AskScreen  # noqa: PLC0415 - on first use

        def take(answer: str | None) -> None:
            if answer:
                act(answer)
                self._desk.say(f"Kept: {answer}  F lists it, u undoes")

        self._screen.app.push_screen(AskScreen(question, "a name of your own", value), take)

    def _change(self) -> None:
        views = saved_views(self._workspace.store)
        choose(
            self._screen.app,
            [Choice(view.name, partial(self._change_one, view), f"/ {view.query}") for view in views],
            "Which view?",
        )

    def _change_one(self, view: SavedView) -> None:
        rename = partial(rename_view, self._workspace, view)
        choices = [
            Choice("Rename it …", lambda: self._ask("What is the view called?", view.name, rename)),
            Choice("Move it up", lambda: move_view(self._workspace, view, -1)),
            Choice("Move it down", lambda: move_view(self._workspace, view, 1)),
            Choice("Forget it; what it finds stays", lambda: forget_view(self._workspace, view)),
        ]
        choose(self._screen.app, choices, view.name)
