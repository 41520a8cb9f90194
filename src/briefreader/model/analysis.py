"""All facts found in one revision."""

from dataclasses import dataclass
from typing import Literal

from briefreader.model.citation import Citation
from briefreader.model.claim import Claim
from briefreader.model.date_mention import DateMention
from briefreader.model.finding import Finding
from briefreader.model.interval import Interval
from briefreader.model.span import Span
from briefreader.model.statement import Statement

ANALYSIS_VERSION = 7
"""Raised when the extractors find something else in the same text; what an older one has found is found anew."""

EntityKind = Literal["company", "person", "product", "regulator", "publisher", "organisation", "unknown"]


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
class Entity:
    """Somebody or something named, with every place where it is."""

    name: str
    """The usual name."""
    kind: EntityKind
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the extractors found in one document, each kind in the order of the text."""

    citations: tuple[Citation, ...] = ()
    claims: tuple[Claim, ...] = ()
    dates: tuple[DateMention, ...] = ()
    watch_lines: tuple[WatchLine, ...] = ()
    terms: tuple[Term, ...] = ()
    entities: tuple[Entity, ...] = ()
    """In the order of their first mention."""
    statements: tuple[Statement, ...] = ()
    """What the claims say that other articles' claims can be held against."""
    findings: tuple[Finding, ...] = ()
    """Those on the whole article first."""
