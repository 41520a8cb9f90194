"""How sources have done: by the reader's verdicts and by what watch items came to."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Literal

from briefreader.analysis.text.proportions import wilson
from briefreader.model.crosscheck import ClaimRow, Said
from briefreader.store.store import Store
from briefreader.views.crosscheck import crosscheck, with_judged

FEWEST = 5
"""Fewer cases than this tell nothing of a source."""

Outcome = Literal["right", "wrong", "ambiguous"]
_OF_WATCH: Mapping[str, Outcome] = {"happened": "right", "did not": "wrong", "void": "ambiguous"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """What is known of one publisher."""

    source: str
    right: int
    wrong: int
    ambiguous: int
    corrections: int
    """How often a text of theirs was changed after it was taken in."""
    lead_days: float | None
    """By how many days they are usually ahead of the second voice, where they are first; None where they never were."""
    bull: int
    bear: int
    """Pieces of the reader's evidence that are theirs."""

    @property
    def is_too_few(self) -> bool:
        """Whether too few cases are settled to say how often they are right."""
        return self.right + self.wrong < FEWEST

    @property
    def interval(self) -> tuple[float, float]:
        """Within which the share of what they get right lies, in 95 of 100 cases."""
        return wilson(self.right, self.right + self.wrong)


def scorecards(store: Store) -> list[Scorecard]:
    """Return a card for each publisher of whom anything is known, those with most settled cases first."""
    rows = with_judged(store, crosscheck(store))
    settled: dict[str, Counter[Outcome]] = defaultdict(Counter)
    for source, outcome in (*_by_verdicts(rows), *_by_watch_items(store)):
        settled[source][outcome] += 1
    leads: dict[str, list[int]] = defaultdict(list)
    for source, days in _leads(rows):
        leads[source].append(days)
    corrections, stances = store.statistics.corrections(), store.statistics.stances_by_publisher()
    cards = [
        Scorecard(
            source=source,
            right=settled[source]["right"],
            wrong=settled[source]["wrong"],
            ambiguous=settled[source]["ambiguous"],
            corrections=corrections.get(source, 0),
            lead_days=median(leads[source]) if leads[source] else None,
            bull=stances.get((source, "bull"), 0),
            bear=stances.get((source, "bear"), 0),
        )
        for source in {*settled, *leads, *corrections, *(source for source, _ in stances)}
    ]
    return sorted(cards, key=lambda card: (-card.right - card.wrong, card.source))


def _by_verdicts(rows: list[ClaimRow]) -> Iterator[tuple[str, Outcome]]:
    """Yield who was right by the reader's verdicts; who says the same as the right one was right as well."""
    for row in rows:
        if row.verdict is None:
            continue
        right = next((one for one in row.said if one.article_id == row.verdict.article_id), None)
        for one in row.said:
            if one.publisher:
                yield one.publisher, "right" if right and _says_as(one, right) else "wrong"


def _says_as(one: Said, other: Said) -> bool:
    mine, theirs = one.statement, other.statement
    return (mine.low, mine.high, mine.modality) == (theirs.low, theirs.high, theirs.modality)


def _by_watch_items(store: Store) -> Iterator[tuple[str, Outcome]]:
    items = [(item, item.resolution) for item in store.watch_items.all() if item.passage]
    publishers = store.articles.by_id({item.passage.article_id for item, _ in items if item.passage})
    for item, resolution in items:
        article = publishers.get(item.passage.article_id) if item.passage else None
        if resolution and article and article.publisher:
            yield article.publisher, _OF_WATCH[resolution.outcome]


def _leads(rows: list[ClaimRow]) -> Iterator[tuple[str, int]]:
    """Yield who said something first, and how many days before the next voice did."""
    for row in rows:
        voices = _voices(row)
        if len(voices) > 1 and voices[0].publisher:
            yield voices[0].publisher, (voices[1].day - voices[0].day).days


def _voices(row: ClaimRow) -> list[Said]:
    """Return the first article of each voice that says when it is from, the earliest first."""
    dated = [one for one in row.said if one.is_dated]
    firsts = [
        min(said, key=lambda one: (one.day, one.outlet))
        for group in row.groups
        if (said := [one for one in dated if one.article_id in group.articles])
    ]
    return sorted(firsts, key=lambda one: (one.day, one.outlet))
