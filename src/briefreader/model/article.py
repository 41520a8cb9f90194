"""What a source published."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from briefreader.model.document import Document
from briefreader.model.evidence import Evidence, Field
from briefreader.model.ids import ArticleId, ArticleKey

State = Literal["inbox", "later", "shortlist", "archive", "trash"]
STATES: tuple[State, ...] = ("inbox", "later", "shortlist", "archive", "trash")
MOVED: dict[State, str] = {
    "inbox": "moved to Inbox",
    "later": "moved to Later",
    "shortlist": "moved to Shortlist",
    "archive": "archived",
    "trash": "moved to Trash",
}
"""What moving an article to a list has done, in words."""
ListName = Literal["inbox", "later", "shortlist", "archive", "trash", "snoozed"]
LISTS: tuple[ListName, ...] = ("inbox", "later", "shortlist", "archive", "trash", "snoozed")
"""A state; or ``snoozed`` for what comes back to the inbox on a day to come, and is not in it until then."""


OWN_ADDRESS = "urn:briefreader:article:"
"""What stands before the id of an article where other programs need an address and it has none."""
FEWEST_WORDS_OF_ITS_OWN = 48
"""With fewer, the same text in two places makes them no one article."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who first reported what an article says, as the article itself declares it."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with its metadata and the text it has now."""

    id: ArticleId
    title: str | None
    """None when the article has none; ``opening`` then stands for it, shown as a guess."""
    opening: str
    """The first words of the body."""
    publisher: str | None = None
    byline: str | None = None
    origin: Origin | None = None
    url: str | None = None
    published_on: date | None = None
    """None when the article does not say."""
    evidence: tuple[Evidence, ...] = ()
    """Where each field that is known was read."""
    document: Document
    not_read: tuple[str, ...] = ()
    """What of its file could not be read, a line each, such as ``the attachment rents.xlsx``; not kept in the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article as lists show it."""

    key: ArticleKey
    id: ArticleId
    title: str | None
    """None when the article has none; ``opening`` then stands for it."""
    opening: str
    publisher: str | None
    byline: str | None
    origin: Origin | None
    url: str | None
    published_on: date | None
    added_at: datetime
    state: State
    is_read: bool
    words: int
    claims: int
    progress: float
    """How much of its text has been on the screen while it was read, 0 to 1."""
    snoozed_until: date | None = None
    """The day on which it comes back to the inbox; None when it was not put off."""
    evidence: tuple[Evidence, ...] = ()
    """Where its metadata was read; nothing for an article from before that was kept."""
    notes: int
    """How many annotations the reader has made on it."""

    @property
    def name(self) -> str:
        """The title; without one, the opening in quotation marks, so that nobody takes it for a title."""
        return self.title or f"“{self.opening}{'' if self.opening.endswith(('.', '!', '?')) else '…'}”"

    @property
    def guessed(self) -> frozenset[Field]:
        """The fields of its metadata that are guesses."""
        return frozenset(one.field for one in self.evidence if one.is_guess)

    @property
    def address(self) -> str:
        """Where it is; of an article without an address, one that names it to other programs."""
        return self.url or OWN_ADDRESS + self.id

    @property
    def origin_name(self) -> str | None:
        """Who first reported it, as the article declares; None when it does not."""
        return self.origin.name if self.origin else None
