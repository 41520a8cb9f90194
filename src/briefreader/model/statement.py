"""What a claim says, put so that other articles' claims can be held against it."""

from dataclasses import dataclass
from typing import Literal

from briefreader.model.span import Span

FOUNDED = "found"
"""The family whose value is a year."""

OF_MATTER = "figure: "
"""What the keys of statements without a party begin with."""

AGAINST_ITSELF = "against itself"
"""The family of what an article contradicts itself on."""

Modality = Literal["done", "planned", "announced", "reported"]
"""How sure it is said to be: as done, as a plan, as its doer's own word, or as hearsay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a sentence says; only statements with the same key are ever compared."""

    span: Span
    """The sentence that says it; it need not be a claim."""
    family: str
    """What happened, such as ``lease``; or what is counted, such as ``rent in USD/year``."""
    parties: tuple[str, ...]
    """Whom it is about, one or two folded names, in the order of the alphabet."""
    period: str = ""
    """The days that a figure is of, ``2026-01-01/2026-03-31``; empty where the claim does not say."""
    receivers: tuple[str, ...] = ()
    """To whom, of all that the claim names, in the order of the alphabet."""
    low: float | None = None
    """The least that the figure can be; None for no figure, or no lower end."""
    high: float | None = None
    modality: Modality = "done"
    is_exclusive: bool = False
    """Whether it is said of one party alone, or of all that there is."""
    is_scoped: bool = False
    """Whether the claim limits what it counts: its own, an additional, a part."""
    limits: tuple[str, ...] = ()
    """Of a figure without a party: what limits what is counted, such as ``weekly``, in the order of the alphabet."""
    kinds: tuple[str, ...] = ()
    """Of a figure without a party: other words before what it counts, and years beside it."""
    words: Span | None = None
    """Of a figure without a party: the part of the sentence that says it; None for all of it."""

    @property
    def key(self) -> str:
        """What two statements must share to be about the same.

        A figure without a party is only compared between articles on one matter.
        """
        parts = (self.family, " + ".join(self.parties), ", ".join(self.limits), self.period)
        return f"{OF_MATTER if self.is_of_matter else ''}{' | '.join(filter(None, parts))}"

    @property
    def is_of_matter(self) -> bool:
        """Whether it names no party, and can only be compared between articles on one matter."""
        return not self.parties and self.family != AGAINST_ITSELF

    @property
    def unit(self) -> str:
        """What a figure is counted in; empty for what is no figure."""
        return self.family.rpartition(" in ")[2] if self.is_counted else ""

    @property
    def is_counted(self) -> bool:
        """Whether its value counts or measures something, so that near values are of the same; a year does not."""
        return self.is_figure and self.family != FOUNDED

    @property
    def is_figure(self) -> bool:
        """Whether it has a value."""
        return self.low is not None or self.high is not None
