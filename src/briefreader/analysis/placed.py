"""Things that stand at a span, in the order of the text."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from briefreader.model.span import Span


class Placed(Protocol):
    """Something found at a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Item = TypeVar("Item", bound=Placed)


def places_in(items: Sequence[Placed], span: Span) -> range:
    """Return the places of the items that start inside ``span``; ``items`` are in order."""
    first = bisect_left(items, span.start, key=lambda item: item.span.start)
    return range(first, bisect_left(items, span.end, key=lambda item: item.span.start))


def standing_in(items: Sequence[Item], span: Span) -> Sequence[Item]:
    """Return the items that start inside ``span``; ``items`` are in order."""
    places = places_in(items, span)
    return items[places.start : places.stop]
