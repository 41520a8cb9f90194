"""Everything that the archive has on one name: articles, claims, figures through time, key terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median

from briefreader.analysis.across.parties import fold_party
from briefreader.analysis.names.gazetteer import names_of_entity
from briefreader.model.article import ArticleRow
from briefreader.model.crosscheck import Said
from briefreader.model.ids import ArticleKey
from briefreader.model.query import Either, Words
from briefreader.store.store import Store
from briefreader.views.crosscheck import MOST_ARTICLES, said_in
from briefreader.views.inbox import rows_in_order
from briefreader.views.reading import Reading, reading_of

_FARTHEST = 1.5
"""More than so many times the middle value, or less than it by as much, is far from the others."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that an article gives, on the day of the article."""

    said: Said
    value: float
    is_outlier: bool


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure through time: same metric, unit and period."""

    key: str
    figures: tuple[Figure, ...]
    """The oldest first."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A key term, as an article explains it."""

    term: str
    meaning: str
    article: ArticleRow


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What is known of a name."""

    name: str
    articles: tuple[ArticleRow, ...]
    """Those that name it, the newest first."""
    events: tuple[Said, ...]
    """What happened to it, the oldest first."""
    lines: tuple[FigureLine, ...]
    """Its figures, those given most often first."""


def entity_page(store: Store, name: str, today: date) -> EntityPage:
    """Return what the newest articles that name somebody or something say of it."""
    words = Either(tuple(map(Words, names_of_entity(name))))
    keys = store.search.keys(words, today, within=None)[:MOST_ARTICLES]
    said = [
        one
        for key in keys
        for one in said_in(reading_of(store, ArticleKey(key)))
        if fold_party(name) in one.statement.parties
    ]
    said.sort(key=lambda one: (one.day, one.article_id, one.span))
    events = tuple(one for one in said if not one.statement.is_counted)
    return EntityPage(name, tuple(rows_in_order(store, keys)), _once_each(events), tuple(_lines(said)))


def glossary(store: Store, today: date) -> list[Explained]:
    """Return the key terms that the newest articles explain, in the order of the alphabet, each explanation once."""
    keys = store.search.keys(Either((Words("key terms"), Words("glossary"))), today, within=None)[:MOST_ARTICLES]
    found = [one for key in keys for one in _terms(reading_of(store, ArticleKey(key)))]
    return sorted(found, key=lambda one: (one.term.casefold(), one.meaning))


def _terms(reading: Reading) -> Iterator[Explained]:
    return (Explained(term.term, term.meaning, reading.article) for term in reading.analysis.terms)


def _once_each(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """Return of each article the first that it says of a happening."""
    first: dict[tuple[str, str], Said] = {}
    for one in said:
        first.setdefault((one.article_id, one.statement.key), one)
    return tuple(first.values())


def _lines(said: list[Said]) -> Iterator[FigureLine]:
    """Yield the figures that more than one article gives."""
    by_key: dict[str, list[Said]] = {}
    for one in said:
        if one.statement.is_counted:
            by_key.setdefault(one.statement.key, []).append(one)
    for key in sorted(by_key, key=lambda key: (-len(by_key[key]), key)):
        usual = median(map(_value, by_key[key]))
        figures = tuple(Figure(one, _value(one), _is_far(_value(one), usual)) for one in by_key[key])
        if len({one.said.article_id for one in figures}) > 1:
            yield FigureLine(key, figures)


def _value(said: Said) -> float:
    ends = [end for end in (said.statement.low, said.statement.high) if end is not None]
    return sum(ends) / len(ends)


def _is_far(value: float, usual: float) -> bool:
    low, high = sorted((abs(value), abs(usual)))
    return high > _FARTHEST * low
