"""Say who is right where articles disagree, and which claims are one."""

from briefreader.model.claim_edit import ClaimEdit
from briefreader.model.crosscheck import ClaimRow
from briefreader.model.errors import MergeError, NotFoundError
from briefreader.model.ids import ArticleId, ClaimEditId, VerdictId
from briefreader.model.verdict import Verdict
from briefreader.workspace import Workspace


def give_verdict(workspace: Workspace, row: ClaimRow, article_id: ArticleId | None) -> None:
    """Keep that an article is right on a claim, or with None that none of them is.

    Raises:
        NotFoundError: the article says nothing of it.

    """
    if article_id:
        _check_says(row, article_id)
    now = workspace.clock()
    verdict = Verdict(id=VerdictId(workspace.new_id()), key=row.key, article_id=article_id, created_at=now)
    with workspace.store.journal.batch(f"recorded a verdict on {row.key}", now) as batch:
        workspace.store.verdicts.put(batch, verdict)


def take_verdict_back(workspace: Workspace, key: str) -> None:
    """Have no verdict on a claim any more."""
    with workspace.store.journal.batch(f"removed the verdict on {key}", workspace.clock()) as batch:
        workspace.store.verdicts.take_back(batch, key)


def join_claims(workspace: Workspace, row: ClaimRow, other: ClaimRow) -> None:
    """Take two claims for one from now on.

    Raises:
        MergeError: they are one already, one is a figure and the other is none, or they are of other units or periods.

    """
    if row.key == other.key:
        raise MergeError(f"“{row.about}” is already one claim")
    first, second = row.said[0].statement, other.said[0].statement
    if (first.is_counted, first.unit, first.period) != (second.is_counted, second.unit, second.period):
        raise MergeError(f"cannot merge “{row.about}” with “{other.about}”: unit, period or kind differ")
    _edit(workspace, "merged two claims", row.key, same_as=other.key)


def part_claim(workspace: Workspace, row: ClaimRow, article_id: ArticleId) -> None:
    """Take an article out of a claim, which it does not make.

    Raises:
        NotFoundError: it is not in it.

    """
    _check_says(row, article_id)
    _edit(workspace, "removed an article from a claim", row.key, without=article_id)


def _check_says(row: ClaimRow, article_id: ArticleId) -> None:
    if all(one.article_id != article_id for one in row.said):
        raise NotFoundError(f"article in “{row.about}”", article_id)


def _edit(
    workspace: Workspace, verb: str, key: str, *, same_as: str | None = None, without: ArticleId | None = None
) -> None:
    edit = ClaimEdit(id=ClaimEditId(workspace.new_id()), key=key, same_as=same_as, without=without)
    with workspace.store.journal.batch(verb, workspace.clock()) as batch:
        workspace.store.claim_edits.add(batch, edit)
