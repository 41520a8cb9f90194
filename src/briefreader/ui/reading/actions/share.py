"""Taking what is read elsewhere: the browser, the clipboard, a file."""

from functools import cached_property, partial

from briefreader.model.citation import Citation
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.reading.actions.quote import link_of, quote_of
from briefreader.ui.reading.status_text import citation_line, cited_address, link_at
from briefreader.ui.terminal.browser import LinkOpener, run_beside
from briefreader.views.reading import Reading


class ShareActions(ActionGroup):
    """Follows links, copies, and exports."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        return {
            "follow": self._follow,
            "browse": self._browse,
            "copy-quote": partial(self._copy, "quote"),
            "copy-link": partial(self._copy, "link"),
            "export": self._export,
        }

    @cached_property
    def _links(self) -> LinkOpener:
        return LinkOpener(self._presenter.show_status, run_beside)

    def _follow(self) -> None:
        """Show what the citation at the active passage points at, or open the link there."""
        reading = self._session.reading
        if reading is None:
            return
        if self._session.placing:
            self._presenter.give_up_placing()
        offset = self._panes.article.offset_here
        link = link_at(reading.document, offset)
        if link:
            self._links.open(link.target, link.span.of(reading.document.text))
            return
        here = [one for one in reading.analysis.citations if one.span.start <= offset < one.span.end]
        if here:
            self._go_to_source(here[0], reading)
        else:
            self._presenter.show_status("No citation or link here")

    def _go_to_source(self, citation: Citation, reading: Reading) -> None:
        """Go to the entry of the article's own list, else open the original; else say who is cited."""
        address = cited_address(reading, citation)
        if citation.target:
            self._panes.article.go_to(citation.target)
            self._presenter.show_status(citation_line(citation))
        elif address:
            self._links.open(address, citation.span.of(reading.document.text))
        else:
            self._presenter.show_status(f"{citation_line(citation)}: no link to open")

    def _browse(self) -> None:
        """Open the article's page, or its original's."""
        reading = self._presenter.ensure_open()
        if reading and (address := link_of(reading)):
            self._links.open(address)
        else:
            self._presenter.show_status("This article has no web page")

    def _copy(self, what: str) -> None:
        """Copy the quote with its citation, or the link."""
        reading = self._presenter.ensure_open()
        if reading is None:
            return
        text = link_of(reading) if what == "link" else quote_of(reading, self._panes.article.passage)
        if text:
            self._app.copy_to_clipboard(text)
        else:
            self._presenter.show_status("This article has no link")

    def _export(self) -> None:
        """Write the notes on this article to a file."""
        from briefreader.workflows.export import export_notes  # noqa: PLC0415 - on first use

        reading = self._presenter.ensure_open()
        if reading is None or not reading.annotations:
            self._presenter.show_status("No notes on this article yet: press + or - to tag a passage")
            return
        exported = export_notes(self._workspace, reading, self._workspace.settings.export_format)
        beside = " (your edited file is unchanged)" if exported.outcome == "beside" else ""
        self._presenter.show_status(f"{exported.outcome.capitalize()}: {exported.path}{beside}")
