"""Where an annotation stands in a later text, and how sure that is."""

from dataclasses import dataclass
from typing import Literal

from briefreader.model.span import Span

AnchorStatus = Literal["exact", "moved", "edited", "suspect", "ambiguous", "orphan"]
"""Its own words in their own place; its own words elsewhere; its own place with other words; likely, but a reader must
say; several places are as likely; its place is gone."""

Change = Literal["number", "negation", "direction"]
"""What has changed in the words so that they may say something else."""

Decision = Literal["open", "accepted", "refused"]
"""What the reader has said: nothing yet, that the annotation holds, that it does not."""

STANDING: dict[AnchorStatus, str] = {
    "exact": "unchanged",
    "moved": "moved",
    "edited": "edited",
    "suspect": "possibly here",
    "ambiguous": "ambiguous",
    "orphan": "not found",
}
"""A status, for people."""

_SURE: frozenset[AnchorStatus] = frozenset({"exact", "moved", "edited"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where an annotation stands in a later revision."""

    status: AnchorStatus
    span: Span | None
    """None for an orphan."""
    changes: tuple[Change, ...] = ()
    kept: float = 1.0
    """How alike the words are, 0 to 1 (1 - Levenshtein distance / length); of an orphan, of its best candidate."""
    candidate: Span | None = None
    """For an orphan, the place most like it; never taken without the reader."""
    hint: int | None = None
    """For an orphan, where it would stand: after what stood before it."""
    decision: Decision = "open"

    @property
    def holds(self) -> bool:
        """Whether the annotation may count: it stands surely and says the same, or the reader has accepted it."""
        return self.decision == "accepted" or (self.is_sure and not self.changes and self.decision == "open")

    @property
    def is_sure(self) -> bool:
        """Whether this is surely the annotation's place, whatever the words say now."""
        return self.status in _SURE

    @property
    def standing(self) -> str:
        """What it means for the annotation, for people."""
        changed = f", {' and '.join(self.changes)} changed" if self.changes else ""
        decided = {"open": "", "accepted": " (accepted)", "refused": " (detached)"}
        return f"{STANDING[self.status]} in the new version{changed}{decided[self.decision]}"

    @property
    def is_to_review(self) -> bool:
        """Whether the reader has to look at it."""
        return self.decision == "open" and not self.holds
