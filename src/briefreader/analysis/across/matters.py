"""Hold the figures of articles on one matter against one another.

Two articles are compared where they tell of one event or of one matter. Equal figures agree; other figures contradict
one another only where each article gives one value alone, so that a table is never read as a contradiction.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from briefreader.analysis.across.voices import Pairs, origin_groups
from briefreader.analysis.amounts.binding_words import CHANGING, ON_DAY, SAME_WORDS, SCORE_OF, STOPS
from briefreader.analysis.amounts.figure_values import (
    are_equal,
    differ,
    is_name,
    is_opposed,
    is_single,
    middle,
    opposed_in,
    overtaken_in,
    overtakes,
    tells,
)
from briefreader.model.crosscheck import ClaimRow, Disagreement, Kind, Said
from briefreader.model.ids import ArticleId
from briefreader.model.span import Span
from briefreader.model.statement import OF_MATTER

_OPENING = f"{OF_MATTER}{SAME_WORDS}"
_DAY = f"{OF_MATTER}{ON_DAY}"
_SCORES = f"{OF_MATTER}{SCORE_OF}"
_AT = " @"
"""Stands between what a figure is of and the matter that it is of."""
_MATTER = re.compile(rf"{_AT}(?P<article>[0-9a-f]{{1,8}})(?: = \S+)?$")
"""At the end alone: the words of an article, which a key may quote, can have the same sign."""


@dataclass(frozen=True, slots=True)
class Kin:
    """Why two articles can be compared."""

    is_one_event: bool
    is_copy: bool
    """Whether one has the text of the other, so that nothing in it is said twice."""
    why: str
    retold: str | None = None
    """Why one has it from the other, or both from one origin, in words; None where nothing shows it."""


Kinship = Mapping[frozenset[ArticleId], Kin]


def statement_key(row_key: str) -> str:
    """Return what the statements of a row have as their key; the row's own key names its matter besides."""
    return _MATTER.sub("", row_key)


def first_article(row_key: str) -> str | None:
    """Return how the id of the first article of a row's matter begins; None where the key names no matter."""
    matter = _MATTER.search(row_key)
    return matter["article"] if matter else None


def rows_of_matters(stated: Mapping[str, Sequence[Said]], kin: Kinship, alike: Pairs) -> Iterator[ClaimRow]:
    """Yield the rows of figures that name no party, between articles on one matter."""
    for key in sorted(stated):
        said = [one for one in stated[key] if tells(one)]
        by_article: dict[ArticleId, list[Said]] = {}
        for one in sorted(said, key=_order):
            by_article.setdefault(one.article_id, []).append(one)
        is_opening, is_day = key.startswith(_OPENING), key.startswith(_DAY)
        pairs = [
            frozenset(pair)
            for pair in combinations(by_article, 2)
            if (found := kin.get(frozenset(pair))) and (found.is_one_event or not is_day)
        ]
        agreeing = [pair for pair in pairs if kin[pair].is_copy == is_opening]
        yield from _agreeing(key, by_article, agreeing, kin, alike)
        yield from _differing(key, by_article, [] if is_opening else pairs, kin, alike)
        if key.startswith(_SCORES):
            yield from _within(key, by_article)


def _within(key: str, by_article: Mapping[ArticleId, list[Said]]) -> Iterator[ClaimRow]:
    """Yield where an article gives two scores of one thing."""
    for said in by_article.values():
        other = next((one for one in said if one.statement.low != said[0].statement.low), None)
        if other:
            found = (Disagreement("conflict", said[0], other),)
            yield ClaimRow(f"{key}{_AT}{said[0].article_id[:8]}", (said[0], other), (), found, origin_groups(said[:1]))


def _agreeing(
    key: str,
    by_article: Mapping[ArticleId, list[Said]],
    pairs: Iterable[frozenset[ArticleId]],
    kin: Kinship,
    alike: Pairs,
) -> Iterator[ClaimRow]:
    links = [
        (one, other)
        for pair in pairs
        for first, second in [sorted(pair)]
        for one in by_article[first]
        for other in by_article[second]
        if are_equal(one, other) and not is_opposed(one, other) and not _is_template(one, other)
    ]
    for said in _joined(links, is_update=False):
        value = "" if is_name(said[0]) else f" = {middle(said[0]):g}"
        yield _row(f"{key}{_AT}{_first(said)}{value}", said, (), kin, alike)


def _is_template(one: Said, other: Said) -> bool:
    """Tell whether an outlet says one sentence in two articles, as about itself at the end of each release."""
    return one.publisher is not None and one.publisher == other.publisher and one.quote == other.quote


def _differing(
    key: str,
    by_article: Mapping[ArticleId, list[Said]],
    pairs: Iterable[frozenset[ArticleId]],
    kin: Kinship,
    alike: Pairs,
) -> Iterator[ClaimRow]:
    links: list[tuple[Said, Said]] = []
    kinds: dict[frozenset[ArticleId], Kind] = {}
    for pair in pairs:
        said, others = (by_article[article] for article in sorted(pair))
        if opposed := next(opposed_in(said, others), None):
            links.append(opposed)
            kinds[pair] = "conflict"
        elif overtaken := next(overtaken_in(said, others), None):
            links.append(overtaken)
            kinds[pair] = "update"
        elif is_single(said) and is_single(others) and differ(said[0], others[0]):
            links += product(said, others)
            kinds[pair] = _kind(said, others, kin[pair])
    for group in _joined(links, is_update="update" in kinds.values()):
        found = tuple(
            Disagreement(kinds[pair], one, other)
            for one, other in combinations(group, 2)
            if (pair := frozenset((one.article_id, other.article_id))) in kinds
        )
        yield _row(f"{key}{_AT}{_first(group)}", group, found, kin, alike)


def _joined(links: Sequence[tuple[Said, Said]], *, is_update: bool) -> list[list[Said]]:
    """Return what is linked, directly or through others: of each article what is worded most like the rest.

    ``is_update``: rather what says itself that it overtakes something.
    """
    groups: list[list[Said]] = []
    for link in links:
        touched = [group for group in groups if any(one in group for one in link)]
        groups = [group for group in groups if group not in touched]
        groups.append([*dict.fromkeys([one for group in touched for one in group] + [*link])])
    found = []
    for group in groups:
        words = [*map(_words_of, sorted(group, key=_order))]
        each: dict[ArticleId, tuple[tuple[bool, bool, int], Said]] = {}
        for place, one in enumerate(sorted(group, key=_order)):
            alike = sum(len(words[place] & theirs) for theirs in words)
            rank = is_update and overtakes(one), one.statement.high is not None, alike
            if one.article_id not in each or rank > each[one.article_id][0]:
                each[one.article_id] = rank, one
        found.append(sorted((one for _, one in each.values()), key=_order))
    return found


def _words_of(said: Said) -> set[str]:
    return {word for word in re.findall(r"\w+", said.quote.casefold()) if word not in STOPS}


def _row(
    key: str, said: Sequence[Said], disagreements: tuple[Disagreement, ...], kin: Kinship, alike: Pairs
) -> ClaimRow:
    pairs = (frozenset((one.article_id, other.article_id)) for one, other in combinations(said, 2))
    why = next((kin[pair].why for pair in pairs if pair in kin), "")
    return ClaimRow(key, tuple(said), (), disagreements, origin_groups(said, alike), why=why)


def _first(said: Sequence[Said]) -> str:
    return min(one.article_id for one in said)[:8]


def _order(said: Said) -> tuple[object, ...]:
    return said.day, said.article_id, said.span, said.statement.low or 0.0, said.statement.high or 0.0


def _kind(said: Sequence[Said], others: Sequence[Said], kin: Kin) -> Kind:
    """Return what two values are to one another: a conflict, or an update that says so, or that time explains.

    Time explains what changes by the day, and the figures of another event of the matter.
    """
    first, second = said[0], others[0]
    if any(map(overtakes, (*said, *others))):
        return "update"
    is_later = first.is_dated and second.is_dated and first.day != second.day
    is_changing = first.statement.family.partition(" in ")[0] in CHANGING or not kin.is_one_event
    return "update" if is_later and is_changing else "conflict"


def of_one_matter(stated: Mapping[str, Sequence[Said]], kin: Kinship) -> dict[str, list[Said]]:
    """Return what is stated of parties, taken apart by matter.

    What has a period, and what happened between two parties, is of one thing by itself. The matter with the earliest
    article keeps the key; the key of another one names its first article.
    """
    found: dict[str, list[Said]] = {}
    for key, said in stated.items():
        if any(one.statement.period or len(one.statement.parties) > 1 for one in said):
            found[key] = [*said]
            continue
        for place, articles in enumerate(_matters(said, kin)):
            inside = [one for one in said if one.article_id in articles]
            found[f"{key}{_AT}{_first(inside)}" if place else key] = inside
    return found


def _matters(said: Sequence[Said], kin: Kinship) -> list[set[ArticleId]]:
    """Return the articles that are on one matter, directly or through others, that with the earliest first."""
    groups: list[set[ArticleId]] = []
    for one in sorted(said, key=_order):
        near = [
            group
            for group in groups
            if one.article_id in group
            or any((found := kin.get(frozenset((one.article_id, other)))) and not found.is_copy for other in group)
        ]
        if len(near) == 1:
            near[0].add(one.article_id)
        else:
            groups = [group for group in groups if group not in near] + [{one.article_id}.union(*near)]
    return groups


def _copies_once(rows: Iterable[ClaimRow]) -> Iterator[ClaimRow]:
    """Yield rows, of the words that copies share the first alone."""
    told: set[frozenset[ArticleId]] = set()
    for row in sorted(rows, key=lambda row: row.said[0].span):
        articles = frozenset(one.article_id for one in row.said)
        if not row.key.startswith(_OPENING) or articles not in told:
            yield row
        if row.key.startswith(_OPENING):
            told.add(articles)


def said_once(rows: Sequence[ClaimRow], others: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Return the rows that say something that no row of ``others``, or other row of their kind, says.

    That is of the same claims and values, or of as many of the same things. Where others agree, a conflict is kept.
    """
    kept: list[ClaimRow] = []
    of_kind = {
        is_agreed: [(_claims(row), _things(row)) for row in others if is_agreed or row.kind != "agree"]
        for is_agreed in (True, False)
    }
    for row in sorted(_copies_once(rows), key=lambda row: (-len(row.said), row.kind == "agree", row.key)):
        claims, things, is_agreed = _claims(row), _things(row), row.kind == "agree"
        if not any(claims <= other or things <= same for other, same in of_kind[is_agreed]):
            kept.append(row)
            of_kind[is_agreed].append((claims, things))
    return kept


def _claims(row: ClaimRow) -> set[tuple[ArticleId, Span, str]]:
    return {(one.article_id, one.span, _value(one)) for one in (*row.said, *row.more)}


def _things(row: ClaimRow) -> set[tuple[ArticleId, str, str]]:
    return {
        (one.article_id, one.statement.family.removeprefix("count in "), _value(one)) for one in (*row.said, *row.more)
    }


def _value(said: Said) -> str:
    return f"{middle(said):.4g}" if said.statement.is_figure else said.statement.family
