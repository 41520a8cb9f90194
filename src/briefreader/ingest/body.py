"""Which blocks of a web page are its article.

Method: what each block shows (:mod:`briefreader.ingest.body_signs`) is weighed by a logistic regression; then every
element of the page is taken in or left out as a whole where that agrees best with its blocks, at a price for each
element that goes against the one around it. So a low paragraph inside a text stays, a box in it goes, and a body in
several containers is found. The best choice is exact: one pass up the tree and one down.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

from briefreader.ingest.body_signs import BESIDE, Signs, signs_of, title_place
from briefreader.ingest.drafts import DraftBlock

_SUREST = 5.3
_MOST_WORDS = 100
_ENTERING = 6.0
"""What it costs to take an element in whose parent is left out; 1 is a block of one word at even odds 2.7 : 1."""
_LEAVING = 2.0
_ENTERING_ALONE = 12.0
"""The same for a single block."""
_LEAVING_ALONE = 8.0
_FEWEST_WORDS = 40
_FEWEST_OF_A_TEXT = 8
_STEP = 0.8
_MOST_STEPS = 6


def mark_body(drafts: Sequence[DraftBlock], places: Sequence[Any], title: str) -> None:
    """Make furniture of the blocks that are not the article's, and body of the others.

    ``places`` are the elements that the blocks stand in; one without a place keeps its role.
    """
    kept = choose(drafts, places, title, body_weights())
    for draft, place, keeps in zip(drafts, places, kept, strict=True):
        if place is not None and not keeps:
            draft.role = "furniture"
        elif place is not None and draft.role == "furniture":
            draft.role = "body"


def choose(drafts: Sequence[DraftBlock], places: Sequence[Any], title: str, weights: Mapping[str, float]) -> list[bool]:
    """Tell for each block whether it is of the article.

    A text of few words is taken more readily; a page of so few in all has nothing to weigh, and its tags count alone.
    """
    signs = list(signs_of(drafts, places, title))
    if sum(one.words for one in signs) < _FEWEST_WORDS:
        return [draft.role != "furniture" for draft in drafts]
    sizes = [min(one.words, _MOST_WORDS) ** 0.5 + 1 if one.words else 0.0 for one in signs]
    odds = _odds(signs, weights)
    title_at = title_place(drafts, title)
    if title_at is not None:
        sizes[title_at] = 0.0  # no text was learned from that has it
    tree = _Tree.of(places)
    kept = [False] * len(signs)
    for step in range(_MOST_STEPS):
        kept = tree.choose([(one + _STEP * step) * size for one, size in zip(odds, sizes, strict=True)])
        if sum(one.words for one, keeps in zip(signs, kept, strict=True) if keeps) >= _FEWEST_WORDS:
            break
    if _is_of_many_texts(drafts, signs, kept):
        return [draft.role != "furniture" for draft in drafts]
    if title_at is not None:
        kept[title_at] = True
        _keep_lead(kept, signs, title_at)
    return kept


def _is_of_many_texts(drafts: Sequence[DraftBlock], signs: Sequence[Signs], kept: Sequence[bool]) -> bool:
    """Tell a page of many short texts, such as a briefing made of cards: no one article can be chosen in it.

    More words in sentences were left out than taken, without links, comments and what is around a text.
    """
    left = taken = 0
    for draft, one, keeps in zip(drafts, signs, kept, strict=True):
        taken += one.words if keeps else 0
        linked = sum(inline.end - inline.start for inline in draft.inlines if inline.style == "link")
        if keeps or draft.role == "furniture" or one.words < _FEWEST_OF_A_TEXT or linked * 2 >= len(draft.text):
            continue
        left += one.words if BESIDE.isdisjoint(sign.rpartition(":")[2] for sign in one.place) else 0
    return left > taken


def _keep_lead(kept: list[bool], signs: Sequence[Signs], title_at: int) -> None:
    """Take in what stands between the title and the text, says something, and is called a lead."""
    for number in range(title_at + 1, len(kept)):
        if kept[number]:
            return
        if {"own:lead", "sentence:lead"} <= {*signs[number].place}:
            kept[number] = True
            return


def _odds(signs: Sequence[Signs], weights: Mapping[str, float]) -> list[float]:
    """Return the logarithm of the odds that each block is of the article."""
    of_places: dict[tuple[str, ...], float] = {}
    odds = []
    for one in signs:
        if one.place not in of_places:
            of_places[one.place] = sum(weights.get(sign, 0.0) for sign in one.place)
        told = of_places[one.place] + sum(weights.get(sign, 0.0) for sign in one.text)
        odds.append(max(-_SUREST, min(_SUREST, told)))
    return odds


@lru_cache(maxsize=1)
def body_weights() -> dict[str, float]:
    """Return the weight of each sign. Their file also names the pages that they were learned from."""
    text = resources.files("briefreader.ingest").joinpath("body_weights.json").read_text("utf-8")
    return dict[str, float](json.loads(text)["weights"])


@dataclass(slots=True)
class _Tree:
    """The elements that hold blocks, each behind the one that it is in; the first is outside of all."""

    parents: list[int] = field(default_factory=lambda: [0])
    holders: list[int | None] = field(default_factory=list)
    """For each block the element that it stands in."""

    @classmethod
    def of(cls, places: Sequence[Any]) -> "_Tree":
        """Return the tree of these places, which blocks without a place are not in."""
        tree, numbers = cls(), dict[Any, int]()
        for place in places:
            tree.holders.append(None if place is None else tree._number(place, numbers))
        return tree

    def _number(self, node: Any, numbers: dict[Any, int]) -> int:  # noqa: ANN401 - lxml ships no types
        if node is None:
            return 0
        if node not in numbers:
            parent = self._number(node.getparent(), numbers)
            numbers[node] = len(self.parents)
            self.parents.append(parent)
        return numbers[node]

    def choose(self, worths: Sequence[float]) -> list[bool]:
        """Tell which blocks are taken in, so that their worths less the prices paid are the most."""
        inside, outside = [0.0] * len(self.parents), [0.0] * len(self.parents)
        for holder, worth in zip(self.holders, worths, strict=True):
            if holder is not None:
                inside[holder] += max(worth, -_LEAVING_ALONE)
                outside[holder] += max(0.0, worth - _ENTERING_ALONE)
        for node in range(len(self.parents) - 1, 0, -1):
            inside[self.parents[node]] += max(inside[node], outside[node] - _LEAVING)
            outside[self.parents[node]] += max(outside[node], inside[node] - _ENTERING)
        taken = [False] * len(self.parents)
        for node in range(1, len(self.parents)):
            price = -_LEAVING if taken[self.parents[node]] else _ENTERING
            taken[node] = inside[node] - outside[node] > price
        return [
            holder is not None and worth > (-_LEAVING_ALONE if taken[holder] else _ENTERING_ALONE)
            for holder, worth in zip(self.holders, worths, strict=True)
        ]
