"""What the reading screen does: asks views, tells workflows, and shows the outcome."""

from array import array
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefreader.model.article import LISTS, ListName
from briefreader.model.citation import Citation
from briefreader.model.ids import ArticleId, ArticleKey, ThesisId
from briefreader.model.query import Order, words_in
from briefreader.model.saved_view import SavedView
from briefreader.ui.keys.hints import HintedPlace, key_hints
from briefreader.ui.reading.actions.annotate import Annotating
from briefreader.ui.reading.actions.findings import Checking
from briefreader.ui.reading.actions.history import Undoing
from briefreader.ui.reading.actions.search import Searching
from briefreader.ui.reading.actions.stories import Storying
from briefreader.ui.reading.actions.triage import Triaging
from briefreader.ui.reading.listing import Listing, Whereabouts, list_of
from briefreader.ui.reading.status_text import citation_line, cited_address, head_line, link_at, passage_line
from briefreader.ui.reading.title_bar import list_tabs, other_views
from briefreader.ui.reading.widgets.feed_list import Spot
from briefreader.ui.text.marks import marks_of
from briefreader.views.doubts import doubt_count
from briefreader.views.inbox import list_counts, store_version
from briefreader.views.matches import match_spans
from briefreader.views.querying import snippets
from briefreader.views.reading import Reading, reading_by_id, reading_of
from briefreader.views.theses import theses
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.reading.actions.lists import Viewing
    from briefreader.ui.reading.screen import ReadScreen
    from briefreader.ui.screens.base import Answer, Place
    from briefreader.ui.terminal.browser import Opening

_FIRST_ROWS = 64
_COMPLETE_AFTER_S = 0.25
_FEWEST_CELLS_FOR_ALL_LISTS = 120


class Desk:
    """Holds the list and the article that the reader works on."""

    def __init__(self, screen: "ReadScreen", workspace: Workspace) -> None:
        self._screen = screen
        self._workspace = workspace
        self.listing = Listing()
        self._whole = Whereabouts(self.listing, Spot())
        self._orders: dict[ListName, Order] = {}
        self._version = 0
        self._said = ""
        self._counts: dict[ListName, int] = dict.fromkeys(LISTS, 0)
        self._counts_stand = False
        self._doubts = 0
        self._failing = 0
        self._opening: Opening | None = None
        """How many notes wait for the reader's word."""
        self.reading: Reading | None = None
        screen.feed.tell_stories = lambda keys: self.listing.story_lines(workspace, keys)
        self.annotating = Annotating(screen, self, workspace)
        self.checking = Checking(screen, self, workspace)
        self.triaging = Triaging(screen, self, workspace)
        self.searching = Searching(screen, self, workspace)
        self.undoing = Undoing(screen, self, workspace)
        self.storying = Storying(screen, self, workspace)

    def thesis_title(self, thesis_id: ThesisId | None) -> str:
        """Return a thesis' title; for none, how that is called."""
        return next((one.title for one in theses(self._workspace.store) if one.id == thesis_id), "none")

    def open_list(self, name: ListName) -> None:
        """List the articles of a list."""
        listing = Listing(name, order=self._orders.get(name, "newest"))
        self.show_listing(listing, listing.keys(self._workspace))

    def order(self, order: Order, spot: Spot | None = None) -> None:
        """List what is listed in another order, which a whole list keeps as long as the app runs."""
        listing = replace(self.listing, order=order)
        if listing.name and listing.is_whole:
            self._orders[listing.name] = order
        self.show_listing(listing, listing.keys(self._workspace), spot)

    @property
    def whereabouts(self) -> Whereabouts:
        """Where the reader is, to come back to."""
        return Whereabouts(self.listing, self._screen.feed.spot)

    def go_back(self, place: Whereabouts) -> None:
        """List what was listed, with the cursor where it was."""
        self.show_listing(place.listing, place.listing.keys(self._workspace), place.spot)

    def leave_query(self) -> None:
        """List again the whole list that was listed last, with the cursor where it was; of such, the newest first."""
        if self.listing.is_whole:
            self.order("newest", self._screen.feed.spot)
        else:
            self.go_back(self._whole)

    def show_listing(self, listing: Listing, keys: "array[int]", spot: Spot | None = None) -> None:
        """List articles; the cursor goes to the first, or to a spot."""
        if self.listing.is_whole and not listing.is_whole:
            self._whole = self.whereabouts
        self.listing = listing
        self._screen.feed.tell_place = listing.tell_place
        self._screen.feed.list_keys(keys, spot=spot, empty=listing.empty)
        self._screen.feed.tell_scores(listing.scores(self._workspace))
        find_matches = partial(match_spans, words=words_in(listing.query))
        self._screen.feed.tell_matches(partial(snippets, self._workspace.store, listing.query), find_matches)
        self._version = store_version(self._workspace.store)
        self._after_change()

    def open_first_rows(self, row: int) -> None:
        """List as many articles of the inbox as fill a screen; :meth:`complete_list` lists the rest."""
        keys = self.listing.keys(self._workspace, _FIRST_ROWS)
        self._screen.feed.list_keys(keys, spot=Spot(None, row, 0), empty=self.listing.empty)
        self._version = store_version(self._workspace.store)

    def begin(self) -> None:
        """Show the first article; of a long list, the rest comes once early keys have been answered."""
        if len(self._screen.feed) < _FIRST_ROWS:
            self._after_change()
            return
        self.catch_up()
        self._screen.feed.rest = self.complete_list
        self._screen.set_timer(_COMPLETE_AFTER_S, self._screen.feed.complete)

    def complete_list(self) -> None:
        """List what :meth:`open_first_rows` left out; the cursor stays where it is."""
        self.list_again(self.listing)
        self._after_change()

    def list_again(self, listing: Listing) -> None:
        """List what is listed again, perhaps with other stories open; the cursor stays on its article."""
        self.listing, feed = listing, self._screen.feed
        feed.list_keys(listing.keys(self._workspace), spot=feed.spot, empty=listing.empty)

    def show_reanalysed(self, done: int, total: int) -> None:
        """Say how far the new analysis is; with its end, show what it has found."""
        if done < total:
            self.say(f"Re-analysing articles: {done:,} of {total:,}")
            return
        self._version = store_version(self._workspace.store)
        self._screen.feed.refresh_all()
        self.refresh_article()
        self.say(f"Re-analysed {total:,} article{'s' if total > 1 else ''}. Your notes are unchanged.")

    def reload(self) -> None:
        """Read the list and the article again; the cursor stays on its article."""
        self.list_again(self.listing)
        self._version = store_version(self._workspace.store)
        self.reading = None
        self._after_change()

    def reload_if_changed(self) -> None:
        """Read again when another program has written to the store."""
        if store_version(self._workspace.store) != self._version:
            self.reload()
            self.say("Reloaded: changed by another program")

    def offer_lists(self) -> None:
        """Offer the lists and the reader's views."""
        self.viewing().offer(self._counts)

    def viewing(self) -> "Viewing":
        """Return what lists the reader's views."""
        from briefreader.ui.reading.actions.lists import Viewing  # noqa: PLC0415 - on first use

        return Viewing(self._screen, self, self._workspace)

    def went(self, key: ArticleKey, to: ListName) -> None:
        """Take an article off what is listed when it is there no more, and go on to the next."""
        if self.reading:
            self._counts[list_of(self.reading.article, self._workspace.today())] -= 1
            self._counts[to] += 1
        self.reading = None
        if self.listing.leaves(to):
            self._screen.feed.drop(key)
            self.storying.list_next_of(key)
        else:
            self._screen.feed.refresh_article(key)
            self._screen.feed.action_move(1 if self.listing.text else 0)
        self._preview_soon()

    def put_back(self, article_id: ArticleId) -> bool:
        """Put an article where it belongs in what is listed, with the cursor on it; False when it is not listed."""
        key, row = self.listing.place_of(self._workspace, article_id)
        if row is None:
            return False
        self.reading = None
        self._screen.feed.put(key, row)
        if self._screen.feed.tell_stories([key]):
            self.list_again(self.listing)  # another article stood for its story meanwhile
        self._counts_stand = False
        self._preview_soon()
        return True

    def come_back(self, answer: "Answer") -> None:
        """Show again what may have changed on another screen, and go on where its answer says."""
        if isinstance(answer, SavedView):
            self._show_again()
            self.viewing().open(answer)
        elif answer:
            self._go_to(answer)
        else:
            self._show_again()

    def _show_again(self) -> None:
        self._counts_stand = False
        self._screen.feed.refresh_all()
        self.refresh_article()
        self.show_article()

    def _go_to(self, place: "Place") -> None:
        """Go to a place in an article, if need be on another list."""
        self._counts_stand = False
        article = reading_by_id(self._workspace.store, place.article_id).article
        key, row = self.listing.place_of(self._workspace, article.id)
        if row is None:
            self.open_list(list_of(article, self._workspace.today()))
            key, row = self.listing.place_of(self._workspace, article.id)
        if row is None:
            self.storying.open_story_of(key)
            key, row = self.listing.place_of(self._workspace, article.id)
        self._screen.feed.put(key, row or 0)
        self.show_article()
        if place.span:
            self._screen.article.go_to(place.span)
        self._screen.show_pane("article")
        self.annotating.placing = place.placing
        if place.placing:
            self.say("Choose the note's new position: ) sentence, v select, enter confirm, esc cancel")

    def catch_up(self) -> Reading | None:
        """Open the article under the cursor if it is not open yet; return what is open."""
        key = self._screen.feed.key
        if key is not None and (self.reading is None or self.reading.article.key != key):
            self.open_article(key)
        return self.reading if key is not None else None

    def open_article(self, key: ArticleKey) -> None:
        """Show an article and its notes."""
        if self.reading is not None and self.reading.article.key == key:
            return
        self.triaging.keep_progress()
        self.reading = reading_of(self._workspace.store, key)
        self._show_text(self.reading)
        self._screen.notes.show(self.reading)
        self.show_keys()

    def _show_text(self, reading: Reading) -> None:
        self._screen.article.show(
            reading.document, marks_of(reading, words_in(self.listing.query)), head_line(reading.article)
        )

    def refresh_article(self) -> None:
        """Show what has changed on the article that is open; nothing moves."""
        if self.reading is None:
            return
        key, shown = self.reading.article.key, self.reading.revision_id
        self.reading = reading_of(self._workspace.store, key)
        if self.reading.revision_id == shown:
            self._screen.article.mark(marks_of(self.reading, words_in(self.listing.query)))
            self._screen.article.change_head(head_line(self.reading.article))
        else:
            self._show_text(self.reading)
        self._screen.notes.show(self.reading)
        self._screen.feed.refresh_article(key)

    def _preview_soon(self) -> None:
        """Show the list at once, and the article under the cursor when the cursor rests."""
        self.show_position()
        self.show_keys()
        self._screen.preview_soon()

    def _after_change(self) -> None:
        """Count the lists again, and show the article that is under the cursor now."""
        self._counts_stand = False
        self.show_article()

    def show_article(self) -> None:
        """Show the article that is under the cursor now, or that there is none, and the counts as they are."""
        if not self._counts_stand:  # 8 ms for 100,000 articles: not while a key is being answered
            self._counts = dict(list_counts(self._workspace.store, self._workspace.today()))
            self._doubts = doubt_count(self._workspace.store)
            from briefreader.views.feeds import failing  # noqa: PLC0415 - not for the first frame

            self._failing = failing(self._workspace.store)
            self._counts_stand = True
        key = self._screen.feed.key
        if key is None:
            self.reading = None
            self._screen.article.show_nothing()
            self._screen.notes.show(None)
        elif self.reading is None or self.reading.article.key != key:
            self.open_article(key)
        else:
            self.refresh_article()
        self.show_position()
        self.show_keys()

    def follow(self, offset: int) -> None:
        """Say what the citation at a character points at, or open the link there; place a note that is to be placed."""
        if self.reading is None or self.annotating.place():
            return
        link = link_at(self.reading.document, offset)
        if link:
            self.open_address(link.target, link.span.of(self.reading.document.text))
            return
        here = [c for c in self.reading.analysis.citations if c.span.start <= offset < c.span.end]
        if here:
            self._go_to_source(here[0], self.reading)
        else:
            self.say("No citation or link here")

    def _go_to_source(self, citation: Citation, reading: Reading) -> None:
        """Go to the entry of the article's own list, else open the original; else say who is cited."""
        address = cited_address(reading, citation)
        if citation.target:
            self._screen.article.go_to(citation.target)
            self.say(citation_line(citation))
        elif address:
            self.open_address(address, citation.span.of(reading.document.text))
        else:
            self.say(f"{citation_line(citation)}: no link to open")

    def browse(self) -> None:
        """Open the article's page, or its original's."""
        from briefreader.ui.reading.actions.quote import link_of  # noqa: PLC0415 - on first use

        reading = self.catch_up()
        if reading and (address := link_of(reading)):
            self.open_address(address)
        else:
            self.say("This article has no web page")

    def open_address(self, address: str, words: str = "") -> None:
        """Open a web page in the browser; ``words`` are those of a link, if there is one."""
        if self._opening is None:
            from briefreader.ui.terminal.browser import Opening, run_beside  # noqa: PLC0415 - on first use

            self._opening = Opening(self.say, run_beside)
        self._opening.open(address, words)

    def copy(self, what: str) -> None:
        """Copy the passage with where it is from, or the link."""
        from briefreader.ui.reading.actions.quote import link_of, quote_of  # noqa: PLC0415 - on first use

        reading = self.catch_up()
        if reading is None:
            return
        passage = self._screen.article.passage
        text = link_of(reading) if what == "link" else quote_of(reading, passage)
        if text:
            self._screen.app.copy_to_clipboard(text)
        else:
            self.say("This article has no link")

    def export(self) -> None:
        """Write the notes on this article."""
        from briefreader.workflows.export import export_notes  # noqa: PLC0415 - on first use

        reading = self.catch_up()
        if reading is None or not reading.annotations:
            self.say("No notes on this article yet: press + or - to tag a passage")
            return
        exported = export_notes(self._workspace, reading, self._workspace.settings.export_format)
        beside = " (your edited file is unchanged)" if exported.outcome == "beside" else ""
        self.say(f"{exported.outcome.capitalize()}: {exported.path}{beside}")

    def say(self, words: str) -> None:
        """Tell the reader what happened, until the next key."""
        self._said = words
        self.show_keys()

    def hush(self) -> None:
        """Stop saying what happened."""
        if self._said:
            self._said = ""
            self.show_keys()

    def show_position(self) -> None:
        """Say which list is shown, and where in it the cursor is."""
        feed, keys = self._screen.feed, self._workspace.settings.keys
        place = f"{feed.cursor + 1}/{len(feed)}" if len(feed) else ""
        place = f"{len(feed.selected):,} selected  {place}" if feed.selected else place
        is_wide = self._screen.app.size.width >= _FEWEST_CELLS_FOR_ALL_LISTS
        self._screen.title_bar.left = list_tabs(self.listing, len(feed), self._counts, keys, is_wide=is_wide)
        self._screen.title_bar.right = other_views(self._doubts, self._failing, place, keys)

    def show_keys(self) -> None:
        """Show the keys of this place, and what the active passage is."""
        bar = self._screen.key_bar
        place: HintedPlace = "visual" if self._screen.article.visual else self._screen.pane
        place = "story" if place == "feed" and self.storying.is_here else place
        bar.left = self._said or key_hints(place, self._workspace.settings.keys)
        active = self._screen.article.active
        bar.right = passage_line(self.reading, active) if self.reading and active else ""
