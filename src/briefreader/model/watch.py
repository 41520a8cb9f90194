"""Dated questions to come back to."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from briefreader.model.ids import ArticleId, RevisionId, ThesisId, WatchItemId
from briefreader.model.span import Span, TextQuote

Precision = Literal["day", "month", "quarter", "half", "year", "range"]

Side = Literal["bull if it happens", "bear if it happens", "bull if it misses", "bear if it misses", "either"]
SIDES: tuple[Side, ...] = (
    "either",
    "bull if it happens",
    "bear if it happens",
    "bull if it misses",
    "bear if it misses",
)

Outcome = Literal["happened", "did not", "void"]
OUTCOME_NAMES: dict[Outcome, str] = {"happened": "happened", "did not": "did not happen", "void": "void"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When the answer can be known, as exactly as anybody has said."""

    first: date
    last: date
    precision: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How a question was answered."""

    outcome: Outcome
    note: str = ""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where a question comes from."""

    article_id: ArticleId
    revision_id: RevisionId
    span: Span
    quote: TextQuote


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchItem:
    """A question to come back to, put so that its answer is yes or no."""

    id: WatchItemId
    question: str
    due: Due
    side: Side = "either"
    probability: float | None = None
    """How likely the reader thinks a yes, 0 to 1; None when not said, and then it is not scored."""
    thesis_id: ThesisId | None = None
    passage: Passage | None = None
    """None for one written by hand."""
    resolution: Resolution | None = None
    """None while the question is open."""
    created_at: datetime
