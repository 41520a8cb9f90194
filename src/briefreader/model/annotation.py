"""What the reader says about a passage."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefreader.model.claim import Polarity
from briefreader.model.ids import AnnotationId, ArticleId, RevisionId, ThesisId
from briefreader.model.span import Span, TextQuote

AnnotationKind = Literal["highlight", "note", "evidence"]
Stance = Literal["bull", "bear", "neutral"]
OPPOSITE: dict[Stance, Stance] = {"bull": "bear", "bear": "bull", "neutral": "neutral"}

CONFIDENCES = (0.5, 0.6, 0.7, 0.8, 0.9)
"""The steps that one key goes through."""


OriginHow = Literal["cited", "declared", "publisher", "reader"]
"""Who says where evidence comes from: the passage's citation, the article's origin line, nobody (so that its publisher
stands for it), the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How a passage weighs, in the reader's eyes; an author's stance is never taken for it."""

    stance: Stance
    strength: int = 3
    """1 to 5."""
    confidence: float = 0.6
    """How sure the reader is that it is reported rightly, 0 to 1."""
    thesis_id: ThesisId | None = None
    """None while it is on no thesis."""
    origin: str | None = None
    """Who first reported it; None when nobody can be named, so that the article stands alone."""
    origin_how: OriginHow | None = None
    """None without an origin."""
    author: Polarity | None = None
    """What the article's author made of the passage when it was tagged; never taken for the reader's stance."""


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
    is_foreign: bool = False
    """Whether the note and the tags came with an import, and the reader has not edited the note since."""
    created_at: datetime
    modified_at: datetime
