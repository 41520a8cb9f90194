"""What the reading screen does with the articles of its feed."""

from textual.screen import Screen
from textual.widgets import Input

from briefreader.model.article import ListName, State
from briefreader.model.ids import ArticleId
from briefreader.model.saved_view import SavedView
from briefreader.model.span import Span
from briefreader.ui.reading.presenter import Desk
from briefreader.views.sources import Source
from briefreader.workspace import Workspace


class TriageScreen(Screen[None]):
    """Hands the keys of triage and of finding to the desk."""

    _desk: Desk
    workspace: Workspace

    @property
    def is_searching(self) -> bool:
        """Whether a query is being written."""
        return self._desk.searching.line is not None

    def on_feed_list_selected(self) -> None:
        """Say how many are selected."""
        self._desk.show_position()

    def action_step_unread(self, direction: int) -> None:
        """Go to the next or previous unread article from any pane."""
        self._desk.triaging.step_unread(direction)

    def action_lists(self) -> None:
        """Offer the lists and the saved views."""
        self._desk.offer_lists()

    def action_open_list(self, name: ListName) -> None:
        """List the articles of a list."""
        self._desk.viewing().open_list(name)

    def action_order(self) -> None:
        """Offer the orders."""
        self._desk.viewing().offer_orders()

    def action_explain_score(self) -> None:
        """Say what the article has points for."""
        self._desk.viewing().explain_score()

    def action_reload(self) -> None:
        """Read the store again, for what another program has added."""
        self._desk.reload()

    def action_details(self) -> None:
        """Ask for the article's title, publisher, byline, date, original source and address."""
        from briefreader.ui.reading.actions.details import Detailing  # noqa: PLC0415 - on first use

        Detailing(self.app, self._desk, self.workspace).edit()

    def action_move_to(self, state: State) -> None:
        """Put the article, or what is selected, on another list and go on to the next."""
        self._desk.triaging.move_to(state)

    def action_toggle_read(self) -> None:
        """Mark the article, or what is selected, read or unread."""
        self._desk.triaging.mark_read(is_read=None)

    def action_archive_below(self) -> None:
        """Archive all below the cursor, once the reader has seen how many."""
        self._desk.triaging.archive_below()

    def action_open_story(self) -> None:
        """Show each article of the story in the list, or one for all."""
        self._desk.storying.toggle()

    def action_snooze(self) -> None:
        """Take the article, or what is selected, out of the inbox until a day."""
        self._desk.triaging.snooze()

    def action_undo(self) -> None:
        """Take back the last thing done."""
        self._desk.undoing.undo()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._desk.undoing.redo()

    async def action_search(self, in_list: bool) -> None:  # noqa: FBT001 - Textual passes it by place
        """Ask for a query: in the list that is shown, or anywhere."""
        await self._desk.searching.begin(in_list=in_list)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed so far."""
        if self._desk.searching.line:
            self._desk.searching.typed(event.value)

    def open_view(self, view: SavedView) -> None:
        """List what a view finds."""
        self._desk.viewing().open(view)

    def open_source(self, source: Source) -> None:
        """List what a feed or a folder has brought."""
        self._desk.viewing().find(source.query, "inbox")

    def open_thesis(self, number: int) -> None:
        """Show a thesis with its evidence."""
        from briefreader.ui.screens.theses.screen import BoardScreen  # noqa: PLC0415 - on first use

        self.app.push_screen(BoardScreen(self.workspace, number), self._desk.come_back)

    def open_article(self, article_id: ArticleId, span: Span | None = None) -> None:
        """Go to an article, in its list, and to a passage of it."""
        from briefreader.ui.screens.base import Place  # noqa: PLC0415 - on first use

        self._desk.come_back(Place(article_id, span))
