"""Find articles by query."""

from array import array
from collections.abc import Sequence
from datetime import date

from briefreader.model.article import ListName
from briefreader.model.errors import QueryError
from briefreader.model.ids import ArticleKey
from briefreader.model.query import (
    Both,
    Either,
    FieldTest,
    Order,
    Query,
    QueryProblem,
    Snippet,
    Without,
    Words,
    words_in,
)
from briefreader.model.query_syntax import parse_query
from briefreader.store.store import Store
from briefreader.views.matches import snippet_of


def understood(text: str, today: date) -> Query | QueryProblem:
    """Return what a text asks for; an entity is looked for by all the names that the gazetteer knows it by."""
    parsed = parse_query(text, today)
    return parsed if isinstance(parsed, QueryProblem) else _with_all_names(parsed)


def asked(text: str, today: date) -> Query:
    """Return what a whole text asks for.

    Raises:
        QueryError: it cannot be understood.

    """
    query = understood(text, today)
    if isinstance(query, QueryProblem):
        raise QueryError(text, query.at, query.message)
    return query


def matching_keys(
    store: Store, query: Query, today: date, *, within: ListName | None = None, order: Order = "newest"
) -> "array[int]":
    """Return the keys of the articles that a query asks for, in one list or anywhere but in the trash.

    By relevance: as texts fit the words looked for; those found otherwise, or alike, newest first.
    """
    if order == "score":
        from briefreader.views.scoring import by_score  # noqa: PLC0415 - it brings the gazetteer

        return array("q", by_score(store, store.search.keys(query, today, within=within), today))
    if order != "relevance":
        return store.search.keys(query, today, within=within, order=order)
    newest = store.search.keys(query, today, within=within)
    ranks = store.search.ranked(words_in(query))
    return array("q", sorted(newest, key=lambda key: ranks.get(ArticleKey(key), 0.0)))


def snippets(store: Store, query: Query, keys: Sequence[int]) -> dict[ArticleKey, Snippet]:
    """Return the words round the matches in each text, where most of them are; else those in the reader's notes."""
    words = words_in(query)
    if not words:
        return {}
    texts = {key: snippet_of(marked) for key, marked in store.search.marked_texts(keys, words).items()}
    rest = [key for key in keys if key not in texts]
    noted = {
        key: snippet_of(marked, place)
        for key, notes in store.search.marked_notes(rest, words).items()
        for place, marked in reversed(notes.items())
    }
    return texts | noted


def _with_all_names(query: Query) -> Query:
    match query:
        case Both(parts):
            return Both(tuple(map(_with_all_names, parts)))
        case Either(parts):
            return Either(tuple(map(_with_all_names, parts)))
        case Without(part):
            return Without(_with_all_names(part))
        case FieldTest("entity", str(name)):
            from briefreader.analysis.names.gazetteer import names_of_entity  # noqa: PLC0415 - only for this field

            return Either(tuple(map(Words, names_of_entity(name))))
        case _:
            return query
