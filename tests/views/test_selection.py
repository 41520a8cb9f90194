from factories import a_remark, added

from briefreader.views.selection import Selection
from briefreader.workflows.annotate import annotate
from briefreader.workflows.find import found_by
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace


def test_everything_is_every_article_with_notes(workspace: Workspace) -> None:
    noted = added(workspace)
    annotate(workspace, noted, None, a_remark())
    added(workspace, "An article without any note.")

    assert [one.article.id for one in Selection(workspace.store).readings] == [noted.article.id]


def test_a_query_chooses_articles_and_with_their_texts_those_without_notes_too(workspace: Workspace) -> None:
    noted = added(workspace)
    annotate(workspace, noted, None, a_remark())
    other = added(workspace, "Another Halden article, without any note.")
    added(workspace, "Something else altogether.")
    keys = found_by(workspace, "halden", None, "newest")

    assert [one.article.id for one in Selection(workspace.store, keys).readings] == [noted.article.id]
    with_texts = {one.article.id for one in Selection(workspace.store, keys, with_text=True).readings}
    assert with_texts == {noted.article.id, other.article.id}


def test_theses_are_known_by_their_titles(workspace: Workspace) -> None:
    thesis = add_thesis(workspace, ThesisWords(title="Halden"))

    assert Selection(workspace.store).thesis_titles == {thesis.id: "Halden"}
