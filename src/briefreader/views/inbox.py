"""What is in each list of articles."""

from array import array
from collections.abc import Mapping, Sequence

from briefreader.model.article import STATES, ArticleRow, State
from briefreader.model.ids import ArticleId, ArticleKey
from briefreader.store.store import Store


def list_keys(store: Store, state: State, most: int | None = None) -> "array[int]":
    """Return the keys of a list's articles, newest first; only the first ``most`` when given."""
    return store.articles.keys_in(state, most)


def list_rows(store: Store, keys: Sequence[int]) -> Mapping[ArticleKey, ArticleRow]:
    """Return the articles under these keys; one that is gone is left out."""
    return store.articles.rows(keys)


def whole_list(store: Store, state: State) -> list[ArticleRow]:
    """Return all articles of a list, newest first."""
    return store.articles.listed(state)


def list_counts(store: Store) -> Mapping[State, int]:
    """Return how many articles each list holds, every list named."""
    counts = store.articles.counts()
    return {state: counts.get(state, 0) for state in STATES}


def place_in_list(store: Store, article_id: ArticleId, state: State) -> tuple[ArticleKey, int | None]:
    """Return an article's key, and its row in a list; None when it is not in it.

    Raises:
        NotFoundError: there is no such article.

    """
    return store.articles.place(article_id, state)


def store_version(store: Store) -> int:
    """Return a number that changes when another program writes to the store."""
    return store.version()
