"""Questions that the reader is weighing."""

from dataclasses import dataclass
from datetime import date, datetime

from briefreader.model.ids import ThesisId


@dataclass(frozen=True, slots=True, kw_only=True)
class Thesis:
    """A question put as one bull sentence and one bear sentence, each of which can turn out false."""

    id: ThesisId
    title: str
    bull: str
    bear: str
    subject: str = ""
    """The company, or the question, that it is about."""
    prior: float = 0.5
    """How likely the bull sentence is without any of the evidence, between 0 and 1."""
    horizon_on: date | None = None
    """By when it is decided; None when the reader has not said."""
    review_on: date | None = None
    """When to look at it again."""
    reviewed_at: datetime | None = None
    """When the reader last did; None for never."""
    premortem: tuple[str, ...] = ()
    """Why it will have failed, a line each."""
    created_at: datetime
    modified_at: datetime
