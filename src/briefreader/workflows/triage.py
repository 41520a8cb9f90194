"""Decide what becomes of an article."""

from briefreader.model.article import State
from briefreader.model.ids import ArticleId
from briefreader.store.articles import RETITLED
from briefreader.workspace import Workspace

_VERBS: dict[State, str] = {
    "inbox": "moved to the inbox",
    "later": "put off until later",
    "shortlist": "shortlisted",
    "archive": "archived",
    "trash": "moved to the trash",
}


def move_to(workspace: Workspace, article_id: ArticleId, state: State) -> str:
    """Put an article on another list; returns what was done, in words."""
    with workspace.store.journal.batch(_VERBS[state], workspace.clock()) as batch:
        workspace.store.articles.set_state(batch, article_id, state)
    return _VERBS[state]


def retitle(workspace: Workspace, article_id: ArticleId, title: str) -> None:
    """Give an article a title of the reader's own, as for one that came without."""
    from briefreader.ingest.clean import clean_line  # noqa: PLC0415 - the app starts without it

    with workspace.store.journal.batch(RETITLED, workspace.clock()) as batch:
        workspace.store.articles.set_title(batch, article_id, clean_line(title))


def mark_read(workspace: Workspace, article_id: ArticleId, *, is_read: bool) -> None:
    """Mark an article read or unread."""
    verb = "marked read" if is_read else "marked unread"
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        workspace.store.articles.set_read(batch, article_id, is_read=is_read)
