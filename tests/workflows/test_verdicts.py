import pytest
from factories import an_article

from briefreader.model.errors import MergeError, NotFoundError
from briefreader.views.crosscheck import crosscheck
from briefreader.workflows.add import add_articles
from briefreader.workflows.undo import redo, undo
from briefreader.workflows.verdicts import give_verdict, join_claims, part_claim, take_verdict_back
from briefreader.workspace import Workspace

KEY = "count in accelerator | openai"


def right(workspace: Workspace) -> str | None:
    [row] = crosscheck(workspace.store)
    return row.verdict.article_id if row.verdict else "open"


def test_a_claim_has_one_verdict_and_every_change_of_it_is_undone(workspace: Workspace) -> None:
    texts = ("OpenAI holds 48,000 accelerators there.", "Workers count 46,000 accelerators there for OpenAI.")
    first, second = (one.article.id for one in add_articles(workspace, map(an_article, texts)))

    [row] = crosscheck(workspace.store)

    give_verdict(workspace, row, first)
    give_verdict(workspace, row, second)
    assert right(workspace) == second
    undo(workspace)
    assert right(workspace) == first
    redo(workspace)
    give_verdict(workspace, row, None)
    assert right(workspace) is None
    take_verdict_back(workspace, KEY)
    assert right(workspace) == "open"
    undo(workspace)
    assert right(workspace) is None


def keys(workspace: Workspace) -> dict[str, int]:
    return {row.key: row.articles for row in crosscheck(workspace.store)}


def test_claims_are_joined_and_parted_and_undone(workspace: Workspace) -> None:
    texts = ("OpenAI leases halls to Nvidia now.", "OpenAI leased halls to Nvidia then.", "OpenAI rents to Nvidia.")
    more = ("OpenAI acquires Nvidia for cash.", "OpenAI has acquired Nvidia at last.")
    made = add_articles(workspace, map(an_article, (*texts, *more)))
    before = keys(workspace)
    lease, acquire = "lease | nvidia + openai", "acquire | nvidia + openai"
    assert before == {lease: 3, acquire: 2}
    rows = {row.key: row for row in crosscheck(workspace.store)}

    part_claim(workspace, rows[lease], made[0].article.id)
    assert keys(workspace) == {lease: 2, acquire: 2}
    join_claims(workspace, rows[acquire], rows[lease])
    assert keys(workspace) == {lease: 4}
    [row] = crosscheck(workspace.store)
    part_claim(workspace, row, made[4].article.id)  # which came with the claim that was joined
    assert keys(workspace) == {lease: 3}
    undo(workspace)
    join_claims(workspace, rows[lease], rows[acquire])  # a circle leads nowhere
    assert sum(keys(workspace).values()) >= 4
    for _ in range(3):
        undo(workspace)
    assert keys(workspace) == before


def test_no_verdict_or_edit_is_about_what_an_article_does_not_say(workspace: Workspace) -> None:
    texts = (
        "OpenAI holds 48,000 accelerators there.",
        "Workers count 46,000 accelerators there for OpenAI.",
        "Nothing of it.",
    )
    *_, silent = add_articles(workspace, map(an_article, texts))
    [row] = crosscheck(workspace.store)

    with pytest.raises(NotFoundError):
        give_verdict(workspace, row, silent.article.id)
    with pytest.raises(NotFoundError):
        part_claim(workspace, row, silent.article.id)
    with pytest.raises(MergeError, match="is already one claim"):
        join_claims(workspace, row, row)


def test_figures_of_other_units_are_never_one_claim(workspace: Workspace) -> None:
    texts = ("OpenAI holds 48,000 accelerators. It leases halls to Nvidia.",)
    more = ("OpenAI has 46,000 accelerators. It leased halls to Nvidia. It pays $310 million a year in rent.",)
    last = ("OpenAI pays $300 million a year in rent for it.",)
    add_articles(workspace, map(an_article, (*texts, *more, *last)))
    rows = {row.key: row for row in crosscheck(workspace.store)}
    count, rent = rows["count in accelerator | openai"], rows["rent in USD/year | openai"]

    with pytest.raises(MergeError, match="cannot merge"):
        join_claims(workspace, count, rent)
    with pytest.raises(MergeError, match="cannot merge"):
        join_claims(workspace, rows["lease | nvidia + openai"], rent)
    assert {row.key for row in crosscheck(workspace.store)} == rows.keys()
