"""What is in each list of articles."""

from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from briefreader.model.article import LISTS, ArticleRow, ListName
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.store.store import Store

if TYPE_CHECKING:
    from briefreader.store.stories import Shown


def list_keys(
    store: Store, name: ListName, today: date, most: int | None = None, *, by_story: bool = False
) -> "array[int]":
    """Return the keys of a list's articles, newest first; only the first ``most`` when given.

    ``by_story``: only the newest article of each story, which stands for the others in the list. What is snoozed until
    after ``today`` is in a list of its own, by the day on which it comes back.
    """
    return store.articles.keys_in(name, today, most, by_story=by_story)


def list_rows(store: Store, keys: Sequence[int]) -> Mapping[ArticleKey, ArticleRow]:
    """Return the articles under these keys; one that is gone is left out."""
    return store.articles.rows(keys)


def whole_list(store: Store, name: ListName, today: date) -> list[ArticleRow]:
    """Return all articles of a list, in its order."""
    return rows_in_order(store, list_keys(store, name, today))


def rows_in_order(store: Store, keys: Sequence[int]) -> list[ArticleRow]:
    """Return the articles under these keys, in their order."""
    rows = store.articles.rows(keys)
    return [rows[ArticleKey(key)] for key in keys if key in rows]


def shown_together(store: Store, keys: Sequence[int], today: date) -> dict[ArticleKey, "Shown"]:
    """Return for each of the articles what is on its list of its story, which one row of a whole list stands for.

    An article that is alone there, or snoozed, is left out.
    """
    return store.stories.shown_together(keys, today)


def list_counts(store: Store, today: date) -> Mapping[ListName, int]:
    """Return how many articles each list holds, every list named."""
    counts = store.articles.counts(today)
    return {name: counts.get(name, 0) for name in LISTS}


def place_in_list(
    store: Store, article_id: ArticleId, name: ListName, today: date, *, by_story: bool = False
) -> tuple[ArticleKey, int | None]:
    """Return an article's key, and its row in a list; None when it has none there.

    Raises:
        NotFoundError: there is no such article.

    """
    return store.articles.place(article_id, name, today, by_story=by_story)


def keys_of(store: Store, ids: Sequence[ArticleId]) -> "array[int]":
    """Return the keys of articles, in no order; an id without one is left out."""
    return store.articles.keys_of(ids)


def store_version(store: Store) -> int:
    """Return a number that changes when another program writes to the store."""
    return store.version()
