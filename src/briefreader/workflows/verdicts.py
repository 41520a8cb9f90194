"""Say who is right where articles disagree."""

from briefreader.model.ids import ArticleId, VerdictId
from briefreader.model.verdict import Verdict
from briefreader.workspace import Workspace


def give_verdict(workspace: Workspace, key: str, article_id: ArticleId | None) -> None:
    """Keep that an article is right on a claim, or with None that none of them is."""
    now = workspace.clock()
    verdict = Verdict(id=VerdictId(workspace.new_id()), key=key, article_id=article_id, created_at=now)
    with workspace.store.journal.batch(f"gave a verdict on {key}", now) as batch:
        workspace.store.verdicts.put(batch, verdict)


def take_verdict_back(workspace: Workspace, key: str) -> None:
    """Have no verdict on a claim any more."""
    with workspace.store.journal.batch(f"took back the verdict on {key}", workspace.clock()) as batch:
        workspace.store.verdicts.take_back(batch, key)
