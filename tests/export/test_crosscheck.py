import json

from factories import an_article

from briefreader.export.crosscheck import SCHEMA, crosscheck_lines, render_crosscheck
from briefreader.views.crosscheck import crosscheck
from briefreader.workflows.add import add_articles
from briefreader.workspace import Workspace

FIRST = "Halden Compute leases its halls to OpenAI. The site holds 48,000 accelerators (Reuters, 3 May 2026)."
SECOND = "Halden Compute has rented its halls to OpenAI. The site holds 46,000 accelerators (Reuters, 4 May 2026)."


def test_rows_are_written_as_json_and_as_lines(workspace: Workspace) -> None:
    add_articles(workspace, [an_article(FIRST, publisher="One"), an_article(SECOND, publisher="Two")])
    rows = crosscheck(workspace.store)

    told = json.loads(render_crosscheck(rows))
    lines = list(crosscheck_lines(rows))

    assert told["schema"] == SCHEMA
    first = told["rows"][0]
    assert (first["status"], first["articles"], first["origins"], first["false_corroboration"]) == (
        "conflict",
        2,
        1,
        True,
    )
    assert sorted(claim["low"] for claim in first["claims"]) == [46_000, 48_000]
    assert "both have it from Reuters" in first["origin_groups"][0]["links"][0]
    assert lines[0] == "CONFLICT             count in accelerator: halden   2 articles, 1 origin"
    assert any("! conflict:" in line for line in lines)
