"""Where something stands in a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

CONTEXT = 64
"""Characters that are kept on either side of quoted words."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points in ``Document.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Return the words at this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Self) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Self) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class TextQuote:
    """Words with what surrounds them: a place that survives an edited text."""

    exact: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, text: str, span: Span) -> Self:
        """Return the words at a span with up to :data:`CONTEXT` characters on either side."""
        return cls(
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
        )

    def starts(self, text: str) -> Iterator[int]:
        """Yield where exactly these words begin between exactly these others, in order; places may overlap."""
        whole = self.prefix + self.exact + self.suffix
        at = text.find(whole)
        while at >= 0:
            yield at + len(self.prefix)
            at = text.find(whole, at + 1)
