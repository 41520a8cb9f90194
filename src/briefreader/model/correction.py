"""What the reader says that the analysis got wrong."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefreader.model.finding import Rule
from briefreader.model.ids import ArticleId
from briefreader.model.span import Span, TextQuote

CorrectionKind = Literal["no_claim", "claim", "source", "citation"]
"""No claim here; a claim here; another source for the citation here; a citation here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The reader's word on a passage; it outlives every analysis."""

    id: str
    article_id: ArticleId
    kind: CorrectionKind
    span: Span
    """Where the passage stood in the text that it was made on."""
    quote: TextQuote
    value: str
    """The source's name; empty for a citation that is none, and for claims."""
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row of the author's bull or bear case that the reader does not take for evidence."""

    id: str
    article_id: ArticleId
    span: Span
    quote: TextQuote
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Silence:
    """A rule that the reader wants silenced, or, if it is one of ``QUIET``, wants to hear."""

    id: str
    rule: Rule
    article_id: ArticleId | None
    """None for every article."""
