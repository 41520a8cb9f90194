"""All facts found in one revision."""

from dataclasses import dataclass

from briefreader.model.citation import Citation
from briefreader.model.claim import Claim
from briefreader.model.interval import Interval
from briefreader.model.span import Span


@dataclass(frozen=True, slots=True)
class Term:
    """A word that the article itself explains."""

    term: str
    meaning: str
    span: Span


@dataclass(frozen=True, slots=True)
class WatchLine:
    """A sentence that says what to look out for, and by when it can be known."""

    span: Span
    due: Interval | None
    """None when the sentence gives no date."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the extractors found in one document, each kind in the order of the text."""

    citations: tuple[Citation, ...] = ()
    claims: tuple[Claim, ...] = ()
    watch_lines: tuple[WatchLine, ...] = ()
    terms: tuple[Term, ...] = ()
