"""Articles about one event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefreader.model.article import ArticleRow
from briefreader.model.ids import ArticleId, ArticleKey, StoryId
from briefreader.store.store import Store
from briefreader.views.inbox import rows_in_order, shown_together


@dataclass(frozen=True, slots=True)
class Story:
    """Several articles about one event."""

    id: StoryId
    articles: tuple[ArticleRow, ...]
    """The newest first."""
    why: tuple[tuple[ArticleId, ArticleId, tuple[str, ...]], ...] = ()
    """The evidence for two of them, the older first; the reader's own joins have none."""


def stories(store: Store, first: date | None = None, last: date | None = None) -> list[Story]:
    """Return the stories, that with the newest article first; given days, those whose articles are all of these."""
    return [story_of(store, story) for story in store.stories.all(first, last)]


def story_of(store: Store, story: StoryId) -> Story:
    """Return a story with its articles."""
    rows = rows_in_order(store, store.stories.members(story))
    ids = {row.key: row.id for row in rows}
    edges = store.stories.edges_among([*ids])
    return Story(story, tuple(rows), tuple((ids[one], ids[other], why) for (one, other), why in edges.items()))


def story_with(store: Store, key: ArticleKey) -> Story | None:
    """Return the story that an article is in; None for one of its own."""
    story = store.stories.of(key)
    return story_of(store, story) if story else None


def standing_for(store: Store, keys: Sequence[int], today: date) -> list[ArticleKey]:
    """Return articles with what one row of their list would stand for, in the order of their keys.

    For a choice that names the number. No action widens what it is given with this unasked.
    """
    together = shown_together(store, keys, today).values()
    return sorted({*map(ArticleKey, keys), *(one for shown in together for one in shown.keys)})
