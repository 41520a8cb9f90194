import json

from factories import a_remark, added, span_of
from fakes import TODAY

from briefreader.export.articles_json import ARTICLE_SCHEMA, LIST_SCHEMA, render_list, render_reading
from briefreader.views.inbox import whole_list
from briefreader.views.reading import reading_of
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace


def test_a_list_of_articles(workspace: Workspace) -> None:
    reading = added(workspace)

    found = json.loads(render_list(whole_list(workspace.store, "inbox", TODAY)))

    assert found["schema"] == LIST_SCHEMA
    assert [(one["id"], one["title"], one["read"]) for one in found["articles"]] == [
        (reading.article.id, "Halden Rents Its Halls Out", False)
    ]


def test_an_article_with_its_notes(workspace: Workspace) -> None:
    reading = added(workspace)
    annotate(workspace, reading, span_of(reading, "Northlight"), a_remark("bear", "no", ("x",)))

    found = json.loads(render_reading(reading_of(workspace.store, reading.article.key)))

    (note,) = found["annotations"]
    assert found["schema"] == ARTICLE_SCHEMA
    assert found["text"][note["start"] : note["end"]] == note["quote"] == "Northlight"
    assert (note["stance"], note["strength"], note["note"], note["tags"]) == ("bear", 3, "no", ["x"])
    assert len(found["claims"]) == 2
