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
NEVER_SURE: frozenset[tuple[Field, Place]] = frozenset(
    [("title", "page heading"), ("publisher", "title"), ("byline", "first lines"), ("byline", "label")]
)
"""Fields and places at which fewer than 94 of 100 readings were right although the weight was at least
:data:`SURE_FROM`, on 128 labelled articles and 103 labelled pages."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a field of an article was read."""

    field: Field
    place: Place
    confidence: float
    """0 to 1: a weight set by hand; :attr:`sureness` is the measured statement."""

    @property
    def sureness(self) -> Sureness:
        """How sure the field is, in a word; docs/guide.md states how often each was right."""
        if self.confidence < GUESS_BELOW:
            return "guess"
        is_sure = self.confidence >= SURE_FROM and (self.field, self.place) not in NEVER_SURE
        return "sure" if is_sure else "likely"

    @property
    def is_guess(self) -> bool:
        """Tell whether the field must be shown as a guess."""
        return self.sureness == "guess"
