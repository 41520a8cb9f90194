"""What the command palette finds beside actions: views, theses and feeds by name, and articles by their words."""

from array import array
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import Hit, Hits, Provider
from textual.content import Content

from briefreader.model.query import Query, QueryProblem
from briefreader.model.query_syntax import open_ended
from briefreader.views.aside import ask_aside
from briefreader.views.inbox import rows_in_order
from briefreader.views.querying import matching_keys, understood
from briefreader.views.saved_views import saved_views
from briefreader.views.sources import sources
from briefreader.views.theses import theses

if TYPE_CHECKING:
    from briefreader.ui.screens.read import ReadScreen

_MOST = 12
_FEWEST_LETTERS = 3
_ARTICLE, _NAMED = 0.3, 0.9
"""Below a good match of an action, so that ``archive`` archives and does not open an article about archives."""


class ReadingProvider(Provider):
    """Finds views, theses, feeds and articles, as plain text, while the reading screen is shown."""

    async def search(self, query: str) -> Hits:
        """Offer what has such a name, then the newest articles that hold the words."""
        from briefreader.ui.screens.read import ReadScreen  # noqa: PLC0415 - it is loaded when there is a palette

        screen = self.screen
        if not isinstance(screen, ReadScreen):
            return
        wanted = query.casefold()
        for name, about, act in _named(screen):
            if wanted in name.casefold():
                yield _hit(_NAMED, name, about, act)
        for row in rows_in_order(screen.workspace.store, (await _found(screen, query))[:_MOST]):
            day = row.published_on.isoformat() if row.published_on else None
            about = " · ".join(filter(None, ("Article", row.publisher, day)))
            yield _hit(_ARTICLE, row.title or row.opening, about, partial(screen.open_article, row.id))


def _named(screen: "ReadScreen") -> Iterator[tuple[str, str, Callable[[], None]]]:
    """Yield the names of views, theses and feeds, with what they are and how to go there."""
    store = screen.workspace.store
    for view in saved_views(store):
        yield view.name, f"View · / {view.query}", partial(screen.open_view, view)
    for number, thesis in enumerate(theses(store)):
        yield thesis.title, "Thesis", partial(screen.open_thesis, number)
    for source in sources(store):
        kind = "Folder of feeds" if source.folder is None else "Feed"
        yield source.name, kind, partial(screen.open_source, source)


async def _found(screen: "ReadScreen", text: str) -> "array[int]":
    today = screen.workspace.clock().date()
    query: Query | QueryProblem = understood(open_ended(text), today)
    if len(text) < _FEWEST_LETTERS or isinstance(query, QueryProblem):
        return array("q")
    return await ask_aside(screen.workspace.store, lambda store: matching_keys(store, query, today)) or array("q")


def _hit(score: float, words: str, about: str, act: Callable[[], None]) -> Hit:
    return Hit(score, Content(words), act, words, help=about)
