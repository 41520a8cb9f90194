"""What the reader works on, without a screen: what is listed, what is open, and where an undo leads back to."""

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.model.annotation import Annotation
from briefreader.model.article import LISTS, ArticleRow, ListName
from briefreader.model.ids import ArticleId, ArticleKey, ThesisId
from briefreader.model.journal import Undone
from briefreader.model.query import Order
from briefreader.ui.reading.listing import Listing, ListPosition, Location, list_of
from briefreader.views.doubts import doubt_count
from briefreader.views.inbox import keys_of, list_counts, store_version
from briefreader.views.log import last_batch
from briefreader.views.reading import Reading, reading_of
from briefreader.views.theses import theses
from briefreader.workflows.triage import keep_progress
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.views.stories import Story


class Session:
    """Holds the list and the article that the reader works on; shows nothing."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.listing = Listing()
        self.reading: Reading | None = None
        """The article that is open; None for none."""
        self.counts: dict[ListName, int] = dict.fromkeys(LISTS, 0)
        """How many articles each list holds."""
        self.doubts = 0
        """How many notes wait for review."""
        self.failing = 0
        """How many feeds fail."""
        self.placing: Annotation | None = None
        """The note to review whose new position is to be chosen."""
        self._begun: ArticleId | None = None
        self._whole = Location(self.listing, ListPosition())
        self._orders: dict[ListName, Order] = {}
        self._undo_locations: dict[int, Location] = {}
        self._version = 0
        self._counts_stand = False

    @property
    def article_id(self) -> ArticleId | None:
        """The id of the article that is open; None for none."""
        return self.reading.article.id if self.reading else None

    def thesis_title(self, thesis_id: ThesisId | None) -> str:
        """Return a thesis' title; for None, how no thesis is called."""
        return next((one.title for one in theses(self.workspace.store) if one.id == thesis_id), "none")

    # What is listed

    def keys(self, most: int | None = None) -> "array[int]":
        """Return the keys of what is listed, or only the first ``most``."""
        return self.listing.keys(self.workspace, most)

    def change_listing(self, listing: Listing, left: ListPosition) -> None:
        """List something else; ``left`` is where the reader is now."""
        if self.listing.is_whole and not listing.is_whole:
            self._whole = Location(self.listing, left)
        self.listing = listing

    def whole_list(self, name: ListName) -> Listing:
        """Return a whole list in the order that it had last."""
        return Listing(name, order=self._orders.get(name, "newest"))

    def sorted_by(self, order: Order) -> Listing:
        """Return what is listed in another order, which a whole list keeps as long as the app runs."""
        if self.listing.name and self.listing.is_whole:
            self._orders[self.listing.name] = order
        return replace(self.listing, order=order)

    def without_query(self, here: ListPosition) -> Location:
        """Return the whole list that was listed last, and where the reader was in it; of such, the newest first."""
        return Location(self.sorted_by("newest"), here) if self.listing.is_whole else self._whole

    def row_of(self, article_id: ArticleId) -> tuple[ArticleKey, int | None]:
        """Return an article's key and its row in what is listed; None when it is not listed."""
        return self.listing.row_of(self.workspace, article_id)

    def list_holding(self, article: ArticleRow) -> ListName:
        """Return the list that an article is on."""
        return list_of(article, self.workspace.today())

    def story_with(self, key: ArticleKey) -> "Story | None":
        """Return the story of an article; None when it is alone."""
        from briefreader.views.stories import story_with  # noqa: PLC0415 - on first use

        return story_with(self.workspace.store, key)

    def next_of_story(self, key: ArticleKey) -> tuple[ArticleKey, int] | None:
        """Return what stands for a story when the article ``key`` has left that stood for it, and its row."""
        story = self.story_with(key) if self.listing.is_whole else None
        for article in story.articles if story else ():
            if self.list_holding(article) == self.listing.name:
                _, row = self.row_of(article.id)
                return None if row is None else (article.key, row)
        return None

    # What is open

    def open(self, key: ArticleKey) -> Reading:
        """Open an article."""
        self.reading = reading_of(self.workspace.store, key)
        return self.reading

    def is_open(self, key: ArticleKey | None) -> bool:
        """Whether this article is open."""
        return self.reading is not None and self.reading.article.key == key

    def begin_reading(self) -> None:
        """Note how far the open article is read, once it is left."""
        self._begun = self.article_id

    def save_progress(self, share: float) -> ArticleKey | None:
        """Save how far the article was read that was begun; return its key when that was further than before."""
        reading, begun, self._begun = self.reading, self._begun, None
        if reading is None or begun is None or reading.article.id != begun:
            return None
        progress = round(share, 2)
        if progress <= reading.article.progress:
            return None
        keep_progress(self.workspace, begun, progress)
        return reading.article.key

    # What changes

    @property
    def is_changed_elsewhere(self) -> bool:
        """Whether another program has written to the store since :meth:`note_version`."""
        return store_version(self.workspace.store) != self._version

    def note_version(self) -> None:
        """Note that what is shown is what the store holds now."""
        self._version = store_version(self.workspace.store)

    def forget_counts(self) -> None:
        """Count again when the counts are needed next."""
        self._counts_stand = False

    def count(self) -> None:
        """Count what each list holds, what is to review and what fails, unless the counts are right still."""
        if self._counts_stand:  # 8 ms for 100,000 articles: not while a key is being answered
            return
        from briefreader.views.feeds import failing  # noqa: PLC0415 - not for the first frame

        self.counts = dict(list_counts(self.workspace.store, self.workspace.today()))
        self.doubts = doubt_count(self.workspace.store)
        self.failing = failing(self.workspace.store)
        self._counts_stand = True

    def moved(self, to: ListName) -> None:
        """Close the open article, which has gone to another list, and count it there."""
        if self.reading:
            self.counts[self.list_holding(self.reading.article)] -= 1
            self.counts[to] += 1
        self.reading = None

    # Where an undo leads back to

    @contextmanager
    def remembering(self, location: Location) -> Iterator[None]:
        """Remember where the reader is for the undo of what is done inside, if anything is."""
        before = last_batch(self.workspace.store)
        yield
        if (batch := last_batch(self.workspace.store)) > before:
            self._undo_locations[batch] = location

    def location_before(self, undone: Undone) -> Location | None:
        """Return where the reader was when it was done; None where that was in an earlier session."""
        return self._undo_locations.get(undone.batch)

    def remember_undone(self, undone: Undone, location: Location) -> None:
        """Remember where the reader is now for the redo, unless it is known where it was done."""
        self._undo_locations.setdefault(undone.batch, location)

    def is_reached_by(self, article_id: ArticleId, location: Location | None) -> bool:
        """Whether listing one article again is all that it takes to be back at a location."""
        if location is None:
            return True
        is_listed = location.listing == self.listing and not location.position.selected
        return is_listed and location.position.key in keys_of(self.workspace.store, [article_id])
