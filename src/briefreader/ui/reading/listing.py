"""What the feed pane lists: a list, or what a query finds in one or anywhere."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from briefreader.model.article import ArticleRow, ListName
from briefreader.model.ids import ArticleId, ArticleKey, StoryId
from briefreader.model.query import EVERYTHING, Order, Query, mentions
from briefreader.ui.text.feed_lines import StoryLine
from briefreader.views.inbox import list_keys, place_in_list, shown_together
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
_LONGEST_TITLE = 40
_EMPTY: dict[ListName, str] = {
    "inbox": "The inbox is empty.\n\nPress a to add a file, a\nfolder or a page, or 6 to\nadd feeds."
    "\n\nTo try sample briefings:\nbriefreader --demo",
    "later": "Later is empty.\n\nPress L to move an article here.",
    "shortlist": "The shortlist is empty.\n\nPress s to move an article here.",
    "archive": "The archive is empty.\n\nPress e to archive an article.",
    "trash": "The trash is empty.",
    "snoozed": "No snoozed articles.\n\nPress S to snooze an article\nuntil a date.",
}


Scores = Callable[[Sequence[int]], Mapping[ArticleKey, float]]


class ListPosition(NamedTuple):
    """Where the reader is in what is listed, and what is selected there."""

    key: ArticleKey | None = None
    """The article under the cursor."""
    row: int = 0
    scrolled: int = 0
    """How many lines are above the first that is shown."""
    selected: frozenset[int] = frozenset()
    anchor: int | None = None
    """The article at which a range begins."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed, and in which order."""

    name: ListName | None = "inbox"
    """None for articles of all lists but the trash."""
    text: str = ""
    """The query as it was written; empty for the whole list."""
    query: Query = EVERYTHING
    order: Order = "newest"
    view: str = ""
    """The name of the reader's view that the query is; empty for none."""
    opened: frozenset[StoryId] = frozenset()
    """The stories that are open in place: each of their articles has a row, below the newest."""

    def keys(self, workspace: Workspace, most: int | None = None) -> "array[int]":
        """Return the keys of what is listed; of the newest first, only the first ``most`` when given."""
        today = workspace.today()
        if not self.is_whole or not self.name:
            return matching_keys(workspace.store, self.query, today, within=self.name, order=self.order)
        heads = list_keys(workspace.store, self.name, today, most, by_story=True)
        if self.order != "newest":
            shown = set(heads)
            ordered = matching_keys(workspace.store, EVERYTHING, today, within=self.name, order=self.order)
            heads = array("q", (key for key in ordered if key in shown))
        return self._with_opened(workspace, heads) if self.opened else heads

    def _with_opened(self, workspace: Workspace, heads: "array[int]") -> "array[int]":
        from briefreader.views.stories import story_of  # noqa: PLC0415 - on first use

        members = [one.key for story in self.opened for one in story_of(workspace.store, story).articles]
        shown = shown_together(workspace.store, members, workspace.today()).values()
        below = {one.keys[0]: one.keys[1:] for one in shown}
        return array("q", (key for head in heads for key in (head, *below.get(ArticleKey(head), ()))))

    def story_lines(self, workspace: Workspace, keys: Sequence[int]) -> dict[ArticleKey, StoryLine]:
        """Return for the rows of a whole list how those stand to their stories that are not alone there."""
        if not self.is_whole:
            return {}
        lines = {}
        for key, shown in shown_together(workspace.store, keys, workspace.today()).items():
            is_open, is_first = shown.story in self.opened, key == shown.keys[0]
            if is_first or is_open:
                others = [whose for other, whose in zip(shown.keys, shown.publishers, strict=True) if other != key]
                lines[key] = StoryLine(tuple(others), is_open, is_nested=not is_first)
        return lines

    def scores(self, workspace: Workspace) -> Scores | None:
        """Return what tells the scores of articles; None when they are not what the order is by."""
        if self.order != "score":
            return None
        from briefreader.views.scoring import scores  # noqa: PLC0415 - it brings the gazetteer

        return partial(scores, workspace.store, today=workspace.today())

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole list, in which a row stands for a story."""
        return self.name is not None and self.query == EVERYTHING

    @property
    def is_plain(self) -> bool:
        """Whether it is a whole list in its own order."""
        return self.is_whole and self.order == "newest"

    def row_of(self, workspace: Workspace, article_id: ArticleId) -> tuple[ArticleKey, int | None]:
        """Return an article's key, and its row in what is listed; None when it is not in it."""
        name = self.name or "inbox"
        key, row = place_in_list(workspace.store, article_id, name, workspace.today(), by_story=True)
        if not self.is_plain or self.opened:
            keys = self.keys(workspace)
            row = keys.index(key) if key in keys else None
        return key, row

    def location_label(self, article: ArticleRow) -> str:
        """Return on which list an article is where several are shown, or when it comes back of what is snoozed."""
        if self.name == "snoozed" and article.snoozed_until:
            return f"until {article.snoozed_until:%d %b}"
        return article.state if self.name is None and article.state != "inbox" else ""

    def leaves(self, to: ListName) -> bool:
        """Tell whether an article that goes to a list is listed here no more."""
        return to != self.name if self.name else to == "trash" or mentions(self.query, "is")

    @property
    def empty(self) -> str:
        """What to say when nothing is listed."""
        if self.text:
            return f"No articles match\n{self.text}\n\n/ edit search, esc clear search"
        return _EMPTY[self.name or "inbox"]

    @property
    def title(self) -> str:
        """What is listed, in few words."""
        order = "" if self.order == "newest" else f", {ORDER_NAMES[self.order].lower()}"
        if self.view:
            return f"{self.view}{order}"
        if not self.text:
            return f"{LIST_NAMES[self.name or 'inbox']}{order}"
        return f"{LIST_NAMES[self.name]} > {self.text}{order}" if self.name else f"/ {self.text}{order}"


class Location(NamedTuple):
    """Where the reader is: what is listed, and where in it."""

    listing: Listing
    position: ListPosition


def list_of(article: ArticleRow, today: date) -> ListName:
    """Return the list that an article is on."""
    until = article.snoozed_until
    is_put_off = article.state == "inbox" and until and until > today
    return "snoozed" if is_put_off else article.state


def cut(title: str) -> str:
    """Return a listing's title, short enough for a line."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
