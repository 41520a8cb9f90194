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


Polarity = Literal["bull", "bear"]


@dataclass(frozen=True, slots=True)
class AuthorStance:
    """Which way the author speaks of something; never taken for the reader's stance."""

    target: str | None
    """Whom it is about; None when the sentence names nobody."""
    polarity: Polarity
    basis: Literal["section", "words"]
    """Whether the article's own bull or bear list says so, or the sentence's words do."""


SupportBasis = Literal["sentence", "paragraph", "row", "story"]
"""Why a citation supports a claim: it is in the claim's own sentence, later in its paragraph, in its table row, or in a
source line of its story (the text back to the previous source line or heading)."""


@dataclass(frozen=True, slots=True)
class Support:
    """A citation that supports a claim, how much of it, and why."""

    citation: int
    """Its place in ``Analysis.citations``."""
    scope: Span
    """The clause that it covers; the whole claim when it is the only one."""
    basis: SupportBasis = "sentence"


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
    support: tuple[Support, ...] = ()
    """The citations in its own sentence first, then those whose scope it is in."""
    quantities: tuple[Quantity, ...] = ()
    stance: tuple[AuthorStance, ...] = ()
    horizon: Interval | None = None
    """When a forecast can be judged; None when it does not say."""

    @property
    def citations(self) -> tuple[int, ...]:
        """Places in ``Analysis.citations`` of all that supports it."""
        return tuple([support.citation for support in self.support])

    @property
    def own_support(self) -> tuple[Support, ...]:
        """The citations in its own sentence."""
        return tuple([support for support in self.support if support.basis == "sentence"])

    @property
    def checkable(self) -> bool:
        """Whether it can be held against the world."""
        return self.type in CHECKABLE
