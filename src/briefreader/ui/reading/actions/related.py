"""What the rest of the archive says, without leaving the article: of a passage, of its matter, of a name in it."""

from functools import cached_property, partial

from briefreader.model.errors import BriefreaderError
from briefreader.model.span import Span
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.views.aside import ask_aside
from briefreader.views.reading import Reading


class RelatedActions(ActionGroup):
    """Asks the archive about the article that is open."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        return {"across.claim": self._who_else_says, "across.matter": self._related, "across.term": self._this_term}

    def _who_else_says(self) -> None:
        """List beside the article who else says what the passage claims, and what contradicts it."""
        from briefreader.views.crosscheck import who_else_says  # noqa: PLC0415 - on first use

        reading, span = self._presenter.ensure_open(), self._panes.article.passage
        if reading is None or span is None:
            self._presenter.show_status("Go to a claim first: ] next claim")
            return
        rows = who_else_says(self._workspace.store, reading, span)
        self._panes.notes.show_others(reading, rows)
        if not any(one.article_id != reading.article.id for row in rows for one in row.said):
            self._presenter.show_status("Not found in other articles")
            return
        self._panes.show_pane("notes")

    def _related(self) -> None:
        """Offer what else the archive has on the article's matter."""
        from briefreader.views.related import related  # noqa: PLC0415 - on first use

        reading = self._presenter.ensure_open()
        found = related(self._workspace.store, reading.article.key) if reading else []
        if not found:
            self._presenter.show_status("No related articles")
            return
        choices = [
            Choice(
                one.article.title or one.article.opening,
                partial(self._presenter.go_to_article, one.article.id),
                one.reason,
            )
            for one in found
        ]
        choose(self._app, choices, "Open related article")

    def _this_term(self) -> None:
        """Offer what the passage names, to list all that names it."""
        reading, span = self._presenter.ensure_open(), self._panes.article.passage
        names = _named_in(reading, span) if reading else []
        if not names:
            self._presenter.show_status("No known name in this passage (/ to search all articles)")
            return
        lists = [
            Choice(name, partial(self._presenter.find, f'"{name}"', None), "search all articles") for name in names
        ]
        pages = [Choice(f"{name}: its page", partial(self._page, name), "events and figures") for name in names]
        choose(self._app, [*lists, *pages], "Find which name?")

    def _page(self, name: str) -> None:
        self._panes.run_worker(self._show_page(name), exclusive=True, group="page")

    async def _show_page(self, name: str) -> None:
        from briefreader.export.entity import entity_lines  # noqa: PLC0415 - on first use
        from briefreader.ui.dialogs.pager import TableScreen  # noqa: PLC0415 - as above
        from briefreader.views.entity import entity_page  # noqa: PLC0415 - as above

        today = self._workspace.today()
        try:
            page = await ask_aside(self._workspace.store, lambda store: entity_page(store, name, today))
        except BriefreaderError as error:
            self._presenter.show_status(str(error))
            return
        if page and self._app.screen is self._panes.screen and not self._panes.query_line:
            title, *lines = entity_lines(page)
            self._app.push_screen(TableScreen(title, lines))


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
