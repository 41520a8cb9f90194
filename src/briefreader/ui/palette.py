"""What the command palette finds beside actions: the reader's views, and articles by their words."""

import asyncio
from array import array
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.command import Hit, Hits, Provider
from textual.content import Content

from briefreader.model.query import Query, QueryProblem
from briefreader.views.inbox import rows_in_order
from briefreader.views.querying import Asking, matching_keys, understood
from briefreader.views.saved_views import saved_views
from briefreader.views.store_file import store_file

if TYPE_CHECKING:
    from briefreader.ui.screens.read import ReadScreen

_MOST = 12
_FEWEST_LETTERS = 3
_ARTICLE, _VIEW = 0.3, 0.9
"""Below a good match of an action, so that ``archive`` archives and does not open an article about archives."""


class ReadingProvider(Provider):
    """Finds views and articles, as plain text, while the reading screen is shown."""

    async def search(self, query: str) -> Hits:
        """Offer views whose names hold what was typed, then the newest articles that hold its words."""
        from briefreader.ui.screens.read import ReadScreen  # noqa: PLC0415 - it is loaded when there is a palette

        screen = self.screen
        if not isinstance(screen, ReadScreen):
            return
        wanted = query.casefold()
        for view in saved_views(screen.workspace.store):
            if wanted in view.name.casefold():
                yield _hit(_VIEW, view.name, f"View · / {view.query}", partial(screen.open_view, view))
        for row in rows_in_order(screen.workspace.store, (await _found(screen, query))[:_MOST]):
            day = row.published_on.isoformat() if row.published_on else None
            about = " · ".join(filter(None, ("Article", row.publisher, day)))
            yield _hit(_ARTICLE, row.title or row.opening, about, partial(screen.open_article, row.id))


async def _found(screen: "ReadScreen", text: str) -> "array[int]":
    today = screen.workspace.clock().date()
    query: Query | QueryProblem = understood(text, today, is_typing=True)
    if len(text) < _FEWEST_LETTERS or isinstance(query, QueryProblem):
        return array("q")
    file = store_file(screen.workspace.store)
    if file is None:
        return matching_keys(screen.workspace.store, query, today)
    asking = Asking(file, query, today, None)
    try:
        return await asyncio.to_thread(asking.keys) or array("q")
    except asyncio.CancelledError:
        asking.stop()
        raise


def _hit(score: float, words: str, about: str, act: Callable[[], None]) -> Hit:
    return Hit(score, Content(words), act, words, help=about)
