from factories import an_article

from briefreader.views.crosscheck import crosscheck
from briefreader.workflows.add import add_articles
from briefreader.workflows.undo import redo, undo
from briefreader.workflows.verdicts import give_verdict, take_verdict_back
from briefreader.workspace import Workspace

KEY = "count in accelerator | openai"


def right(workspace: Workspace) -> str | None:
    [row] = crosscheck(workspace.store)
    return row.verdict.article_id if row.verdict else "open"


def test_a_claim_has_one_verdict_and_every_change_of_it_is_undone(workspace: Workspace) -> None:
    texts = ("OpenAI holds 48,000 accelerators there.", "OpenAI holds 46,000 accelerators there.")
    first, second = (one.article.id for one in add_articles(workspace, map(an_article, texts)))

    give_verdict(workspace, KEY, first)
    give_verdict(workspace, KEY, second)
    assert right(workspace) == second
    undo(workspace)
    assert right(workspace) == first
    redo(workspace)
    give_verdict(workspace, KEY, None)
    assert right(workspace) is None
    take_verdict_back(workspace, KEY)
    assert right(workspace) == "open"
    undo(workspace)
    assert right(workspace) is None
