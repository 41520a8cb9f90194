"""What to read first, and why: points for what the reader weighs and watches, for origins unread and for what is new.

The same store on the same day gives the same points; nothing is learnt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefreader.analysis.names.entities import find_entities
from briefreader.analysis.names.gazetteer import names_of_entity
from briefreader.model.document import Document
from briefreader.model.ids import ArticleKey
from briefreader.model.query import Either, Words
from briefreader.store.articles import Provenance
from briefreader.store.store import Store

THESIS, WATCHED, UNREAD_ORIGIN, FRESH = 3.0, 2.0, 1.0, 3.0
_MOST_OF_A_KIND = 2
"""So many theses and so many watch items count, so that an article on everything does not win."""
_HALVED_EACH_DAYS = 3.0


@dataclass(frozen=True, slots=True)
class Points:
    """Some points, and what they are for, in words."""

    points: float
    reason: str


@dataclass(frozen=True, slots=True)
class Scoring:
    """What articles get points for, as of a day."""

    today: date
    theses: Mapping[str, frozenset[int]]
    """From a thesis to the articles that name its subject."""
    watched: Mapping[str, frozenset[int]]
    """From an open watch item's question to the articles that name what it names."""
    read_origins: frozenset[str]

    def of(self, key: ArticleKey, provenance: Provenance) -> tuple[Points, ...]:
        """Return the points of an article, in the order of their kinds."""
        return (
            *_some(THESIS, "mentions your thesis: {}", self.theses, key),
            *_some(WATCHED, "mentions your watch item: {}", self.watched, key),
            *self._unread_origin(provenance),
            *self._fresh(provenance),
        )

    def _unread_origin(self, provenance: Provenance) -> tuple[Points, ...]:
        origin = provenance.origin
        if origin is None or origin in self.read_origins:
            return ()
        return (Points(UNREAD_ORIGIN, f"new source: {origin}"),)

    def _fresh(self, provenance: Provenance) -> tuple[Points, ...]:
        days = max(0, (self.today - provenance.day).days)
        points = round(FRESH * 0.5 ** (days / _HALVED_EACH_DAYS), 1)
        age = f"{days} day{'' if days == 1 else 's'}"
        return (Points(points, f"{age} old" if provenance.is_dated else f"added {age} ago, no date"),) if points else ()


def scoring(store: Store, today: date) -> Scoring:
    """Return what gets points today."""
    subjects = {thesis.title: thesis.subject for thesis in store.theses.all() if thesis.subject}
    questions = [item.question for item in store.watch_items.all() if item.resolution is None]
    named = {question: _names_in(question) for question in questions}
    return Scoring(
        today,
        {title: _naming(store, [subject], today) for title, subject in subjects.items()},
        {question: _naming(store, names, today) for question, names in named.items() if names},
        store.articles.read_origins(),
    )


def by_score(store: Store, keys: Sequence[int], today: date) -> list[int]:
    """Return keys in the order of their articles' scores, the highest first; equal ones stay as they are."""
    totals = scores(store, keys, today)
    return sorted(keys, key=lambda key: -totals.get(ArticleKey(key), 0.0))


def scores(store: Store, keys: Sequence[int], today: date) -> dict[ArticleKey, float]:
    """Return the score of each article."""
    counted = scoring(store, today)
    provenances = store.articles.provenances(keys)
    return {key: total(counted.of(key, provenance)) for key, provenance in provenances.items()}


def explained(store: Store, key: ArticleKey, today: date) -> tuple[Points, ...]:
    """Return the points of one article."""
    return scoring(store, today).of(key, store.articles.provenances([key])[key])


def total(points: Sequence[Points]) -> float:
    """Return the score."""
    return round(sum(one.points for one in points), 1)


def _names_in(question: str) -> list[str]:
    """Return what a question names; the capital of its first word says nothing."""
    words = question[:1].lower() + question[1:]
    return [entity.name for entity in find_entities(Document(words, ()))]


def _naming(store: Store, names: Sequence[str], today: date) -> frozenset[int]:
    known = tuple(Words(known) for name in names for known in names_of_entity(name))
    return frozenset(store.search.keys(Either(known), today, within=None))


def _some(points: float, words: str, kinds: Mapping[str, frozenset[int]], key: ArticleKey) -> tuple[Points, ...]:
    named = [name for name, keys in kinds.items() if key in keys]
    return tuple(Points(points, words.format(name)) for name in named[:_MOST_OF_A_KIND])
