"""Which articles tell of the same event as a new one, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from briefreader.analysis.across.relatedness import COUNTED_TO, count_words
from briefreader.analysis.across.same_story import (
    DAYS,
    DAYS_OF_MATTER,
    LONGEST_COPY,
    Kinship,
    Telling,
    copied,
    kinship,
    marks_of,
    runs_of,
    sketch_of,
    weigh,
)
from briefreader.model.addresses import hostname_of
from briefreader.model.ids import ArticleKey
from briefreader.store.store import Store
from briefreader.store.stories import Told

_RARE, _RARE_SHARE = 12, 0.05
_FEWEST_WORDS, _FEWEST_RUNS, _FEWEST_STATED = 2, 2, 2
_MOST_LOOKED_AT = 12
_MOST_WITH_WORD, _LAST_DAY = 200, "9999"
"""A word that more articles have does not find what has no day."""
FEWEST_COUNTED = 120
"""Words are weighed as if there were as many articles at least: of two articles each shared word would be common."""
_BOILERPLATE = 6
"""A run of words that more articles have is a template's."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a new article tells, with what it is found by and the articles that tell the same."""

    words: tuple[str, ...]
    """The marks of its day, or of no day."""
    runs: tuple[str, ...]
    """The marks of whatever day."""
    day: str | None
    norm: float
    edges: Mapping[ArticleKey, tuple[str, ...]]
    """The articles about the same event, with why."""
    related: Mapping[ArticleKey, tuple[str, ...]]
    """The articles on the same matter and of another event, with why."""


class WordCounts:
    """How many texts have each word, asked once for as long as no text is added."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._texts_with: dict[str, int] = {}
        self.total = store.search.total()

    def rarity_in(self, lead: str) -> dict[str, float]:
        """Return the idf of each word in a lead."""
        words, total = count_words(lead), max(self.total, FEWEST_COUNTED)
        unknown = [word for word in words if word not in self._texts_with]
        self._texts_with.update(self._store.search.texts_with(unknown, COUNTED_TO))
        counts = {word: self._texts_with[word] for word in words}
        return {
            word: log((total + 1) / max(1, count if count < COUNTED_TO else max(count, total // 2)))
            for word, count in counts.items()
        }


def event_of(store: Store, key: ArticleKey, counts: WordCounts) -> Event:
    """Return what an article tells, held against those that were kept before."""
    told = store.stories.told([key], LONGEST_COPY)[key]
    rare = max(_RARE, int(_RARE_SHARE * counts.total))
    names, stated = store.stories.rare_names(told.names, rare), store.stories.rarely_stated(told.stated, rare)
    mine = _telling(told, names, stated)
    weighed = weigh(mine, counts.rarity_in(mine.lead))
    runs = runs_of(told.text)
    words = tuple(f"w:{word}" for word in marks_of(mine, weighed.weights))
    event = Event(words, tuple(f"r:{run:08x}" for run in sketch_of(runs)), told.published_on, weighed.norm, {}, {})
    linked = store.stories.linked(key)
    copies = set(_sharing_runs(store, event))
    stating = store.stories.stating(stated, _FEWEST_STATED, _MOST_LOOKED_AT)
    near = dict.fromkeys([*_of_its_days(store, event), *copies, *linked, *stating])
    others = store.stories.told([*near], LONGEST_COPY)
    found: dict[Kinship, dict[ArticleKey, tuple[str, ...]]] = {"same": {}, "related": {}}
    for other, theirs in others.items():
        copy = copied(runs, runs_of(theirs.text)) if other in copies else 0.0
        told_by = _telling(theirs, theirs.names, theirs.stated)
        kin = kinship(mine, weighed, told_by, theirs.norm, copy, is_linked=other in linked)
        if kin and other != key:
            found[kin[0]][other] = kin[1]
    return Event(event.words, event.runs, event.day, event.norm, found["same"], found["related"])


def telling_of(store: Store, key: ArticleKey) -> Telling:
    """Return what of an article tells which event it is about, its names and statements left out."""
    return _telling(store.stories.told([key], 1)[key], frozenset(), frozenset())


def _telling(told: Told, names: frozenset[str], stated: frozenset[str]) -> Telling:
    host = hostname_of(told.url) if told.url else None
    day = date.fromisoformat(told.published_on) if told.published_on else None
    return Telling(told.title, told.text, told.publisher or host, day, names, stated, told.url)


def _of_its_days(store: Store, event: Event) -> list[ArticleKey]:
    """Return what shares rare words and is of about the same days, or may be: one of the two has no day."""
    held = store.stories.holding(event.words, _MOST_WITH_WORD + 1)
    rare = [word for word in event.words if held[word] <= _MOST_WITH_WORD]
    if not event.day:
        return store.stories.sharing(rare, "", _LAST_DAY, _FEWEST_WORDS, _MOST_LOOKED_AT)
    day = date.fromisoformat(event.day)
    near = [(str(day - some), str(day + some)) for some in (timedelta(days=DAYS), timedelta(days=DAYS_OF_MATTER))]
    found = [
        *(store.stories.sharing(event.words, *days, _FEWEST_WORDS, _MOST_LOOKED_AT) for days in near),
        store.stories.sharing(rare, "", "", _FEWEST_WORDS, _MOST_LOOKED_AT),
    ]
    return [key for keys in found for key in keys]


def _sharing_runs(store: Store, event: Event) -> list[ArticleKey]:
    """Return what shares runs of words that are no template's, of whatever day."""
    held = store.stories.holding(event.runs, _BOILERPLATE + 1)
    own = [run for run in event.runs if held[run] <= _BOILERPLATE]
    return store.stories.sharing(own, "", "", _FEWEST_RUNS, _MOST_LOOKED_AT)
