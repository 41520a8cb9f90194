"""Choosing what to list, and keeping queries as views."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property, partial

from briefreader.model.article import LISTS, ListName
from briefreader.model.query import ORDERS
from briefreader.model.saved_view import RULE_ACTIONS, SavedView
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.reading.listing import LIST_NAMES, ORDER_NAMES
from briefreader.views.saved_views import counted_views
from briefreader.views.sources import counted_sources
from briefreader.workflows.saved_views import keep_view


class ListActions(ActionGroup):
    """Offers the lists and the reader's views."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        return {
            "lists": self._offer,
            "order": self._offer_orders,
            "score": self._explain_score,
            **{f"list.{name}": partial(self._open_list, name) for name in LISTS},
        }

    def _offer(self) -> None:
        """Offer all that can be listed, with how much it holds."""
        lists = [
            Choice(f"{LIST_NAMES[name]}  {self._session.counts[name]:,}", partial(self._open_list, name))
            for name in LISTS
        ]
        today = self._workspace.today()
        views = [
            Choice(
                f"{view.name}  {'?' if count is None else f'{count:,}'}",
                partial(self._presenter.find, view.query, None, view.name),
                _told(view),
            )
            for view, count in counted_views(self._workspace.store, today)
        ]
        text = self._session.listing.text
        keep = [Choice("Save this search…", self._keep, f"/ {text}")] if text else []
        go = partial(self._panes.call_next, self._app.run_action, "app.view('views')")
        change = [Choice("Edit saved searches…", go)] if views else []
        choose(self._app, [*keep, *lists, *views, *self._sources(today), *change], "Go to…")

    def _sources(self, today: date) -> Iterator[Choice]:
        """Yield the feeds that brought what is in the inbox, and their folders."""
        for source in counted_sources(self._workspace.store, today):
            listing = partial(self._presenter.find, source.query, "inbox")
            where = "Folder" if source.folder is None else f"Feed in {source.folder}" if source.folder else "Feed"
            yield Choice(f"{source.name}  {source.articles:,}", listing, f"{where} · in the inbox")

    def _offer_orders(self) -> None:
        """Offer the orders in which what is listed can stand."""
        choices = [
            Choice(ORDER_NAMES[order], partial(self._presenter.sort, order))
            for order in ORDERS
            if (order != "relevance" or self._session.listing.text)
            and (order != "score" or self._workspace.settings.scores)
        ]
        choose(self._app, choices, "Sort by")

    def _explain_score(self) -> None:
        """Say what the article has points for."""
        from briefreader.views.scoring import explained, total  # noqa: PLC0415 - it brings the gazetteer

        key = self._panes.feed.key
        if not self._workspace.settings.scores:
            self._presenter.show_status("Scores are turned off (f2 for settings)")
        elif key is not None:
            points = explained(self._workspace.store, key, self._workspace.today())
            lines = [f"{one.points:.1f}  {one.reason}" for one in points] or ["no points"]
            self._app.notify("\n".join(lines), title=f"Score {total(points):.1f}", markup=False)

    def _open_list(self, name: ListName) -> None:
        """List the articles of a list."""
        self._presenter.open_list(name)
        self._panes.show_pane("feed")

    def _keep(self) -> None:
        listing = self._session.listing
        text = f"({listing.text}) is:{listing.name}" if listing.name else listing.text
        self._ask(
            "Name of the saved search", listing.text.rstrip("*"), lambda name: keep_view(self._workspace, name, text)
        )

    def _ask(self, question: str, value: str, act: Callable[[str], object]) -> None:
        from briefreader.ui.dialogs.prompt import AskScreen  # noqa: PLC0415 - on first use

        def take(answer: str | None) -> None:
            if answer:
                act(answer)
                self._presenter.show_status(f"Saved “{answer}” (F to open, u to undo)")

        self._app.push_screen(AskScreen(question, "any name", value), take)


def _told(view: SavedView) -> str:
    return f"/ {view.query}" + (f"\nnew articles: {RULE_ACTIONS[view.on_arrival]}" if view.on_arrival else "")
