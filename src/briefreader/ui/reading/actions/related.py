"""What the rest of the archive says, without leaving the article: of a passage, of its matter, of a name in it."""

from functools import partial
from typing import TYPE_CHECKING

from briefreader.model.errors import BriefreaderError
from briefreader.model.span import Span
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.views.aside import ask_aside
from briefreader.views.reading import Reading
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.reading.presenter import Desk
    from briefreader.ui.reading.screen import ReadScreen


class Across:
    """Asks the archive about the article that is open."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace

    def who_else_says(self) -> None:
        """List beside the article who else says what the passage claims, and what contradicts it."""
        from briefreader.views.crosscheck import who_else_says  # noqa: PLC0415 - on first use

        reading, span = self._desk.catch_up(), self._screen.article.passage
        if reading is None or span is None:
            self._desk.say("Go to a claim first: ] next claim")
            return
        rows = who_else_says(self._workspace.store, reading, span)
        self._screen.notes.show_others(reading, rows)
        if not any(one.article_id != reading.article.id for row in rows for one in row.said):
            self._desk.say("Not found in other articles")
            return
        self._screen.show_pane("notes")

    def related(self) -> None:
        """Offer what else the archive has on the article's matter."""
        from briefreader.views.related import related  # noqa: PLC0415 - on first use

        reading = self._desk.catch_up()
        found = related(self._workspace.store, reading.article.key) if reading else []
        if not found:
            self._desk.say("No related articles")
            return
        choices = [
            Choice(
                one.article.title or one.article.opening, partial(self._screen.open_article, one.article.id), one.reason
            )
            for one in found
        ]
        choose(self._screen.app, choices, "Open related article")

    def story(self) -> None:
        """Offer the articles about the same event, and to part or join them."""
        if reading := self._desk.catch_up():
            self._desk.storying.offer(reading.article)

    def this_term(self) -> None:
        """Offer what the passage names, to list all that names it."""
        reading, span = self._desk.catch_up(), self._screen.article.passage
        names = _named_in(reading, span) if reading else []
        if not names:
            self._desk.say("No known name in this passage (/ to search all articles)")
            return
        viewing = self._desk.viewing()
        lists = [Choice(name, partial(viewing.find, f'"{name}"', None), "search all articles") for name in names]
        pages = [Choice(f"{name}: its page", partial(self._page, name), "events and figures") for name in names]
        choose(self._screen.app, [*lists, *pages], "Find which name?")

    def _page(self, name: str) -> None:
        self._screen.run_worker(self._show_page(name), exclusive=True, group="page")

    async def _show_page(self, name: str) -> None:
        from briefreader.export.entity import entity_lines  # noqa: PLC0415 - on first use
        from briefreader.ui.dialogs.pager import TableScreen  # noqa: PLC0415 - as above
        from briefreader.views.entity import entity_page  # noqa: PLC0415 - as above

        today = self._workspace.today()
        try:
            page = await ask_aside(self._workspace.store, lambda store: entity_page(store, name, today))
        except BriefreaderError as error:
            self._desk.say(str(error))
            return
        if page and self._screen.app.screen is self._screen and not self._desk.searching.line:
            title, *lines = entity_lines(page)
            self._screen.app.push_screen(TableScreen(title, lines))


def _named_in(reading: Reading, span: Span | None) -> list[str]:
    """Return the names and key terms in a passage, or else in the whole article."""
    places = [
        (entity.spans[0].start, entity.name)
        for entity in reading.analysis.entities
        if span is None or any(span.contains(one) for one in entity.spans)
    ]
    words = span.of(reading.document.text).casefold() if span else ""
    terms = [term.term for term in reading.analysis.terms if term.term.casefold() in words]
    return list(dict.fromkeys([*(name for _, name in sorted(places)), *terms]))
