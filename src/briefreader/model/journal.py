"""What undo and redo tell."""

from dataclasses import dataclass

from briefreader.model.ids import ArticleId


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or a redo brought back."""

    verb: str
    """What the batch had done, in words."""
    article_ids: tuple[ArticleId, ...]
    """The articles that it touched, in the order of the writes."""
