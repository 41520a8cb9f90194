"""What the reader says about a passage."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefreader.model.ids import AnnotationId, ArticleId, RevisionId
from briefreader.model.span import Span, TextQuote

AnnotationKind = Literal["highlight", "note", "evidence"]
Stance = Literal["bull", "bear", "neutral"]
OPPOSITE: dict[Stance, Stance] = {"bull": "bear", "bear": "bull", "neutral": "neutral"}

CONFIDENCES = (0.5, 0.6, 0.7, 0.8, 0.9)
"""The steps that one key goes through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How a passage weighs, in the reader's eyes; an author's stance is never taken for it."""

    stance: Stance
    strength: int = 3
    """1 to 5."""
    confidence: float = 0.6
    """How sure the reader is, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """The reader's words and stance on a passage of one revision, or on the whole article."""

    id: AnnotationId
    article_id: ArticleId
    revision_id: RevisionId
    kind: AnnotationKind
    span: Span | None
    """None for the whole article."""
    quote: TextQuote | None
    """The words at ``span`` when the annotation was made; None for the whole article."""
    evidence: Evidence | None = None
    """Only of kind ``evidence``."""
    note: str = ""
    """Markdown."""
    tags: tuple[str, ...] = ()
    created_at: datetime
    modified_at: datetime
