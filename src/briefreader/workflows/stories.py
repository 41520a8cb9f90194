"""Keep articles about one event together."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import ceil

from briefreader.analysis.across.same_story import Telling, is_edition, other_event
from briefreader.model.ids import ArticleKey, StoryId
from briefreader.store.journal import Batch
from briefreader.views.events import Event, WordCounts, event_of, telling_of
from briefreader.workspace import Workspace

_AT_ONCE = 16
"""So many articles are joined in a transaction: some 50 ms."""
_QUORUM = 1 / 3
_ALL_OF = 2
"""Of a story of so many articles or fewer, each has to tell of the same event as a new one."""


def join_stories(workspace: Workspace, keys: Sequence[int], arrival: Batch | None = None) -> None:
    """Put new articles to the story that each is about; what is together once stays so until the reader parts it.

    An article joins when a third of a story's articles tell of the same event, or each where the story has two at most.
    It never joins a story with another edition of its outlet, with another step of the matter that shares no evidence
    with it, or with an article that the reader has parted from it.
    Two stories become one when each article of the one tells of the same event as each of the other. A few articles are
    a short transaction, so that the app can write meanwhile. ``arrival``: the batch that undo takes them back with.
    """
    counts = WordCounts(workspace.store)
    known = sorted(workspace.store.articles.rows(keys))
    for start in range(0, len(known), _AT_ONCE):
        with workspace.store.journal.more_of(arrival) as batch:
            for key in known[start : start + _AT_ONCE]:
                _join(workspace, key, event_of(workspace.store, key, counts), batch)


def _join(workspace: Workspace, key: ArticleKey, event: Event, batch: Batch | None) -> None:
    stories = workspace.store.stories
    stories.keep_marks(key, event.day or "", event.words, event.norm)
    stories.keep_marks(key, "", event.runs, event.norm)
    stories.keep_edges(key, event.edges, "same")
    stories.keep_edges(key, event.related, "related")
    fitting = list(_fitting(workspace, key, event))
    if fitting:
        story = stories.of(fitting[0][0]) or StoryId(workspace.store.articles.rows(fitting[0][:1])[fitting[0][0]].id)
        stories.put([key, *fitting[0]], story, batch)
        for group in _completing(workspace, [key, *fitting[0]], fitting[1:]):
            stories.put(group, story, batch)


def _fitting(workspace: Workspace, key: ArticleKey, event: Event) -> Iterator[list[ArticleKey]]:
    """Yield the articles of each story that a new one fits, the one with most evidence first."""
    stories = workspace.store.stories
    vetoed, mine = stories.vetoed(key), telling_of(workspace.store, key)
    groups: dict[StoryId | ArticleKey, list[ArticleKey]] = {}
    for other in event.edges:
        story = stories.of(other)
        groups.setdefault(story or other, stories.members(story) if story else [other])
    best = sorted(groups.values(), key=lambda group: (-sum(one in event.edges for one in group), min(group)))
    for group in best:
        told = sum(one in event.edges for one in group)
        is_told = told == len(group) if len(group) <= _ALL_OF else told >= ceil(_QUORUM * len(group))
        if is_told and not vetoed & {*group} and not _is_barred(workspace, mine, event, group):
            yield group


def _is_barred(workspace: Workspace, mine: Telling, event: Event, group: Sequence[ArticleKey]) -> bool:
    """Tell whether a story has another edition of a new article's outlet, or tells of another step of the matter."""
    return any(
        is_edition(mine, theirs) or (one not in event.edges and other_event(mine, theirs) is not None)
        for one in group
        for theirs in [telling_of(workspace.store, one)]
    )


def _completing(
    workspace: Workspace, members: Sequence[ArticleKey], others: Sequence[Sequence[ArticleKey]]
) -> Iterator[Sequence[ArticleKey]]:
    """Yield the other stories that tell, each article of them, of the same event as all that are together so far."""
    together = [*members]
    for group in others:
        edges = workspace.store.stories.edges_among([*together, *group])
        if all((min(one, other), max(one, other)) in edges for one in together for other in group):
            yield group
            together += group


def split_off(workspace: Workspace, key: ArticleKey) -> None:
    """Take an article out of its story, which it joins no more."""
    stories = workspace.store.stories
    story = stories.of(key)
    rows = workspace.store.articles.rows(stories.members(story) if story else [])
    with workspace.store.journal.batch("removed an article from its story", workspace.clock()) as batch:
        batch.update_articles([key], {"story": None})
        for other in sorted(rows):
            if other != key and key in rows:
                stories.veto(batch, rows[key].id, rows[other].id)


def merge_stories(workspace: Workspace, keys: Sequence[int]) -> int:
    """Make articles, and the stories that they are in, one story; return of how many articles."""
    store = workspace.store
    known = [story for key in keys if (story := store.stories.of(ArticleKey(key)))]
    together = sorted({*keys, *(member for story in known for member in store.stories.members(story))})
    rows = store.articles.rows(together)
    story = known[0] if known else StoryId(rows[ArticleKey(keys[0])].id)
    with workspace.store.journal.batch(f"grouped {len(together):,} articles as one story", workspace.clock()) as batch:
        batch.update_articles(together, {"story": story})
        for one, other in combinations(rows.values(), 2):
            store.stories.allow(batch, one.id, other.id)
    return len(together)
