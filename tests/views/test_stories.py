from factories import an_article
from fakes import TODAY

from briefreader.views.inbox import whole_list
from briefreader.views.stories import same_event
from briefreader.workflows.add import add_articles
from briefreader.workflows.triage import move_to
from briefreader.workspace import Workspace


def test_the_event_of_an_article_is_looked_for_among_what_was_here_before_and_not_in_the_trash(
    workspace: Workspace,
) -> None:
    texts = ("OpenAI leases halls to Nvidia today.", "OpenAI rented its halls to Nvidia.")
    first, second = (one.article.id for one in add_articles(workspace, map(an_article, texts)))
    keys = {row.id: row.key for row in whole_list(workspace.store, "inbox", TODAY)}

    found = same_event(workspace.store, keys[second])
    assert found
    assert (found.key, found.statements) == (keys[first], 1)
    assert same_event(workspace.store, keys[first]) is None
    move_to(workspace, first, "trash")
    assert same_event(workspace.store, keys[second]) is None
