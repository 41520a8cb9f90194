import json

from factories import an_article
from fakes import TODAY

from briefreader.export.entity import SCHEMA, entity_lines, render_entity
from briefreader.views.entity import entity_page
from briefreader.workflows.add import add_articles
from briefreader.workspace import Workspace


def test_a_page_is_written_with_bars_and_as_json(workspace: Workspace) -> None:
    texts = ("OpenAI leases 40,000 accelerators to Nvidia.", "OpenAI holds 20,000 accelerators there.")
    add_articles(workspace, [an_article(text) for text in texts])
    page = entity_page(workspace.store, "OpenAI", TODAY)

    lines = list(entity_lines(page, is_ascii=True))
    told = json.loads(render_entity(page))

    assert lines[0] == "OpenAI: 2 articles"
    assert any(line.endswith("#" * 24) and "40,000" in line and "undated" in line for line in lines)
    assert any(line.endswith(" " + "#" * 12) for line in lines)
    assert told["schema"] == SCHEMA
    assert [one["value"] for one in told["figures"][0]["values"]]
    assert told["events"][0]["exact"] == texts[0]
