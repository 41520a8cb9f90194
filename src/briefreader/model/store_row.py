"""Rows of the store as they travel."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TABLES = (
    "theses",
    "articles",
    "revisions",
    "annotations",
    "anchors",
    "corrections",
    "refusals",
    "silences",
    "watch_items",
    "verdicts",
    "claim_edits",
    "story_vetoes",
    "saved_views",
    "feeds",
    "feed_states",
    "entries",
    "journal",
)
"""What is written out, in this order: what a row points at stands before it, but for an article's present text. What
is worked out from texts is left out, and worked out again."""

LINES_VERSION = 1
"""Of how rows are written as lines."""


@dataclass(frozen=True, slots=True)
class StoreRow:
    """A row of one of these tables."""

    table: str
    columns: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of rows that came back."""

    new: Mapping[str, int]
    """How many rows of each table are in the store now that were not."""
    known: Mapping[str, int]
    """How many were there already, and stayed as they were."""
    refused: tuple[str, ...] = ()
    """What was left out, and why."""
