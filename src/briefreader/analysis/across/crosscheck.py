"""Hold the statements of several articles against one another: who says it, whose word it is, and where they disagree.

Only statements with one key are compared, so one family and the same parties, or one unit, metric, party and period.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from functools import partial
from statistics import median

from briefreader.analysis.across.statement_words import OPPOSED
from briefreader.analysis.across.voices import Pairs, origin_groups
from briefreader.model.claim_edit import ClaimEdit
from briefreader.model.crosscheck import KINDS, ClaimRow, Disagreement, Kind, Said
from briefreader.model.ids import ArticleId
from briefreader.model.span import Span
from briefreader.model.statement import Modality, Statement

_FARTHEST = 2.0
"""Figures that are further apart than this count different things."""
_ABOUT = 0.02
_FEW = 100
"""Fewer things than this are counted of too many kinds: another number is of other things, and no contradiction."""
_LATER_DAYS = 7
"""So much later, another value is an update and no contradiction."""
_MODALITIES: tuple[tuple[Modality, Modality], ...] = (("announced", "reported"), ("done", "planned"))


def rows_of(stated: Mapping[str, Sequence[Said]], alike: Pairs) -> list[ClaimRow]:
    """Return the rows of what is stated under each key, conflicts first, then the most widely said.

    ``alike``: the articles that come from one hand.
    """
    rows = [row for key, said in stated.items() for row in _rows(key, said, stated, alike) if len(row.said) > 1]
    alike_named: dict[tuple[str, str], list[ClaimRow]] = {}
    for row in rows:
        alike_named.setdefault(_named(row), []).append(row)
    kept = [row for row in rows if not any(_says_the_same(row, other) for other in alike_named[_named(row)])]
    return in_order(kept)


def _named(row: ClaimRow) -> tuple[str, str]:
    return row.said[0].statement.family, row.said[0].statement.period


def edited(stated: Mapping[str, Sequence[Said]], edits: Sequence[ClaimEdit]) -> dict[str, list[Said]]:
    """Return what is stated, as the reader has joined and parted it."""
    names = joined_to(edits)
    apart = {(edit.key, edit.without) for edit in edits if edit.without}
    joined: dict[str, list[Said]] = {}
    for key, said in stated.items():
        name = names.get(key, key)
        kept = [one for one in said if not {(key, one.article_id), (name, one.article_id)} & apart]
        joined.setdefault(name, []).extend(kept)
    return joined


def edited_rows(rows: Iterable[ClaimRow], edits: Sequence[ClaimEdit]) -> list[ClaimRow]:
    """Return rows as the reader has joined them, and without the articles that they have taken out."""
    names = joined_to(edits)
    apart = {(edit.key, edit.without) for edit in edits if edit.without}
    joined: dict[str, list[ClaimRow]] = {}
    for row in rows:
        joined.setdefault(names.get(row.key, row.key), []).append(row)
    return [left for key, some in joined.items() if (left := _without(key, some, apart))]


def _without(key: str, rows: Sequence[ClaimRow], apart: AbstractSet[tuple[str, ArticleId]]) -> ClaimRow | None:
    """Return several rows as one, without some articles; None where fewer than two are left."""
    out = {article for row in rows for name, article in apart if name in (key, row.key)}
    said = _one_each([one for row in rows for one in row.said if one.article_id not in out])
    disagreements = tuple(
        one for row in rows for one in row.disagreements if not out & {one.first.article_id, one.second.article_id}
    )
    alone = replace(rows[0], key=key, said=said, disagreements=disagreements, groups=origin_groups(said))
    return (alone if out or len(rows) > 1 else rows[0]) if len(said) > 1 else None


def joined_to(edits: Sequence[ClaimEdit]) -> dict[str, str]:
    """Return the key that each claim goes by which the reader has joined to another, after all joins."""
    into = {edit.key: edit.same_as for edit in edits if edit.same_as}
    names = {}
    for key in into:
        name, seen = key, {key}
        while (further := into.get(name)) and further not in seen:
            name = further
            seen.add(name)
        names[key] = name
    return names


def within(first: Said, second: Said) -> ClaimRow:
    """Return the row of an article that contradicts itself."""
    disagreement = Disagreement("conflict", first, second)
    groups = origin_groups([first])
    return ClaimRow(first.statement.key, (first, second), (), (disagreement,), groups, why="one article says both")


def in_order(rows: Iterable[ClaimRow]) -> list[ClaimRow]:
    """Return rows, the gravest first, then the most widely said."""
    return sorted(rows, key=lambda row: (KINDS.index(row.kind), -row.articles, row.key))


def _rows(key: str, said: Sequence[Said], stated: Mapping[str, Sequence[Said]], alike: Pairs) -> Iterator[ClaimRow]:
    ordered = sorted(said, key=_order)
    for some in _near_values(ordered) if ordered and ordered[0].statement.is_counted else [ordered]:
        chosen = _comparable(_one_each(some), said)
        disagreements = (*_differing(chosen), *_of_events(some), *_opposed(some, stated))
        more = tuple(one for one in some if one not in chosen)
        why = _why(ordered[0].statement)
        yield ClaimRow(key, chosen, more, disagreements, origin_groups(chosen, alike), why=why)


def _why(statement: Statement) -> str:
    """Return why statements under one key can be compared, in words."""
    if not statement.is_counted:
        return "the same happening" + (" between the same two" if len(statement.parties) > 1 else " to the same party")
    return "the same measure of the same party" + (" in the same period" if statement.period else ", on one matter")


def _comparable(chosen: tuple[Said, ...], said: Sequence[Said]) -> tuple[Said, ...]:
    """Return statements without those of an article that gives several figures, as a table, and none like another's."""
    values: dict[ArticleId, set[tuple[float | None, float | None]]] = {}
    for one in said if chosen and chosen[0].statement.is_counted else ():
        values.setdefault(one.article_id, set()).add((one.statement.low, one.statement.high))
    return tuple(
        one
        for one in chosen
        if len(values.get(one.article_id, ())) <= 1
        or any(other is not one and not [*_differing((other, one))] for other in chosen)
    )


def _order(said: Said) -> tuple[date, str, Span, float, float]:
    low, high = said.statement.low, said.statement.high
    ends = -math.inf if low is None else low, math.inf if high is None else high
    return said.day, said.article_id, said.span, *ends


def _one_each(said: Sequence[Said]) -> tuple[Said, ...]:
    """Return the best statement of each article: one that names who gets it, most worth checking, else the first."""
    best: dict[ArticleId, Said] = {}
    for one in said:
        if one.article_id not in best or _rank(one) > _rank(best[one.article_id]):
            best[one.article_id] = one
    return tuple(best.values())


def _rank(said: Said) -> tuple[bool, int]:
    return bool(set(said.statement.receivers) & set(said.statement.parties)), said.worth


# Figures


def _near_values(said: Sequence[Said]) -> Iterator[list[Said]]:
    """Yield statements whose figures can be of the same thing, each article's nearest to what the others say."""
    by_value = sorted(said, key=lambda one: (_middle(one), _order(one)))
    some: list[Said] = []
    for one in by_value:
        if some and _middle(one) > _farthest(some[0]) * _middle(some[0]):
            yield _nearest_each(some)
            some = []
        some.append(one)
    if some:
        yield _nearest_each(some)


def _farthest(said: Said) -> float:
    """Return how many times a value another one may be and be of the same: what is few must be as many."""
    is_few = said.statement.family.startswith("count in") and _middle(said) < _FEW
    return 1.0 if is_few else _FARTHEST


def _nearest_each(some: Sequence[Said]) -> list[Said]:
    usual = median(map(_middle, some))
    nearest: dict[ArticleId, Said] = {}
    for one in sorted(some, key=lambda one: (abs(_middle(one) - usual), _order(one))):
        nearest.setdefault(one.article_id, one)
    return sorted(nearest.values(), key=_order)


def _middle(said: Said) -> float:
    low, high = said.statement.low, said.statement.high
    ends = [end for end in (low, high) if end is not None]
    return abs(sum(ends) / len(ends)) if ends else 0.0


def _differing(said: Sequence[Said]) -> Iterator[Disagreement]:
    """Yield how the value of each article stands to that of the first, where they are not the same."""
    for one in said[1:]:
        first, second = said[0].statement, one.statement
        if not first.is_figure or (_overlap(first, second) and _are_about_equal(said[0], one)):
            continue
        yield Disagreement(_kind_of_difference(said[0], one), said[0], one)


def _kind_of_difference(first: Said, second: Said) -> Kind:
    if _overlap(first.statement, second.statement):
        return "range"
    if first.statement.is_scoped != second.statement.is_scoped:
        return "scope differs"
    is_later = first.is_dated and second.is_dated and abs((second.day - first.day).days) > _LATER_DAYS
    return "update" if is_later else "conflict"


def _are_about_equal(first: Said, second: Said) -> bool:
    return abs(_middle(first) - _middle(second)) <= _ABOUT * max(_middle(first), _middle(second))


def _overlap(first: Statement, second: Statement) -> bool:
    return not (_is_below(first, second) or _is_below(second, first))


def _is_below(first: Statement, second: Statement) -> bool:
    return first.high is not None and second.low is not None and first.high < second.low


# What happened


def _of_events(said: Sequence[Said]) -> Iterator[Disagreement]:
    """Yield where one article has as done, or from the doer, what another has as a plan, or as hearsay."""
    if said and said[0].statement.is_counted:
        return
    for sure, unsure in _MODALITIES:
        pair = _first_pair(said, partial(_is_said_as, sure), partial(_is_said_as, unsure))
        if pair:
            yield Disagreement("modality conflict", *pair)
    alone = _first_pair(said, lambda one: one.statement.is_exclusive, _names_another)
    if alone:
        yield Disagreement("exclusivity conflict", *alone)


def _is_said_as(modality: Modality, said: Said) -> bool:
    return said.statement.modality == modality


def _names_another(said: Said) -> bool:
    """Tell whether a claim names another receiver beside the one that the statement is about."""
    receivers, parties = set(said.statement.receivers), set(said.statement.parties)
    return bool(receivers & parties and receivers - parties) and not said.statement.is_exclusive


def _opposed(said: Sequence[Said], stated: Mapping[str, Sequence[Said]]) -> Iterator[Disagreement]:
    """Yield where a receiver is said elsewhere to need none of it."""
    for one in said:
        other = OPPOSED.get(one.statement.family)
        for receiver in {*one.statement.receivers} & {*one.statement.parties} if other else ():
            against = [them for them in stated.get(f"{other} | {receiver}", ()) if them.article_id != one.article_id]
            if against:
                yield Disagreement("conflict", one, against[0])
                return


def opposing_keys(said: Iterable[Said]) -> set[str]:
    """Return the keys of what would contradict statements though it has another key."""
    return {
        f"{OPPOSED[one.statement.family]} | {receiver}"
        for one in said
        if one.statement.family in OPPOSED
        for receiver in one.statement.receivers
    }


def _first_pair(
    said: Sequence[Said], is_one: Callable[[Said], bool], is_other: Callable[[Said], bool]
) -> tuple[Said, Said] | None:
    return next(((a, b) for a in said if is_one(a) for b in said if is_other(b) and a.article_id != b.article_id), None)


def _says_the_same(row: ClaimRow, other: ClaimRow) -> bool:
    """Tell whether a row says nothing that another of its family and period does not.

    It is of a product's maker then, or of another party to a figure.
    """
    if row is other:
        return False
    mine, theirs = (
        {(one.article_id, one.span, one.statement.low) for one in (*each.said, *each.more)} for each in (row, other)
    )
    first, second = row.said[0].statement, other.said[0].statement
    if not mine <= theirs:
        return False
    if mine == theirs and row.key < other.key:
        return False
    own = set(first.parties) - set(second.parties)
    got = {receiver for one in (*row.said, *row.more) for receiver in one.statement.receivers}
    return first.is_figure or not own & got
