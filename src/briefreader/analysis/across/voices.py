"""Whose word articles are: those that have it from one another, or from one origin, speak with one voice."""

import re
from collections.abc import Iterable, Mapping, Sequence

from briefreader.analysis.across.parties import fold_party
from briefreader.model.crosscheck import OriginGroup, Said
from briefreader.model.ids import ArticleId

FEWEST_SHARED_FIGURES = 3
"""So many figures alike, and stated by nobody else, come from one hand."""
_PAIR = 2
_HOST = re.compile(r"(?:www\.)?([\w-]+)(?:\.[\w-]+)+")

Pairs = Mapping[frozenset[ArticleId], str]
"""From two articles to why they have it from one another or from one origin, in words."""


_NONE: Pairs = {}


def voice_key(name: str) -> str:
    """Return a name as origins are compared: ``the-decoder.com`` and ``The Decoder`` are one."""
    host = _HOST.fullmatch(name.strip().casefold())
    letters = "".join(filter(str.isalnum, host[1] if host else fold_party(name)))
    return letters.removeprefix("the") or letters


def origin_groups(said: Sequence[Said], alike: Pairs = _NONE) -> tuple[OriginGroup, ...]:
    """Return the voices that articles speak with: those with one origin, or one from another, are one.

    One more article from an origin that is there already never makes more of them.
    """
    links: dict[tuple[ArticleId, ArticleId], str] = {}
    for number, one in enumerate(said):
        for other in said[:number]:
            if link := _link(one, other, alike):
                links[one.article_id, other.article_id] = link
    groups: list[set[ArticleId]] = []
    for one in said:
        joined = [group for group in groups if any((one.article_id, member) in links for member in group)]
        groups = [group for group in groups if group not in joined] + [{one.article_id}.union(*joined)]
    return tuple(_group(said, group, links) for group in groups)


def _group(
    said: Sequence[Said], group: set[ArticleId], links: Mapping[tuple[ArticleId, ArticleId], str]
) -> OriginGroup:
    inside = [one for one in said if one.article_id in group]
    names = tuple(dict.fromkeys(name for one in inside for name in one.origins))
    why = tuple(link for (a, b), link in links.items() if a in group and b in group)
    return OriginGroup(names, tuple(one.article_id for one in inside), why)


def _link(one: Said, other: Said, alike: Pairs) -> str | None:
    """Return why two articles are one voice, in words; None when they are not."""
    theirs = set(map(voice_key, other.origins))
    shared = next((name for name in one.origins if voice_key(name) in theirs), None)
    if shared:
        return f"{one.outlet} and {other.outlet} both have it from {shared}"
    for first, second in ((one, other), (other, one)):
        if second.publisher and voice_key(second.publisher) in map(voice_key, first.origins):
            return f"{first.outlet} has it from {second.outlet}"
    why = alike.get(frozenset((one.article_id, other.article_id)))
    return f"{one.outlet} and {other.outlet}: {why}" if why else None


def shared_figures(stated: Iterable[Said]) -> Pairs:
    """Return the pairs of articles that share several figures, of the same parties, which no third article has."""
    why = f"both have {FEWEST_SHARED_FIGURES} figures or more that nobody else has"
    counts: dict[frozenset[ArticleId], set[tuple[str, str, float | None, float | None]]] = {}
    by_value: dict[tuple[str, float | None, float | None], dict[ArticleId, Said]] = {}
    for one in stated:
        if one.statement.is_counted:
            value = (one.statement.key, one.statement.low, one.statement.high)
            by_value.setdefault(value, {})[one.article_id] = one
    for said in by_value.values():
        if len(said) == _PAIR:
            figure = next(iter(said.values())).statement  # once, however many parties it is kept under
            once = (figure.family, figure.period, figure.low, figure.high)
            counts.setdefault(frozenset(said), set()).add(once)
    return {pair: why for pair, values in counts.items() if len(values) >= FEWEST_SHARED_FIGURES}
