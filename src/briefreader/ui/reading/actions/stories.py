"""The articles about one event: show each in the list, go to one, decide on all, part and join them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from briefreader.model.article import ArticleRow, State
from briefreader.ui.dialogs.choose import Choice, choose
from briefreader.ui.reading.actions.base import ActionGroup, Handlers
from briefreader.ui.text.feed_lines import named
from briefreader.ui.text.phrases import sentence
from briefreader.views.inbox import shown_together
from briefreader.workflows.triage import mark_all, move_all

if TYPE_CHECKING:
    pass

_NAMES: dict[State, str] = {
    "archive": "Archive all {}",
    "later": "Move all {} to Later",
    "shortlist": "Move all {} to Shortlist",
    "trash": "Move all {} to Trash",
}


class StoryActions(ActionGroup):
    """Shows what a row stands for; acts on all of it only where the reader chose that by its number."""

    @cached_property
    def handlers(self) -> Handlers:
        """What the group does."""
        return {"story.open": self._toggle, "across.story": self._offer_other_coverage}

    def _offer_other_coverage(self) -> None:
        if reading := self._presenter.ensure_open():
            self._offer(reading.article)

    def _toggle(self) -> None:
        """Show each article of the story under the cursor in the list, or only the newest for all."""
        key, listing = self._panes.feed.key, self._session.listing
        shown = (
            shown_together(self._workspace.store, [key], self._workspace.today())
            if key and self._panes.feed.story_line(key)
            else {}
        )
        if key is None or key not in shown:
            self._presenter.show_status("This row is a single article (B shows other coverage)")
            return
        story, keys, publishers = shown[key]
        self._presenter.list_again(replace(listing, opened=listing.opened ^ {story}))
        if story in listing.opened:
            self._panes.feed.go_to_first({keys[0]})
        self._presenter.show_status(f"{len(keys)} articles in this story: {named(publishers)}")
        self._presenter.show_position()

    def _offer(self, article: ArticleRow) -> None:
        """Offer the other articles of a story, and what can be done with all of it that is on one list."""
        story = self._session.story_with(article.key)
        members = story.articles if story else (article,)
        why = {one: reasons for *pair, reasons in (story.why if story else ()) if article.id in pair for one in pair}
        choices = [
            Choice(one.name, partial(self._presenter.go_to_article, one.id), _about(one, why.get(one.id, ())))
            for one in members
            if one.key != article.key
        ]
        choices += [*self._for_all(article, members), *self._joining(article)]
        if choices:
            choose(self._app, choices, "Other coverage of this story")
        else:
            self._presenter.show_status("No other coverage. Select articles with x to group them.")

    def _for_all(self, article: ArticleRow, members: Sequence[ArticleRow]) -> list[Choice]:
        if len(members) == 1:
            return []
        here = [one for one in members if self._session.list_holding(one) == self._session.list_holding(article)]
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
        selected = sorted({article.key, *self._panes.feed.selected})
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
        with self._presenter.remembering():
            done = act()
        self._presenter.reload()
        self._presenter.show_status(f"{sentence(done)} (u to undo)")


def _about(article: ArticleRow, why: Sequence[str]) -> str:
    day = f"{article.published_on:%d %b %Y}" if article.published_on else "no date"
    return " · ".join([article.publisher or "no publisher", day, article.state, *why])
