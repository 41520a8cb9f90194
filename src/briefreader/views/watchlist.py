"""What to come back to, and how well the reader foresaw what has come true."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import fsum

from briefreader.model.article import ArticleRow
from briefreader.model.ids import ArticleId, ThesisId
from briefreader.model.span import Span
from briefreader.model.watch import Passage, WatchItem
from briefreader.store.store import Store
from briefreader.views.correcting import words_now
from briefreader.views.reading import Reading

_BINS = ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.0))


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """What came of the items that were given about the same probability."""

    low: float
    high: float
    items: int
    said: float
    """The mean probability."""
    happened: float
    """The share that did happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foresight:
    """How the reader's probabilities compare with what happened."""

    items: int
    """Resolved, not void, and given a probability."""
    brier: float | None
    """Mean squared error, 0 is perfect and 0.25 a coin (Brier, 1950); None before anything is scored."""
    bins: tuple[CalibrationBin, ...]
    """Only those with items."""
    bias: float | None
    """By how much the reader expects the bull's side too often, -1 to 1; None without an item that has a side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchlist:
    """All watch items, by when they are due."""

    overdue: tuple[WatchItem, ...]
    """The longest overdue first."""
    this_month: tuple[WatchItem, ...]
    later: tuple[WatchItem, ...]
    resolved: tuple[WatchItem, ...]
    """The last resolved first."""
    thesis_titles: Mapping[ThesisId, str]
    articles: Mapping[ArticleId, ArticleRow]
    foresight: Foresight


def watchlist(store: Store, today: date) -> Watchlist:
    """Return what there is to come back to."""
    items = store.watch_items.all()
    open_ = [item for item in items if item.resolution is None]
    resolved = [(item.resolution.at, item.id, item) for item in items if item.resolution]
    month = (today.year, today.month)
    return Watchlist(
        overdue=tuple(item for item in open_ if item.due.last < today),
        this_month=tuple(i for i in open_ if i.due.last >= today and (i.due.last.year, i.due.last.month) == month),
        later=tuple(i for i in open_ if i.due.last >= today and (i.due.last.year, i.due.last.month) != month),
        resolved=tuple(item for _, _, item in sorted(resolved, key=lambda one: one[:2], reverse=True)),
        thesis_titles={thesis.id: thesis.title for thesis in store.theses.all()},
        articles=store.articles.by_id({item.passage.article_id for item in items if item.passage}),
        foresight=foresight_of(items),
    )


def days_ahead(reading: Reading, today: date) -> list[tuple[date, str]]:
    """Return the days to come on which an article says that something can be known, with its words, in its order."""
    lines = [(line.due.first, line.span.of(reading.document.text)) for line in reading.analysis.watch_lines if line.due]
    return [(day, " ".join(words.split())) for day, words in lines if day and day > today]


def passage_now(reading: Reading, passage: Passage) -> Span | None:
    """Return where the words that a watch item comes from stand in the text that their article has now."""
    if reading.revision_id == passage.revision_id:
        return passage.span
    return words_now(reading.document.text, passage.span, passage.quote)


def foresight_of(items: Iterable[WatchItem]) -> Foresight:
    """Return how well the resolved items among these were foreseen."""
    scored = [
        (item, item.probability, float(item.resolution.outcome == "happened"))
        for item in items
        if item.resolution and item.resolution.outcome != "void" and item.probability is not None
    ]
    errors = [(probability - happened) ** 2 for _, probability, happened in scored]
    leans = [
        probability - happened if item.side in ("bull if it happens", "bear if it misses") else happened - probability
        for item, probability, happened in scored
        if item.side != "either"
    ]
    return Foresight(
        items=len(scored),
        brier=fsum(errors) / len(errors) if errors else None,
        bins=tuple(_bins([(probability, happened) for _, probability, happened in scored])),
        bias=fsum(leans) / len(leans) if leans else None,
    )


def _bins(pairs: list[tuple[float, float]]) -> Iterable[CalibrationBin]:
    for low, high in _BINS:
        inside = [pair for pair in pairs if low <= pair[0] < high or pair[0] == high == 1]
        if inside:
            said, happened = (fsum(pair[side] for pair in inside) / len(inside) for side in (0, 1))
            yield CalibrationBin(low, high, len(inside), said, happened)
