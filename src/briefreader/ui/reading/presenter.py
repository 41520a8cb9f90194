"""Shows what the session holds, and brings both to where the reader wants to go."""

from array import array
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial

from briefreader.model.article import ListName
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.model.query import Order, words_in
from briefreader.model.saved_view import SavedView
from briefreader.model.span import Span
from briefreader.ui.keys.hints import HintedPlace, key_hints
from briefreader.ui.reading.listing import Listing, ListPosition, Location
from briefreader.ui.reading.panes import Panes
from briefreader.ui.reading.session import Session
from briefreader.ui.reading.status_text import head_line, passage_line
from briefreader.ui.reading.title_bar import list_tabs, other_views
from briefreader.ui.screens.base import Answer, Place
from briefreader.ui.text.marks import Target, marks_of
from briefreader.views.matches import match_spans
from briefreader.views.querying import asked, snippets
from briefreader.views.reading import Reading, reading_by_id

_FIRST_ROWS = 64
_COMPLETE_AFTER_S = 0.25
_PREVIEW_AFTER_S = 0.06
"""Holding a key down in the feed loads nothing until it rests."""
_FEWEST_CELLS_FOR_ALL_LISTS = 120


class Presenter:
    """Keeps the panes and the session together; every group of actions works through it."""

    def __init__(self, session: Session, panes: Panes) -> None:
        self.session = session
        self.panes = panes
        self._status = ""

    # What the bars say

    def show_status(self, words: str) -> None:
        """Tell the reader what happened, until the next key."""
        self._status = words
        self.show_keys()

    def clear_status(self) -> None:
        """Stop saying what happened: the reader has gone on."""
        if self._status:
            self.show_status("")

    def show_position(self) -> None:
        """Say which list is shown, and where in it the cursor is."""
        panes, session, keys = self.panes, self.session, self.session.workspace.settings.keys
        feed = panes.feed
        place = f"{feed.cursor + 1}/{len(feed)}" if len(feed) else ""
        place = f"{len(feed.selected):,} selected  {place}" if feed.selected else place
        is_wide = panes.app.size.width >= _FEWEST_CELLS_FOR_ALL_LISTS
        panes.title_bar.left = list_tabs(session.listing, len(feed), session.counts, keys, is_wide=is_wide)
        panes.title_bar.right = other_views(session.doubts, session.failing, place, keys)

    def show_keys(self) -> None:
        """Show the keys of this place, and what the active passage is."""
        panes, reading = self.panes, self.session.reading
        place: HintedPlace = "visual" if panes.article.visual else panes.pane
        place = "story" if place == "feed" and panes.feed.story_line(panes.feed.key) else place
        panes.key_bar.left = self._status or key_hints(place, self.session.workspace.settings.keys)
        active = panes.article.active
        panes.key_bar.right = passage_line(reading, active) if reading and active else ""

    # Lists

    @property
    def location(self) -> Location:
        """Where the reader is, to come back to."""
        return Location(self.session.listing, self.panes.feed.position)

    def remembering(self) -> AbstractContextManager[None]:
        """Remember where the reader is for the undo of what is done inside, if anything is."""
        return self.session.remembering(self.location)

    def open_list(self, name: ListName) -> None:
        """List the articles of a list."""
        self.show_listing(self.session.whole_list(name))

    def find(self, text: str, name: ListName | None, view: str = "") -> None:
        """List what a query finds, in a list or anywhere; ``view`` is the name that it has."""
        self.show_listing(Listing(name, text, asked(text, self.session.workspace.today()), view=view))
        self.panes.show_pane("feed")

    def sort(self, order: Order) -> None:
        """List what is listed in another order."""
        self.show_listing(self.session.sorted_by(order))

    def go_back(self, location: Location) -> None:
        """List what was listed, with the cursor where it was."""
        self.show_listing(location.listing, position=location.position)

    def leave_query(self) -> None:
        """List again the whole list that was listed last, with the cursor where it was; of such, the newest first."""
        self.go_back(self.session.without_query(self.panes.feed.position))

    def show_listing(
        self, listing: Listing, keys: "array[int] | None" = None, position: ListPosition | None = None
    ) -> None:
        """List articles; the cursor goes to the first, or to a position.

        ``keys`` are those of the listing where they are known already.
        """
        session, feed = self.session, self.panes.feed
        keys = listing.keys(session.workspace) if keys is None else keys
        session.change_listing(listing, feed.position)
        feed.location_label = listing.location_label
        feed.list_keys(keys, position=position, empty=listing.empty)
        feed.set_scores(listing.scores(session.workspace))
        find_matches = partial(match_spans, words=words_in(listing.query))
        feed.set_matches(partial(snippets, session.workspace.store, listing.query), find_matches)
        session.note_version()
        self._after_change()

    def list_first_rows(self, row: int) -> None:
        """List as many articles of the inbox as fill a screen; :meth:`begin` lists the rest."""
        position = ListPosition(None, row, 0)
        self.panes.feed.list_keys(self.session.keys(_FIRST_ROWS), position=position, empty=self.session.listing.empty)
        self.session.note_version()

    def begin(self) -> None:
        """Show the first article; of a long list, the rest comes once early keys have been answered."""
        if len(self.panes.feed) < _FIRST_ROWS:
            self._after_change()
            return
        self.ensure_open()
        self.panes.feed.rest = self._list_rest
        self.panes.set_timer(_COMPLETE_AFTER_S, self.panes.feed.complete)

    def _list_rest(self) -> None:
        self.list_again(self.session.listing)
        self._after_change()

    def list_again(self, listing: Listing) -> None:
        """List what is listed again, perhaps with other stories open; the cursor stays on its article."""
        self.session.listing = listing
        self.panes.feed.list_keys(self.session.keys(), position=self.panes.feed.position, empty=listing.empty)

    def reload(self) -> None:
        """Read the list and the article again; the cursor stays on its article."""
        self.list_again(self.session.listing)
        self.session.note_version()
        self.session.reading = None
        self._after_change()

    def reload_if_changed(self) -> None:
        """Read again when another program has written to the store."""
        if self.session.is_changed_elsewhere:
            self.reload()
            self.show_status("Reloaded: changed by another program")

    def after_move(self, key: ArticleKey, to: ListName) -> None:
        """Take an article off what is listed when it is there no more, and go on to the next."""
        feed, session = self.panes.feed, self.session
        session.moved(to)
        if session.listing.leaves(to):
            feed.drop(key)
            if left := session.next_of_story(key):
                feed.insert(*left)
        else:
            feed.refresh_article(key)
            feed.action_move(1 if session.listing.text else 0)
        self._after_step()

    def reinsert(self, article_id: ArticleId) -> bool:
        """Put an article where it belongs in what is listed, with the cursor on it; False when it is not listed."""
        key, row = self.session.row_of(article_id)
        if row is None:
            return False
        self.session.reading = None
        self.panes.feed.put(key, row)
        if self.panes.feed.story_line(key):
            self.list_again(self.session.listing)  # another article stood for its story meanwhile
        self.session.forget_counts()
        self._after_step()
        return True

    def resume(self, answer: Answer) -> None:
        """Show again what may have changed on another screen, and go on where its answer says."""
        self.session.forget_counts()
        if isinstance(answer, Place):
            self._go_to(answer)
            return
        self.panes.feed.refresh_all()
        self.refresh_article()
        self.show_article()
        if isinstance(answer, SavedView):
            self.find(answer.query, None, answer.name)

    def go_to_article(self, article_id: ArticleId, span: Span | None = None) -> None:
        """Go to an article, in its list, and to a passage of it."""
        self.resume(Place(article_id, span))

    def _go_to(self, place: Place) -> None:
        """Go to a place in an article, if need be on another list."""
        session = self.session
        article = reading_by_id(session.workspace.store, place.article_id).article
        key, row = session.row_of(article.id)
        if row is None:
            self.open_list(session.list_holding(article))
            key, row = session.row_of(article.id)
        if row is None and (story := session.story_with(key)):
            self.list_again(replace(session.listing, opened=session.listing.opened | {story.id}))
            key, row = session.row_of(article.id)
        self.panes.feed.put(key, row or 0)
        self.show_article()
        if place.span:
            self.panes.article.go_to(place.span)
        self.panes.show_pane("article")
        session.placing = place.placing
        if place.placing:
            self.show_status("Choose the note's new position: ) sentence, v select, enter confirm, esc cancel")

    def give_up_placing(self) -> None:
        """Leave the note that was to be placed where it is."""
        self.session.placing = None
        self.panes.article.clear_passage()
        self.show_status("Position unchanged (R to review)")

    # The article

    def ensure_open(self) -> Reading | None:
        """Open the article under the cursor if it is not open yet; return what is open."""
        key = self.panes.feed.key
        if key is None:
            return None
        if not self.session.is_open(key):
            self._open_article(key)
        return self.session.reading

    def _open_article(self, key: ArticleKey) -> None:
        self.save_progress()
        reading = self.session.open(key)
        self._show_text(reading)
        self.panes.notes.show(reading)
        self.show_keys()

    def save_progress(self) -> None:
        """Note how far the article has been read that was begun, before it is left."""
        if read := self.session.save_progress(self.panes.article.progress):
            self.panes.feed.refresh_article(read)

    def _show_text(self, reading: Reading) -> None:
        marks = marks_of(reading, words_in(self.session.listing.query))
        self.panes.article.show(reading.document, marks, head_line(reading.article))

    def refresh_article(self) -> None:
        """Show what has changed on the article that is open; nothing moves."""
        before = self.session.reading
        if before is None:
            return
        reading = self.session.open(before.article.key)
        if reading.revision_id == before.revision_id:
            self.panes.article.mark(marks_of(reading, words_in(self.session.listing.query)))
            self.panes.article.change_head(head_line(reading.article))
        else:
            self._show_text(reading)
        self.panes.notes.show(reading)
        self.panes.feed.refresh_article(reading.article.key)

    def go_to_next(self, target: Target, direction: int) -> bool:
        """Go to the next or previous claim, citation, sentence, match or annotation; False when there is none."""
        self.ensure_open()
        if not self.panes.article.jump(target, direction):
            return False
        self.panes.show_pane("article")
        self.show_keys()  # at once, so that one frame shows all
        return True

    def _after_step(self) -> None:
        """Show the list at once, and the article under the cursor when the cursor rests."""
        self.show_position()
        self.show_keys()
        self.preview_soon()

    def preview_soon(self) -> None:
        """Show the article under the cursor, unless the cursor moves on before."""
        key = self.panes.feed.key
        self.panes.set_timer(_PREVIEW_AFTER_S, lambda: self._preview(key))

    def _preview(self, key: ArticleKey | None) -> None:
        if self.panes.feed.key == key:
            self.show_article()

    def _after_change(self) -> None:
        """Count the lists again, and show the article that is under the cursor now."""
        self.session.forget_counts()
        self.show_article()

    def show_article(self) -> None:
        """Show the article that is under the cursor now, or that there is none, and the counts as they are."""
        self.session.count()
        key = self.panes.feed.key
        if key is None:
            self.session.reading = None
            self.panes.article.show_nothing()
            self.panes.notes.show(None)
        elif self.session.is_open(key):
            self.refresh_article()
        else:
            self._open_article(key)
        self.show_position()
        self.show_keys()
