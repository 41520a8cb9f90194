from factories import a_remark, added, span_of

from briefreader.export.linear import render_linear
from briefreader.views.reading import reading_of
from briefreader.workflows.annotate import annotate
from briefreader.workspace import Workspace


def test_an_article_is_written_line_by_line_with_its_marks(workspace: Workspace) -> None:
    reading = added(workspace)
    annotate(workspace, reading, span_of(reading, "power bill"), a_remark("bear", note="thin", tags=("costs",)))
    annotate(workspace, reading, None, a_remark("bull"))

    text = render_linear(reading_of(workspace.store, reading.article.key), width=60, is_ascii=False)

    assert text.startswith("Halden Rents Its Halls Out\n")
    assert "\n●?-   Halden Compute said that it cut its power bill by" in text or "●" in text
    assert "- 3/5 “power bill” thin #costs" in text
    assert "+ 3/5 the whole article" in text
    assert max(map(len, text.splitlines())) <= 60


def test_without_its_signs_it_is_ascii(workspace: Workspace) -> None:
    reading = added(workspace)

    text = render_linear(reading, width=80, is_ascii=True)

    assert not set("●○•·") & set(text)
    assert "  * Hall — a room" in text
