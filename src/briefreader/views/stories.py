"""Articles about one event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefreader.analysis.relatedness import COUNTED_TO, closeness, count_words, profile_of
from briefreader.model.article import ArticleRow
from briefreader.model.ids import ArticleKey, StoryId
from briefreader.store.store import Store
from briefreader.store.stories import Neighbour
from briefreader.views.inbox import rows_in_order, shown_together

DAYS = 3
_RARE = 12
_RARE_SHARE = 0.05
_FEWEST_NAMES, _LEAST_CLOSE = 2, 0.12
_MOST_LOOKED_AT = 12
_LONGEST_LOOK = 12_000


@dataclass(frozen=True, slots=True)
class Story:
    """Several articles about one event."""

    id: StoryId
    articles: tuple[ArticleRow, ...]
    """The newest first."""


def stories(store: Store) -> list[Story]:
    """Return the stories, that with the newest article first."""
    return [story_of(store, story) for story in store.stories.all()]


def story_of(store: Store, story: StoryId) -> Story:
    """Return a story with its articles."""
    return Story(story, tuple(rows_in_order(store, store.stories.members(story))))


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


def same_event(store: Store, key: ArticleKey) -> Neighbour | None:
    """Return the article that is most surely about the same event; None when none is.

    It came within three days, and states the same, or shares two names that few articles have and words that few have.
    """
    rare = max(_RARE, int(_RARE_SHARE * store.search.total()))
    near = store.stories.neighbours(key, DAYS, rare)
    stating = [one for one in near if one.statements]
    if stating:
        return stating[0]
    naming = [one for one in near if one.names >= _FEWEST_NAMES][:_MOST_LOOKED_AT]
    return next((one for one in naming if _close(store, key, [one.key])), None)


def _close(store: Store, key: ArticleKey, others: Sequence[ArticleKey]) -> bool:
    texts = store.search.texts([key, *others], _LONGEST_LOOK)
    mine = count_words(texts[key])
    profile = profile_of(mine, store.search.texts_with(mine, COUNTED_TO), store.search.total())
    return any(closeness(profile, mine, count_words(texts[other])) >= _LEAST_CLOSE for other in others)
