"""Queries that the reader keeps."""

from dataclasses import dataclass
from typing import Literal

from briefreader.model.article import MOVED
from briefreader.model.ids import ViewId

RuleAction = Literal["later", "shortlist", "archive", "trash", "read"]
"""What becomes of an article that arrives: the list that it goes to, or that it is marked read."""

RULE_ACTIONS: dict[RuleAction, str] = {
    "later": MOVED["later"],
    "shortlist": MOVED["shortlist"],
    "archive": MOVED["archive"],
    "trash": MOVED["trash"],
    "read": "marked as read",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A query under a name, and what becomes of what arrives and fits it."""

    id: ViewId
    name: str
    query: str
    """As it was written; days like ``30d`` count from the day on which the view is looked at."""
    place: int
    """Its place among the views, from 0."""
    on_arrival: RuleAction | None = None
    """None for a view that is no rule."""

    @property
    def rule(self) -> str | None:
        """What it does by itself, in words; None when it is no rule."""
        return rule_words(self.query, self.on_arrival) if self.on_arrival else None


def rule_words(query: str, action: RuleAction) -> str:
    """Return in words what a rule does."""
    return f"New articles matching “{query}” are {RULE_ACTIONS[action]}"
