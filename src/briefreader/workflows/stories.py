"""Keep articles about one event together."""

from collections.abc import Sequence

from briefreader.model.ids import ArticleKey, StoryId
from briefreader.views.stories import same_event
from briefreader.workspace import Workspace


def join_stories(workspace: Workspace, keys: Sequence[int]) -> None:
    """Put new articles to the story that each is about; what is together once stays so until the reader parts it."""
    store = workspace.store
    rows = store.articles.rows(keys)
    for key in sorted(rows):
        same = same_event(store, key)
        if same:
            story = same.story or StoryId(store.articles.rows([same.key])[same.key].id)
            store.stories.put([key, same.key], story)


def split_off(workspace: Workspace, key: ArticleKey) -> None:
    """Take an article out of its story."""
    with workspace.store.journal.batch("took an article out of its story", workspace.clock()) as batch:
        batch.update_articles([key], {"story": None})


def merge_stories(workspace: Workspace, keys: Sequence[int]) -> int:
    """Make articles, and the stories that they are in, one story; return of how many articles."""
    store = workspace.store
    known = [story for key in keys if (story := store.stories.of(ArticleKey(key)))]
    together = sorted({*keys, *(member for story in known for member in store.stories.members(story))})
    story = known[0] if known else StoryId(store.articles.rows(keys)[ArticleKey(keys[0])].id)
    with workspace.store.journal.batch(f"made one story: {len(together):,} articles", workspace.clock()) as batch:
        batch.update_articles(together, {"story": story})
    return len(together)
