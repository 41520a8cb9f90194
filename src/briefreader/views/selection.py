"""What of the store goes out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from briefreader.model.feed import Feed
from briefreader.model.ids import ArticleKey, RevisionId, ThesisId
from briefreader.model.store_row import StoreRow
from briefreader.model.watch import WatchItem
from briefreader.store.store import Store
from briefreader.views.annotated import Annotated, annotated_in
from briefreader.views.reading import Reading, annotated_readings, reading_of


class Selection:
    """What a query has chosen, or everything; each part is read when it is asked for."""

    def __init__(self, store: Store, keys: Sequence[int] | None = None, *, with_text: bool = False) -> None:
        self._store = store
        self._keys = keys
        self.with_text = with_text
        """Whether the whole texts go out, and not only what is quoted."""

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The articles that have notes, or with their texts all that are chosen; in the order of the choice."""
        if self._keys is None:
            return tuple(annotated_readings(self._store))
        noted = set(self._store.articles.keys_of(sorted({one.article_id for one in self._store.annotations.all()})))
        return tuple(reading_of(self._store, ArticleKey(key)) for key in self._keys if self.with_text or key in noted)

    @cached_property
    def annotated(self) -> tuple[Annotated, ...]:
        """The annotations of the articles chosen."""
        return tuple(annotated_in(self._store, self.readings))

    def text_of(self, revision_id: RevisionId) -> str:
        """Return a text that an article has, or had."""
        return self._store.revisions.text_of(revision_id)

    @cached_property
    def thesis_titles(self) -> Mapping[ThesisId, str]:
        """The titles of the theses."""
        return {thesis.id: thesis.title for thesis in self._store.theses.all()}

    @cached_property
    def watch_items(self) -> tuple[WatchItem, ...]:
        """What is watched for: in the articles chosen, or all."""
        items = self._store.watch_items.all()
        if self._keys is None:
            return tuple(items)
        chosen = {row.id for row in self._store.articles.rows(self._keys).values()}
        return tuple(item for item in items if item.passage and item.passage.article_id in chosen)

    def rows(self) -> Iterator[StoreRow]:
        """Yield all that the store holds, or what goes with the articles chosen."""
        if self._keys is None:
            return self._store.lines.rows()
        return self._store.lines.rows({row.id for row in self._store.articles.rows(self._keys).values()})

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """All feeds: no query is about them."""
        return tuple(feed for feed, _ in self._store.feeds.all())
