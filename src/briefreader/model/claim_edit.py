"""What the reader changes in the rows of claims across articles."""

from dataclasses import dataclass

from briefreader.model.ids import ArticleId, ClaimEditId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEdit:
    """Either another claim that this one is the same as, or an article that does not say it."""

    id: ClaimEditId
    key: str
    same_as: str | None = None
    """The key of the claim that it is the same as."""
    without: ArticleId | None = None
    """The article that was taken out."""
