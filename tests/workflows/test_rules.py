import pytest
from factories import SAMPLES, an_article
from fakes import TODAY

from briefreader.model.saved_view import RULE_ACTIONS, RuleAction
from briefreader.views.inbox import list_counts, whole_list
from briefreader.workflows.add import add_articles, add_files
from briefreader.workflows.rules import act, fitting, set_rule
from briefreader.workflows.saved_views import keep_view
from briefreader.workflows.undo import undo
from briefreader.workspace import Workspace


def counts(workspace: Workspace) -> dict[str, int]:
    return {name: count for name, count in list_counts(workspace.store, TODAY).items() if count}


@pytest.mark.parametrize("action", RULE_ACTIONS)
def test_what_arrives_and_fits_is_acted_on_and_one_undo_brings_it_back(
    workspace: Workspace, action: RuleAction
) -> None:
    set_rule(workspace, keep_view(workspace, "Northlight", "northlight"), action)
    add_files(workspace, [SAMPLES])

    is_read = [row for row in whole_list(workspace.store, "inbox", TODAY) if row.is_read]
    moved = len(is_read) if action == "read" else counts(workspace)[action]
    assert 1 < moved < 16
    undone = undo(workspace)
    assert undone
    assert undone.verb == f"{RULE_ACTIONS[action]} by the rule Northlight: {moved} articles"
    assert counts(workspace) == {"inbox": 16}


def test_what_was_there_before_is_left_alone_unless_asked_for(workspace: Workspace) -> None:
    add_articles(workspace, [an_article("Halden buys power.")])
    view = keep_view(workspace, "Halden", "halden")
    set_rule(workspace, view, "archive")
    add_articles(workspace, [an_article("Halden sells power."), an_article("Nothing of it.")])

    assert counts(workspace) == {"inbox": 2, "archive": 1}
    assert act(workspace, view, "archive", fitting(workspace, view)) == "archived by the rule Halden: 1 article"
    assert counts(workspace) == {"inbox": 1, "archive": 2}
    assert act(workspace, view, "archive", fitting(workspace, view)) is None


def test_the_first_rule_that_fits_takes_an_article_and_a_view_without_one_does_nothing(workspace: Workspace) -> None:
    first = keep_view(workspace, "a", "halden")
    keep_view(workspace, "b", "halden")
    second = keep_view(workspace, "c", "power")
    set_rule(workspace, first, "later")
    set_rule(workspace, second, "trash")
    add_articles(workspace, [an_article("Halden buys power."), an_article("Cheap power.")])

    assert counts(workspace) == {"later": 1, "trash": 1}
    set_rule(workspace, first, None)
    set_rule(workspace, second, None)
    add_articles(workspace, [an_article("Halden buys more power.")])
    assert counts(workspace) == {"later": 1, "trash": 1, "inbox": 1}
