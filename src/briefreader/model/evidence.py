"""How an article's metadata is known: where each field was read, and how sure that reading is."""

from dataclasses import dataclass
from typing import Literal

Field = Literal["title", "publisher", "byline", "date", "origin", "url"]
FIELDS: tuple[Field, ...] = ("title", "publisher", "byline", "date", "origin", "url")
Place = Literal[
    "front matter",
    "page metadata",
    "page heading",
    "page title",
    "mail header",
    "forwarded header",
    "feed",
    "label",
    "dateline",
    "first lines",
    "last lines",
    "title",
    "address",
    "file name",
    "text",
    "book",
    "reader",
]
"""Where a field was read. ``label``: a line such as "Published: 12 May 2026"; ``title``: the headline itself, as in
"Rents fall | Weekly Ledger"; ``reader``: the reader corrected it."""

Sureness = Literal["sure", "likely", "guess"]
SURE_FROM = 0.9
GUESS_BELOW = 0.6


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a field of an article was read."""

    field: Field
    place: Place
    confidence: float
    """0 to 1: a weight set by hand, no measured rate. Below :data:`GUESS_BELOW` it is shown as a guess."""

    @property
    def sureness(self) -> Sureness:
        """How sure the field is, in a word."""
        if self.confidence >= SURE_FROM:
            return "sure"
        return "guess" if self.confidence < GUESS_BELOW else "likely"

    @property
    def is_guess(self) -> bool:
        """Tell whether the field must be shown as a guess."""
        return self.sureness == "guess"
