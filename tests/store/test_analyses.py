from factories import added

from briefreader.model.analysis import Analysis
from briefreader.workspace import Workspace

TABLES = ("found_rules", "named", "statements")
TEXT = """\
Halden Rents Its Halls Out

Halden Compute cut its power bill by 60% in 2025. Halden Compute cut its power bill by 40% in 2025. Sales were up 5%.
"""


def rows(workspace: Workspace) -> dict[str, int]:
    execute = workspace.store._connection.execute
    return {table: execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}  # noqa: S608 - ours


def test_another_analysis_of_a_text_replaces_all_by_which_the_text_is_found(workspace: Workspace) -> None:
    revision_id = added(workspace, TEXT).revision_id
    analysis = workspace.store.revisions.find(revision_id).analysis
    before = rows(workspace)
    assert all(before.values())

    workspace.store.revisions.replace_analysis(revision_id, Analysis(), 99)
    assert not any(rows(workspace).values())

    workspace.store.revisions.replace_analysis(revision_id, analysis, 99)
    assert rows(workspace) == before
    assert workspace.store.revisions.find(revision_id).analysis == analysis
