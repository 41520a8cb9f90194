"""The articles about one event: go to one, decide on all, part and join them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefreader.model.article import ArticleRow
from briefreader.ui.choosing import Choice, choose
from briefreader.views.stories import story_with
from briefreader.workflows.stories import merge_stories, split_off
from briefreader.workflows.triage import move_all
from briefreader.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.desk import Desk
    from briefreader.ui.screens.read import ReadScreen


def offer_story(screen: "ReadScreen", desk: "Desk", workspace: Workspace, article: ArticleRow) -> None:
    """Offer the other articles of a story, and what can be done with all of it."""
    story = story_with(workspace.store, article.key)
    members = story.articles if story else (article,)
    selected = sorted({article.key, *screen.feed.selected})

    def archive() -> None:
        done = move_all(workspace, [one.key for one in members], "archive")
        _done(desk, done)

    def split() -> None:
        split_off(workspace, article.key)
        _done(desk, "Took it out of its story")

    def merge(keys: Sequence[int]) -> None:
        _done(desk, f"One story now: {merge_stories(workspace, keys):,} articles")

    choices = [
        Choice(one.title or one.opening, partial(screen.open_article, one.id), _about(one))
        for one in members
        if one.key != article.key
    ]
    if len(members) > 1:
        choices += [Choice(f"Archive all {len(members)}", archive), Choice("Take this one out of its story", split)]
    if len(selected) > 1:
        choices.append(Choice(f"Make one story of the {len(selected)} selected", partial(merge, selected)))
    if choices:
        choose(screen.app, choices, "The same event in other articles")
    else:
        desk.say("No other article is about the same event; x selects others, to make them one story")


def _about(article: ArticleRow) -> str:
    day = f"{article.published_on:%d %b %Y}" if article.published_on else "no date"
    return f"{article.publisher or 'no publisher'} · {day} · {article.state}"


def _done(desk: "Desk", words: str) -> None:
    desk.reload()
    desk.say(f"{words[0].upper()}{words[1:]}  u undoes")
