"""What an article asserts, and the numbers in it."""

from dataclasses import dataclass
from typing import Literal

from briefreader.model.interval import Interval
from briefreader.model.span import Span

ClaimType = Literal["question", "forecast", "quote", "comparison", "number", "event", "state", "opinion"]
CHECKABLE: frozenset[ClaimType] = frozenset({"forecast", "quote", "comparison", "number", "event", "state"})

Worth = Literal[0, 1, 2]

Comparator = Literal["=", "~", "<", "<=", ">", ">="]
QuantityKind = Literal["money", "percent", "count", "duration", "multiplier", "rate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Number and unit at a span; ``low`` equals ``high`` unless the text gives a range."""

    span: Span
    low: float
    high: float
    unit: str
    """``USD``, ``%``, ``pp``, ``bp``, ``x``, or a noun; with ``/month`` and the like where a rate."""
    comparator: Comparator
    kind: QuantityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sentence, list item or title that asserts something."""

    span: Span
    type: ClaimType
    worth: Worth
    """2 check first, 1 checkable, 0 not checkable."""
    attributed: bool
    """The sentence names who says it."""
    hedged: bool
    """It says may, likely, reportedly or the like."""
    conditional: bool
    """It holds only if something else does."""
    citations: tuple[int, ...] = ()
    """Places in ``Analysis.citations`` of what supports it."""
    quantities: tuple[Quantity, ...] = ()
    horizon: Interval | None = None
    """When a forecast can be judged; None when it does not say."""

    @property
    def checkable(self) -> bool:
        """Whether it can be held against the world."""
        return self.type in CHECKABLE
