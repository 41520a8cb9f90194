"""Views that act on what arrives."""

from array import array
from collections.abc import Sequence

from briefreader.model.query import QueryProblem
from briefreader.model.saved_view import RULE_ACTIONS, RuleAction, SavedView
from briefreader.store.journal import Batch
from briefreader.views.querying import matching_keys, understood
from briefreader.workflows.stories import join_stories
from briefreader.workspace import Workspace


def set_rule(workspace: Workspace, view: SavedView, action: RuleAction | None) -> None:
    """Say what becomes of what arrives and fits a view; None: nothing."""
    verb = f"turned on the rule {view.name}" if action else f"turned off the rule {view.name}"
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        workspace.store.saved_views.change(batch, view.id, {"on_arrival": action})


def on_arrival(workspace: Workspace, before: int, arrival: Batch | None = None) -> None:
    """Put the articles with keys beyond ``before`` to their stories, and act on them by the reader's rules.

    ``arrival``: the batch that added them, which undo takes the stories back with. Each rule is one thing to undo.
    """
    last = workspace.store.articles.last_key()
    if last == before:
        return
    join_stories(workspace, range(before + 1, last + 1), arrival)
    for view in workspace.store.saved_views.all():
        if view.on_arrival:
            act(workspace, view, view.on_arrival, [key for key in fitting(workspace, view) if key > before])


def fitting(workspace: Workspace, view: SavedView) -> "array[int]":
    """Return the keys of what a view finds in the inbox; of one that cannot be understood, none."""
    today = workspace.today()
    query = understood(view.query, today)
    if isinstance(query, QueryProblem):
        return array("q")
    return matching_keys(workspace.store, query, today, within="inbox")


def act(workspace: Workspace, view: SavedView, action: RuleAction, keys: Sequence[int]) -> str | None:
    """Do to articles what a rule says, as one thing to undo; return it in words, None where nothing was to be done."""
    if not keys:
        return None
    verb = f"{RULE_ACTIONS[action]} by the rule {view.name}: {len(keys):,} article{'' if len(keys) == 1 else 's'}"
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        batch.update_articles(keys, {"is_read": 1} if action == "read" else {"state": action, "snoozed_until": None})
    return verb
