"""Things that stand at a span, in the order of the text."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from briefreader.model.span import Span


class Placed(Protocol):
    """Something found at a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Item = TypeVar("Item", bound=Placed)


_START = attrgetter("span.start")


def standing_in(items: Sequence[Item], span: Span) -> Sequence[Item]:
    """Return the items that start inside ``span``; ``items`` are in order."""
    first = bisect_left(items, span.start, key=_START)
    return items[first : bisect_left(items, span.end, first, key=_START)]


class InOrder(Generic[Item]):
    """Things in order of the text that are asked for many spans."""

    def __init__(self, items: Sequence[Item]) -> None:
        """Note where the items start."""
        self._items = tuple(items)
        self._starts = [item.span.start for item in items]

    def first_in(self, span: Span) -> int:
        """Return the place of the first item that starts inside ``span`` or after it."""
        return bisect_left(self._starts, span.start)

    def standing_in(self, span: Span) -> tuple[Item, ...]:
        """Return the items that start inside ``span``."""
        first = bisect_left(self._starts, span.start)
        return self._items[first : bisect_left(self._starts, span.end, first)]
