"""What the feed pane lists: a list, or what a query finds in one or anywhere."""

from array import array
from dataclasses import dataclass

from briefreader.model.article import ListName
from briefreader.model.query import EVERYTHING, Order, Query, mentions
from briefreader.views.inbox import list_keys
from briefreader.views.querying import matching_keys
from briefreader.workspace import Workspace

LIST_NAMES: dict[ListName, str] = {
    "inbox": "Inbox",
    "later": "Later",
    "shortlist": "Shortlist",
    "archive": "Archive",
    "trash": "Trash",
    "snoozed": "Snoozed",
}
ORDER_NAMES: dict[Order, str] = {
    "newest": "Newest first",
    "shortest": "Shortest first",
    "relevance": "Best match first",
    "score": "Highest score first",
}
_EMPTY: dict[ListName, str] = {
    "inbox": "Nothing in the inbox.\n\n6 is for feeds, r asks them.\n\nFiles and pages:\nbriefreader add PLACE"
    "\n\nTo try it on samples:\nbriefreader --demo",
    "later": "Nothing for later.\n\nL puts an article here.",
    "shortlist": "Nothing shortlisted.\n\ns puts an article here.",
    "archive": "Nothing archived.\n\ne puts an article here.",
    "trash": "The trash is empty.",
    "snoozed": "Nothing is snoozed.\n\nS puts an article off until\na day.",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed, and in which order."""

    name: ListName | None = "inbox"
    """None for articles of all lists but the trash."""
    text: str = ""
    """The query as it was written; empty for the whole list."""
    query: Query = EVERYTHING
    order: Order = "newest"

    def keys(self, workspace: Workspace, most: int | None = None) -> "array[int]":
        """Return the keys of what is listed; of the newest first, only the first ``most`` when given."""
        today = workspace.clock().date()
        if self.is_plain and self.name:
            return list_keys(workspace.store, self.name, today, most, by_story=True)
        return matching_keys(workspace.store, self.query, today, within=self.name, order=self.order)

    @property
    def is_plain(self) -> bool:
        """Whether it is a whole list in its own order."""
        return self.name is not None and self.query == EVERYTHING and self.order == "newest"

    def leaves(self, to: ListName) -> bool:
        """Tell whether an article that goes to a list is listed here no more."""
        return to != self.name if self.name else to == "trash" or mentions(self.query, "is")

    @property
    def empty(self) -> str:
        """What to say when nothing is listed."""
        if self.text:
            return f"Nothing is found for\n{self.text}\n\nf or / changes it, esc leaves it."
        return _EMPTY[self.name or "inbox"]

    @property
    def title(self) -> str:
        """What is listed, in few words."""
        order = "" if self.order == "newest" else f", {ORDER_NAMES[self.order].lower()}"
        if not self.text:
            return f"{LIST_NAMES[self.name or 'inbox']}{order}"
        return f"{LIST_NAMES[self.name]} > {self.text}{order}" if self.name else f"/ {self.text}{order}"
