import pytest
from factories import a_remark, added

from briefreader.model.errors import NotFoundError
from briefreader.views.lookup import note_named, thesis_named, watch_item_named
from briefreader.workflows.annotate import annotate
from briefreader.workflows.weigh import ThesisWords, add_thesis
from briefreader.workspace import Workspace


def test_a_name_is_the_start_of_an_id_or_a_title(workspace: Workspace) -> None:
    note = annotate(workspace, added(workspace), None, a_remark())
    thesis = add_thesis(workspace, ThesisWords(title="Halden"))

    assert note_named(workspace.store, note.id) == note
    assert thesis_named(workspace.store, "halden") == thesis
    assert thesis_named(workspace.store, thesis.id) == thesis


def test_what_nothing_or_more_than_one_is_called_is_not_found(workspace: Workspace) -> None:
    for _ in range(2):
        annotate(workspace, added(workspace), None, a_remark())

    for name, words in (("n", "no single note"), ("x", "no note"), ("", "no note")):
        with pytest.raises(NotFoundError, match=words):
            note_named(workspace.store, name)
    with pytest.raises(NotFoundError, match="no watch item"):
        watch_item_named(workspace.store, "x")
