"""The articles about one event: show each in the list, go to one, decide on all, part and join them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefreader.model.article import ArticleRow, State
from briefreader.model.ids import ArticleKey
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.reading.listing import list_of
from briefreader.ui.text.feed_lines import StoryLine, named
from briefreader.ui.text.phrases import sentence
from briefreader.views.inbox import shown_together
from briefreader.workflows.triage import mark_all, move_all
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.reading.presenter import Desk
    from briefreader.ui.reading.screen import ReadScreen
    from briefreader.views.stories import Story

_NAMES: dict[State, str] = {
    "archive": "Archive all {}",
    "later": "Move all {} to Later",
    "shortlist": "Move all {} to Shortlist",
    "trash": "Move all {} to Trash",
}


class Storying:
    """Shows what a row stands for; acts on all of it only where the reader chose that by its number."""

    def __init__(self, screen: "ReadScreen", desk: "Desk", workspace: Workspace) -> None:
        self._screen = screen
        self._desk = desk
        self._workspace = workspace

    def line_of(self, key: ArticleKey | None) -> StoryLine | None:
        """Return how a row stands to the others of its story on the list; None when it has none there."""
        return self._screen.feed.tell_stories([key]).get(key) if key is not None else None

    @property
    def is_here(self) -> bool:
        """Whether the row under the cursor stands for several articles, or is listed below one that does."""
        return self.line_of(self._screen.feed.key) is not None

    def toggle(self) -> None:
        """Show each article of the story under the cursor in the list, or only the newest for all."""
        key, listing = self._screen.feed.key, self._desk.listing
        shown = shown_together(self._workspace.store, [key], self._workspace.today()) if key and self.is_here else {}
        if key is None or key not in shown:
            self._desk.say("This row is a single article (B shows other coverage)")
            return
        story, keys, publishers = shown[key]
        self._desk.list_again(replace(listing, opened=listing.opened ^ {story}))
        if story in listing.opened:
            self._screen.feed.go_to_first({keys[0]})
        self._desk.say(f"{len(keys)} articles in this story: {named(publishers)}")
        self._desk.show_position()

    def open_story_of(self, key: ArticleKey) -> None:
        """Give each article of an article's story a row in the list."""
        if story := self._story_with(key):
            self._desk.list_again(replace(self._desk.listing, opened=self._desk.listing.opened | {story.id}))

    def list_next_of(self, key: ArticleKey) -> None:
        """List the newest that is left of a story when the article has left that stood for it."""
        story = self._story_with(key) if self._desk.listing.is_whole else None
        left = self._on_list(story.articles) if story else []
        if left:
            _, row = self._desk.listing.place_of(self._workspace, left[0].id)
            if row is not None:
                self._screen.feed.insert(left[0].key, row)

    def _story_with(self, key: ArticleKey) -> "Story | None":
        from briefreader.views.stories import story_with  # noqa: PLC0415 - on first use

        return story_with(self._workspace.store, key)

    def _on_list(self, articles: Sequence[ArticleRow]) -> list[ArticleRow]:
        today, name = self._workspace.today(), self._desk.listing.name
        return [one for one in articles if list_of(one, today) == name]

    def offer(self, article: ArticleRow) -> None:
        """Offer the other articles of a story, and what can be done with all of it that is on one list."""
        story = self._story_with(article.key)
        members = story.articles if story else (article,)
        why = {one: reasons for *pair, reasons in (story.why if story else ()) if article.id in pair for one in pair}
        choices = [
            Choice(one.name, partial(self._screen.open_article, one.id), _about(one, why.get(one.id, ())))
            for one in members
            if one.key != article.key
        ]
        choices += [*self._for_all(article, members), *self._joining(article)]
        if choices:
            choose(self._screen.app, choices, "Other coverage of this story")
        else:
            self._desk.say("No other coverage. Select articles with x to group them.")

    def _for_all(self, article: ArticleRow, members: Sequence[ArticleRow]) -> list[Choice]:
        if len(members) == 1:
            return []
        today = self._workspace.today()
        here = [one for one in members if list_of(one, today) == list_of(article, today)]
        keys = [one.key for one in here]
        whose = named([one.publisher or one.origin_name for one in here])
        moving = [
            Choice(name.format(len(here)), partial(self._do, partial(move_all, self._workspace, keys, state)), whose)
            for state, name in _NAMES.items()
            if state != article.state
        ]
        reading = partial(self._do, partial(mark_all, self._workspace, keys, is_read=True))
        all_of_it = [*moving, Choice(f"Mark all {len(here)} as read", reading, whose)] if len(here) > 1 else []
        return [*all_of_it, Choice("Remove this article from the story", partial(self._split, article))]

    def _joining(self, article: ArticleRow) -> list[Choice]:
        selected = sorted({article.key, *self._screen.feed.selected})
        if len(selected) == 1:
            return []
        return [Choice(f"Group the {len(selected)} selected articles as one story", partial(self._merge, selected))]

    def _split(self, article: ArticleRow) -> None:
        from briefreader.workflows.stories import split_off  # noqa: PLC0415 - on first use

        def split() -> str:
            split_off(self._workspace, article.key)
            return "removed it from the story"

        self._do(split)

    def _merge(self, keys: Sequence[int]) -> None:
        from briefreader.workflows.stories import merge_stories  # noqa: PLC0415 - on first use

        self._do(lambda: f"grouped {merge_stories(self._workspace, keys):,} articles as one story")

    def _do(self, act: Callable[[], str]) -> None:
        with self._desk.undoing.remembering():
            done = act()
        self._desk.reload()
        self._desk.say(f"{sentence(done)} (u to undo)")


def _about(article: ArticleRow, why: Sequence[str]) -> str:
    day = f"{article.published_on:%d %b %Y}" if article.published_on else "no date"
    return " · ".join([article.publisher or "no publisher", day, article.state, *why])
