"""What the journal tells."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefreader.model.ids import ArticleId

BatchStatus = Literal["done", "undone", "superseded"]
"""Whether it stands, can be redone, or was undone and then written over."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or a redo brought back."""

    verb: str
    """What the batch had done, in words."""
    article_ids: tuple[ArticleId, ...]
    """The articles that it touched, in the order of the writes."""
    batch: int
    """Its number; a later batch has a higher one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedBatch:
    """A batch of writes, as a log shows it."""

    number: int
    at: datetime
    verb: str
    status: BatchStatus
    rows: int
