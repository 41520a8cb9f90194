"""What the reader holds true where articles disagree."""

from dataclasses import dataclass
from datetime import datetime

from briefreader.model.ids import ArticleId, VerdictId


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Who is right on one claim of several articles."""

    id: VerdictId
    key: str
    """The key of the claim's statements."""
    article_id: ArticleId | None
    """The article that is right; None when none of them is."""
    created_at: datetime
