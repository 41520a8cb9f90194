"""What the command palette finds beside actions: views, theses, feeds and themes by name, articles by their words."""

from array import array
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import Hit, Hits, Provider
from textual.content import Content

from briefreader.model.query import Query, QueryProblem
from briefreader.model.query_syntax import open_ended
from briefreader.ui.screens.base import LedgerScreen
from briefreader.ui.settings.menu import keep_theme
from briefreader.ui.settings.themes import theme_names
from briefreader.views.aside import ask_aside
from briefreader.views.inbox import rows_in_order
from briefreader.views.querying import matching_keys, understood
from briefreader.views.saved_views import saved_views
from briefreader.views.sources import sources
from briefreader.views.theses import theses

if TYPE_CHECKING:
    from briefreader.ui.reading.screen import ReadScreen

_MOST = 12
_FEWEST_LETTERS = 3
_ARTICLE = 0.3
_NAMED = 0.5
"""Of an action's score with that name, so that ``archive`` archives, but letters strewn over a title come later."""


class ReadingProvider(Provider):
    """Finds views, theses, feeds, themes and articles, as plain text; from another screen it goes back to reading."""

    async def search(self, query: str) -> Hits:
        """Offer what has such a name, then the newest articles that hold the words."""
        from briefreader.ui.reading.screen import ReadScreen  # noqa: PLC0415 - it is loaded when there is a palette

        reading = next(screen for screen in self.app.screen_stack if isinstance(screen, ReadScreen))
        wanted = query.casefold()
        score_of = self.matcher(query).match
        for name, about, act in _named(reading):
            if wanted in name.casefold():
                yield _hit(_NAMED * score_of(name), name, about, partial(self._read, act))
        for name in theme_names():
            if wanted in name.casefold():
                yield _hit(_NAMED * score_of(name), name, "Theme", partial(keep_theme, self.app, name))
        for row in rows_in_order(reading.session.workspace.store, (await _found(reading, query))[:_MOST]):
            day = row.published_on.isoformat() if row.published_on else None
            about = " · ".join(filter(None, ("Article", row.publisher, day)))
            act = partial(reading.presenter.go_to_article, row.id)
            yield _hit(_ARTICLE, row.title or row.opening, about, partial(self._read, act))

    def _read(self, act: Callable[[], None]) -> None:
        """Go back to reading, and on to what was chosen."""
        if isinstance(self.app.screen, LedgerScreen):
            self.app.screen.dismiss(None)
        self.app.call_next(act)


def _named(screen: "ReadScreen") -> Iterator[tuple[str, str, Callable[[], None]]]:
    """Yield the names of views, theses and feeds, with what they are and how to go there."""
    store, find = screen.session.workspace.store, screen.presenter.find
    for view in saved_views(store):
        yield view.name, f"Saved search · / {view.query}", partial(find, view.query, None, view.name)
    for number, thesis in enumerate(theses(store)):
        yield thesis.title, "Thesis", partial(_open_thesis, screen, number)
    for source in sources(store):
        kind = "Feed folder" if source.folder is None else "Feed"
        yield source.name, kind, partial(find, source.query, "inbox")


def _open_thesis(screen: "ReadScreen", number: int) -> None:
    from briefreader.ui.screens.theses.screen import BoardScreen  # noqa: PLC0415 - on first use

    screen.app.push_screen(BoardScreen(screen.session.workspace, number), screen.presenter.resume)


async def _found(screen: "ReadScreen", text: str) -> "array[int]":
    today = screen.session.workspace.today()
    query: Query | QueryProblem = understood(open_ended(text), today)
    if len(text) < _FEWEST_LETTERS or isinstance(query, QueryProblem):
        return array("q")
    return await ask_aside(screen.session.workspace.store, lambda store: matching_keys(store, query, today)) or array(
        "q"
    )


def _hit(score: float, words: str, about: str, act: Callable[[], None]) -> Hit:
    return Hit(score, Content(words), act, words, help=about)
