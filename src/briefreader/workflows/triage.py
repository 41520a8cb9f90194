"""Decide what becomes of articles."""

from collections.abc import Sequence
from datetime import date

from briefreader.model.article import MOVED, State
from briefreader.model.ids import ArticleId
from briefreader.workspace import Workspace


def move_to(workspace: Workspace, article_id: ArticleId, state: State) -> str:
    """Put an article on another list; returns what was done, in words."""
    with workspace.store.journal.batch(MOVED[state], workspace.clock()) as batch:
        workspace.store.articles.set_state(batch, article_id, state)
    return MOVED[state]


def move_all(workspace: Workspace, keys: Sequence[int], state: State) -> str:
    """Put articles on another list, as one thing to undo; returns what was done, in words."""
    verb = f"{MOVED[state]}: {_counted(keys)}"
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        batch.update_articles(keys, {"state": state, "snoozed_until": None})
    return verb


def snooze(workspace: Workspace, keys: Sequence[int], until: date) -> str:
    """Take articles out of the inbox until a day; returns what was done, in words."""
    verb = f"snoozed until {until:%d %b %Y}: {_counted(keys)}"
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        batch.update_articles(keys, {"state": "inbox", "snoozed_until": until.isoformat()})
    return verb


def mark_all(workspace: Workspace, keys: Sequence[int], *, is_read: bool) -> str:
    """Mark articles read or unread, as one thing to undo; returns what was done, in words."""
    verb = f"marked as {'read' if is_read else 'unread'}: {_counted(keys)}"
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        batch.update_articles(keys, {"is_read": int(is_read)})
    return verb


def mark_read(workspace: Workspace, article_id: ArticleId, *, is_read: bool) -> None:
    """Mark an article read or unread."""
    verb = "marked as read" if is_read else "marked as unread"
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        workspace.store.articles.set_read(batch, article_id, is_read=is_read)


def keep_progress(workspace: Workspace, article_id: ArticleId, progress: float) -> None:
    """Note how much of an article has been read, unless the store is only read."""
    if workspace.store.newer_schema is None:
        workspace.store.articles.set_progress(article_id, progress)


def _counted(keys: Sequence[int]) -> str:
    return f"{len(keys):,} article{'' if len(keys) == 1 else 's'}"
